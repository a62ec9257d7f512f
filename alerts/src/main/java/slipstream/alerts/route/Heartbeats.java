package slipstream.alerts.route;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.outbox.Draft;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Waits.Heartbeat;

/**
 * Signs of life in the outbox: one record a channel, which is planned anew when it was sent. They
 * stand under a subject of their own, so one process is in charge of them.
 */
public final class Heartbeats {
  public static final String SUBJECT = "slipstream";
  static final String CHANGE = "heartbeat";

  private Heartbeats() {}

  static void plan(@Nullable Heartbeat heartbeat, Draft draft, Instant now) {
    List<String> channels = heartbeat == null ? List.of() : heartbeat.channels();
    for (Delivery planned : draft.ofChange(CHANGE)) {
      boolean gone = planned.isOpen() && !channels.contains(planned.channel());
      if (gone) draft.put(planned.skipped(Reason.HEARTBEAT, now));
    }
    if (heartbeat == null) return;
    Instant next = Timing.nextDaily(heartbeat.at(), heartbeat.zone(), now);
    for (String channel : channels) {
      var known = draft.find(Delivery.key(SUBJECT, CHANGE, channel));
      if (known.isEmpty() || !known.get().isOpen()) {
        draft.put(beat(channel, next, now));
      } else if (isMoved(known.get(), next)) {
        draft.put(known.get().held(Reason.HEARTBEAT, next));
      }
    }
  }

  /** True when the configuration now names an earlier time than was planned. */
  private static boolean isMoved(Delivery planned, Instant next) {
    return planned.state() == State.HELD
        && Objects.requireNonNullElse(planned.nextAttemptAt(), Instant.MAX).isAfter(next);
  }

  private static Delivery beat(String channel, Instant next, Instant now) {
    return new Delivery(
        SUBJECT,
        CHANGE,
        channel,
        State.HELD,
        0,
        next,
        null,
        now,
        null,
        null,
        Reason.HEARTBEAT,
        null,
        now);
  }
}
