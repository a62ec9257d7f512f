package slipstream.alerts.channel;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.alerts.route.Router;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;

/** Writes the notice of one delivery, or of several that go out together. */
public final class NoticeWriter {
  private static final Set<Reason> GATHERED =
      EnumSet.of(Reason.DIGEST, Reason.BUNDLE, Reason.MUTE, Reason.QUIET);

  private final SubjectNames names;
  private final Supplier<String> vitals;

  /**
   * @param vitals says how the sources are doing, for signs of life
   */
  public NoticeWriter(SubjectNames names, Supplier<String> vitals) {
    this.names = names;
    this.vitals = vitals;
  }

  /** True for what waits for others. */
  static boolean gathers(Delivery delivery) {
    return delivery.reason() != null && GATHERED.contains(delivery.reason());
  }

  static Instant saidAt(Delivery delivery) {
    Change notice = delivery.notice();
    return notice == null ? delivery.updatedAt() : notice.assertedAt();
  }

  /**
   * Writes one notice.
   *
   * @param deliveries to one channel, oldest first; at least one
   */
  Notice write(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    var changes = deliveries.stream().map(Delivery::notice).filter(Objects::nonNull).toList();
    return new Notice(key(deliveries), changes, why(first), replyTo(deliveries), names);
  }

  /** What takes one message back answers it, also when it had to wait. */
  private static @Nullable String replyTo(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    Change notice = first.notice();
    boolean answers = deliveries.size() == 1 && notice != null && notice.takesBack() != null;
    return answers ? first.receipt() : null;
  }

  /** Change id and channel; for several the ids of all of them, hashed. */
  private static String key(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    if (first.reason() == Reason.HEARTBEAT) {
      return first.change() + "-" + first.createdAt().getEpochSecond() + ":" + first.channel();
    }
    String one = first.change() + ":" + first.channel();
    if (deliveries.size() == 1) return one;
    int all = deliveries.stream().map(Delivery::change).toList().hashCode();
    return one + ":" + deliveries.size() + ":" + Integer.toHexString(all);
  }

  private String why(Delivery delivery) {
    String subscription = delivery.subscription();
    String asked = subscription == null ? "" : "Sent for subscription " + subscription;
    if (delivery.reason() == null) return subscription == null ? "Sent by hand." : asked + ".";
    return switch (delivery.reason()) {
      case TAKES_BACK -> "Sent because you received what it takes back.";
      case UNDELIVERED ->
          "Sent here because channel "
              + delivery.change().substring(delivery.change().indexOf(Router.UNDELIVERED) + 1)
              + " did not take it.";
      case HEARTBEAT -> vitals.get();
      case DIGEST -> asked + " (digest).";
      case BUNDLE -> asked + " (bundled).";
      case QUIET -> asked + " after its quiet hours.";
      case MUTE -> asked + " at the end of a mute.";
      default -> asked + ".";
    };
  }
}
