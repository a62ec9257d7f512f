package slipstream.alerts.channel;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;

/** Writes the notice of one delivery, or of several that go out together. */
final class NoticeWriter {
  private static final Set<Reason> GATHERED =
      EnumSet.of(Reason.DIGEST, Reason.BUNDLE, Reason.MUTE, Reason.QUIET);

  private final SubjectNames names;

  NoticeWriter(SubjectNames names) {
    this.names = names;
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
   * @param deliveries to one channel, oldest first; at least one
   */
  Notice write(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    var changes = deliveries.stream().map(Delivery::notice).filter(Objects::nonNull).toList();
    return new Notice(key(deliveries), changes, why(first), null, names);
  }

  /** Change id and channel; for several the first and the number stand for all. */
  private static String key(List<Delivery> deliveries) {
    Delivery first = deliveries.get(0);
    String one = first.change() + ":" + first.channel();
    if (deliveries.size() == 1) return one;
    int rest = deliveries.stream().map(Delivery::change).toList().hashCode();
    return one + ":" + deliveries.size() + ":" + Integer.toHexString(rest);
  }

  private static String why(Delivery delivery) {
    String subscription = delivery.subscription();
    return subscription == null ? "Sent by hand." : "Sent for subscription " + subscription + ".";
  }
}
