package slipstream.alerts.route;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Severity;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.config.Waits.Digest;
import slipstream.contracts.config.Waits.Every;
import slipstream.contracts.config.Waits.Hold;
import slipstream.contracts.config.Waits.Mute;
import slipstream.contracts.config.Waits.QuietHours;

/**
 * When a notice goes out. Slots are multiples of wall-clock time, never "so long after the first":
 * so every partition and every process come to the same moment by themselves.
 */
final class Timing {
  private Timing() {}

  /** A fresh delivery with its wait: mute, then hold, then what {@link #scheduled} says. */
  static Delivery planned(Delivery fresh, Change change, Subscription subscription, Instant now) {
    for (Mute mute : subscription.mute()) {
      if (mutes(mute, change, now)) return fresh.held(Reason.MUTE, end(mute));
    }
    Hold hold = subscription.hold();
    if (hold != null && change.item() != null && change.independentOrigins() < hold.origins()) {
      return fresh.held(Reason.HOLD, now.plus(hold.longest()));
    }
    return scheduled(fresh, change, subscription, now);
  }

  /** Digest or bundle, else the end of the quiet hours, else now. */
  static Delivery scheduled(Delivery fresh, Change change, Subscription subscription, Instant now) {
    if (subscription.digest() != null) {
      return fresh.held(Reason.DIGEST, next(subscription.digest(), now));
    }
    if (subscription.bundle() != null) {
      return fresh.held(Reason.BUNDLE, next(subscription.bundle(), now));
    }
    return quiet(fresh, change, subscription, now);
  }

  static Delivery quiet(Delivery fresh, Change change, Subscription subscription, Instant now) {
    QuietHours quiet = subscription.quiet();
    if (quiet == null || quiet.except().contains(change.severity())) return fresh;
    Instant end = endOfQuiet(quiet, now);
    return end == null ? fresh : fresh.held(Reason.QUIET, end);
  }

  /** True when the change ends a mute "until the next change". */
  static boolean endsMute(Change change, Subscription subscription) {
    return change.severity() == Severity.HEADLINE
        && subscription.mute().stream()
            .anyMatch(m -> m.until() == null && covers(m.subjects(), change.subject()));
  }

  /** The next moment of this time of day after {@code now}. */
  static Instant nextDaily(LocalTime at, ZoneId zone, Instant now) {
    ZonedDateTime today = now.atZone(zone).with(at);
    Instant slot = today.toInstant();
    return slot.isAfter(now) ? slot : today.plusDays(1).with(at).toInstant();
  }

  private static boolean mutes(Mute mute, Change change, Instant now) {
    if (!covers(mute.subjects(), change.subject())) return false;
    Instant end = end(mute);
    return end == null ? change.severity() != Severity.HEADLINE : now.isBefore(end);
  }

  private static @Nullable Instant end(Mute mute) {
    return mute.until() == null ? null : mute.until().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean covers(List<String> subjects, String subject) {
    return subjects.isEmpty() || subjects.contains(subject);
  }

  private static Instant next(Digest digest, Instant now) {
    if (digest.every() == Every.DAILY) return nextDaily(digest.at(), digest.zone(), now);
    ZonedDateTime slot =
        now.atZone(digest.zone())
            .truncatedTo(ChronoUnit.HOURS)
            .plusMinutes(digest.at().getMinute());
    return (slot.toInstant().isAfter(now) ? slot : slot.plusHours(1)).toInstant();
  }

  private static Instant next(Duration bundle, Instant now) {
    long step = bundle.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), step) * step + step);
  }

  private static @Nullable Instant endOfQuiet(QuietHours quiet, Instant now) {
    LocalTime time = now.atZone(quiet.zone()).toLocalTime();
    boolean overMidnight = !quiet.to().isAfter(quiet.from());
    boolean afterStart = !time.isBefore(quiet.from());
    boolean beforeEnd = time.isBefore(quiet.to());
    boolean inside = overMidnight ? afterStart || beforeEnd : afterStart && beforeEnd;
    return inside ? nextDaily(quiet.to(), quiet.zone(), now) : null;
  }
}
