package slipstream.alerts.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import slipstream.alerts.outbox.Draft;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;

/**
 * A denial or correction goes to exactly those who received what it takes back. What nobody has
 * seen yet is dropped together with its correction; while a try is not answered, the correction
 * waits for the answer.
 *
 * <p>A denial is also news of its own: whoever was not told what it denies because that was too old
 * hears of it as of any change.
 */
final class Retraction {
  private final Subscriptions subscriptions;
  private final Draft draft;
  private final Instant now;

  Retraction(Subscriptions subscriptions, Draft draft, Instant now) {
    this.subscriptions = subscriptions;
    this.draft = draft;
    this.now = now;
  }

  /**
   * Answers those who were told of the change that is taken back, or would have been.
   *
   * @return the channels to which it is news
   */
  Predicate<String> route(Change change, String takenBack) {
    var known = new ArrayList<>(draft.ofChange(takenBack));
    Predicate<String> isNewsTo = channel -> false;
    if (change.kind() == ChangeKind.DENIED) {
      var unaware = known.stream().filter(Retraction::wasTooOld).map(Delivery::channel).toList();
      known.removeIf(Retraction::wasTooOld);
      isNewsTo = known.isEmpty() ? channel -> true : unaware::contains;
    }
    answer(change, known);
    return isNewsTo;
  }

  private static boolean wasTooOld(Delivery original) {
    return original.reason() == Reason.BACKFILL || original.reason() == Reason.EXPIRED;
  }

  private void answer(Change change, List<Delivery> known) {
    for (Delivery original : known) {
      var delivery =
          Delivery.pending(change, original.channel(), original.subscription(), now)
              .because(Reason.TAKES_BACK);
      if (draft.find(delivery.key()).isPresent()) continue;
      if (original.isOpen() && original.attempts() == 0 && !draft.isBeingTried(original)) {
        draft.put(original.skipped(Reason.TAKES_BACK, now));
        draft.put(delivery.skipped(Reason.TAKES_BACK, now));
      } else if (original.isOpen()) {
        draft.put(delivery.held(Reason.TAKES_BACK, null));
      } else {
        draft.put(after(original, delivery));
      }
    }
  }

  /** A correction may wait for this one. */
  void settled(Delivery original) {
    for (Delivery waiting : draft.held()) {
      Change notice = waiting.notice();
      if (Router.isHeld(waiting, Reason.TAKES_BACK)
          && notice != null
          && original.change().equals(notice.takesBack())
          && original.channel().equals(waiting.channel())) {
        draft.put(after(original, waiting.released(now).because(Reason.TAKES_BACK)));
      }
    }
  }

  private Delivery after(Delivery original, Delivery correction) {
    Change notice = correction.notice();
    if (original.state() != State.DELIVERED || notice == null) {
      return correction.skipped(Reason.TAKES_BACK, now);
    }
    var threaded = correction.inReplyTo(original.receipt());
    return subscriptions
        .subscription(original.subscription())
        .map(s -> Timing.quiet(threaded, notice, s, now))
        .orElse(threaded);
  }
}
