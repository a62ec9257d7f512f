package slipstream.alerts;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipstream.alerts.channel.Notifiers;
import slipstream.alerts.channel.Outcome;
import slipstream.alerts.channel.Secrets;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.Window;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.kafka.Topics;

/**
 * Sends a marked sample to the channels of a subscription, at once and past the outbox: for {@code
 * slipstream subscriptions test NAME}.
 */
public final class SampleSender {
  private static final String OURS = "slipstream";

  private final Notifiers notifiers;
  private final Clock clock;

  /**
   * @param environment where secrets are looked up
   * @param out where the channel type {@code stdout} prints
   */
  public SampleSender(
      Topics topics, Map<String, String> environment, Clock clock, PrintStream out) {
    this.notifiers = new Notifiers(new Secrets(environment), topics.alertsChanges(), clock, out);
    this.clock = clock;
  }

  /**
   * What a channel answered.
   *
   * @param channel its name
   * @param outcome delivered, retry or dead
   */
  public record Sent(String channel, Outcome outcome) {}

  /**
   * Tries each channel once.
   *
   * @throws IllegalArgumentException when no subscription has the name, or a channel is not valid
   */
  public List<Sent> send(Subscriptions subscriptions, String name) throws InterruptedException {
    Subscription subscription =
        subscriptions
            .subscription(name)
            .orElseThrow(() -> new IllegalArgumentException("no subscription is named " + name));
    var change = sample(subscription.subjects().stream().findFirst().orElse(OURS));
    var sent = new ArrayList<Sent>();
    for (Channel channel : subscriptions.channels()) {
      if (!subscription.channels().contains(channel.name())) continue;
      String why = "A sample for subscription " + name + ": nothing has changed.";
      var key = change.id() + ":" + channel.name();
      var notice = new Notice(key, List.of(change), why, null, SubjectNames.IDS);
      sent.add(new Sent(channel.name(), notifiers.create(channel).send(notice)));
    }
    return sent;
  }

  private Change sample(String subject) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var item =
        new ItemRef(
            "sample",
            "sample",
            null,
            "A sample notice",
            "Slipstream",
            Tier.UNKNOWN,
            Publication.ofInstant(now, Provenance.FILE),
            true);
    return new Change(
        "sample-" + now.getEpochSecond(),
        subject,
        ChangeKind.SLIPPED,
        Severity.NOTICE,
        dated(today.plusDays(10)),
        dated(today.plusDays(17)),
        new Quote("a sample, to see that notices arrive", 0, 36, false),
        item,
        null,
        Certainty.UNKNOWN,
        List.of(),
        1,
        7,
        now,
        now,
        false,
        null,
        List.of(),
        true,
        "sample");
  }

  private static Position dated(LocalDate day) {
    return new Position(
        OutlookState.DATED, ClaimStatus.SCHEDULED, new Window(day, day, Precision.DAY));
  }
}
