package slipstream.alerts.route;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;

/**
 * Who is told of a change, and when: match subscriptions, skip backfill, drop what the outbox knows
 * already, plan the wait. A change that takes another back goes to exactly those who received that
 * one; a denial of what was too old to be told is news. Without a clock or a channel of its own: it
 * writes to a draft.
 */
public final class Router {
  /** Between a change and the channel that did not take it, in the id of a notice about that. */
  public static final String UNDELIVERED = "~";

  private final Subscriptions subscriptions;

  public Router(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /**
   * Puts one delivery for each channel that is to be told; a known one is left alone.
   *
   * @param announcedAt when the change came upon its topic: when that is longer ago than the outbox
   *     remembers, it may have been told already, and nobody is
   */
  public void route(Change change, Instant announcedAt, Draft draft, Instant now) {
    Predicate<String> isNewsTo = channel -> true;
    if (change.takesBack() != null) {
      isNewsTo = new Retraction(subscriptions, draft, now).route(change, change.takesBack());
    }
    var wanted = new LinkedHashMap<String, Delivery>();
    for (Subscription subscription : subscriptions.subscriptions()) {
      if (!Match.matches(subscription, change)) continue;
      for (String channel : subscription.channels()) {
        if (!isNewsTo.test(channel)) continue;
        wanted.merge(channel, delivery(change, subscription, channel, now), Router::sooner);
      }
    }
    boolean expired = announcedAt.isBefore(now.minus(Outbox.REMEMBERED));
    for (Delivery delivery : wanted.values()) {
      if (draft.find(delivery.key()).isPresent()) continue;
      put(expired ? delivery.skipped(Reason.EXPIRED, now) : delivery, change, draft, now);
    }
  }

  /** What became of a try: tells another channel of a dead notice, and ends waits for it. */
  public void settled(Delivery report, Draft draft, Instant now) {
    draft.put(report);
    if (report.isOpen()) return;
    if (report.state() == State.DEAD) undelivered(report, draft, now);
    new Retraction(subscriptions, draft, now).settled(report);
  }

  /**
   * Ends the holds that are corroborated or whose time is up.
   *
   * @param originsOf how many independent origins say what a change says; 0 when unknown
   */
  public void endHolds(Draft draft, Instant now, ToIntFunction<String> originsOf) {
    for (Delivery held : draft.held()) {
      if (!isHeld(held, Reason.HOLD)) continue;
      var hold = subscriptions.subscription(held.subscription()).map(Subscription::hold);
      Instant end = held.nextAttemptAt();
      boolean over = end == null || !end.isAfter(now);
      if (hold.isEmpty() || originsOf.applyAsInt(held.change()) >= hold.get().origins()) {
        release(held, draft, now);
      } else if (over && hold.get().drop()) {
        draft.put(held.skipped(Reason.HOLD, now));
      } else if (over) {
        release(held, draft, now);
      }
    }
  }

  /** Plans the next sign of life of each channel that wants one. */
  public void beat(Draft draft, Instant now) {
    Heartbeats.plan(subscriptions.heartbeat(), draft, now);
  }

  static boolean isHeld(Delivery delivery, Reason reason) {
    return delivery.state() == State.HELD && delivery.reason() == reason;
  }

  private static Delivery delivery(
      Change change, Subscription subscription, String channel, Instant now) {
    var delivery = Delivery.pending(change, channel, subscription.name(), now);
    return change.backfill() && !subscription.backfill()
        ? delivery.skipped(Reason.BACKFILL, now)
        : Timing.planned(delivery, change, subscription, now);
  }

  /** When two subscriptions name the same channel, the one that sends first wins. */
  private static Delivery sooner(Delivery one, Delivery other) {
    return rank(other) < rank(one) ? other : one;
  }

  private static int rank(Delivery delivery) {
    return switch (delivery.state()) {
      case PENDING -> 0;
      case HELD -> 1;
      default -> 2;
    };
  }

  private void put(Delivery delivery, Change change, Draft draft, Instant now) {
    var subscription = subscriptions.subscription(delivery.subscription());
    if (delivery.isOpen()
        && subscription.isPresent()
        && Timing.endsMute(change, subscription.get())) {
      draft.put(unmute(delivery, draft, now));
    } else {
      draft.put(delivery);
    }
  }

  /** What was muted goes out together with what ended the mute. */
  private static Delivery unmute(Delivery headline, Draft draft, Instant now) {
    boolean any = false;
    for (Delivery muted : draft.held()) {
      boolean same =
          isHeld(muted, Reason.MUTE)
              && muted.nextAttemptAt() == null
              && muted.subject().equals(headline.subject())
              && muted.channel().equals(headline.channel());
      if (!same) continue;
      any = true;
      draft.put(muted.held(Reason.MUTE, now));
    }
    return any ? headline.held(Reason.MUTE, now) : headline;
  }

  private void release(Delivery held, Draft draft, Instant now) {
    Change notice = held.notice();
    if (notice == null) return;
    Delivery due = held.released(now);
    draft.put(
        subscriptions
            .subscription(held.subscription())
            .map(s -> Timing.scheduled(due, notice, s, now))
            .orElse(due));
  }

  private void undelivered(Delivery dead, Draft draft, Instant now) {
    Change notice = dead.notice();
    if (notice == null || dead.reason() == Reason.UNDELIVERED) return;
    fallback(dead.channel())
        .map(c -> Delivery.pending(notice, c, dead.subscription(), now))
        .map(d -> d.about(dead.change() + UNDELIVERED + dead.channel()))
        .map(d -> d.because(Reason.UNDELIVERED))
        .filter(d -> draft.find(d.key()).isEmpty())
        .ifPresent(draft::put);
  }

  private Optional<String> fallback(String channel) {
    var named =
        subscriptions.channels().stream()
            .filter(c -> c.name().equals(channel))
            .map(c -> c.settings().getOrDefault("fallback", ""))
            .filter(f -> !f.isEmpty())
            .findFirst();
    return named.isPresent()
        ? named
        : subscriptions.channels().stream()
            .map(Channel::name)
            .filter(c -> !c.equals(channel))
            .findFirst();
  }
}
