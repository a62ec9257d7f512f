package slipstream.app.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import slipstream.alerts.route.Backtest;
import slipstream.analysis.ledger.Ledger;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.Subscriptions;

/** Which notices a rule would have sent, had each item been read when it was published. */
public final class RuleRun {
  private final Past past;
  private final Subscriptions rule;

  public RuleRun(Past past, Subscriptions rule) {
    this.past = past;
    this.rule = rule;
  }

  /**
   * A change and what the rule makes of it.
   *
   * @param change as it would have been announced
   * @param delivery delivered when, or skipped and why
   */
  public record Notice(Change change, Delivery delivery) {}

  /** The notices, in the order they would have been sent. */
  public List<Notice> run() {
    var notices = new ArrayList<Notice>();
    for (String subject : past.subjects()) {
      var changes = new ArrayList<Change>();
      for (Change change : past.fold(subject, past.rejected()).changes()) {
        changes.add(fresh(change));
      }
      var byId = new HashMap<String, Change>();
      changes.forEach(c -> byId.put(c.id(), c));
      var backtest = new Backtest(rule, (change, time) -> origins(subject, change, time));
      for (Delivery delivery : backtest.run(changes, moments(subject))) {
        notices.add(new Notice(byId.getOrDefault(delivery.change(), changes.get(0)), delivery));
      }
    }
    notices.sort(Comparator.comparing(n -> n.delivery().updatedAt()));
    return notices;
  }

  /** When a hold may be corroborated; nothing to look at where no rule holds. */
  private List<Instant> moments(String subject) {
    if (rule.subscriptions().stream().allMatch(s -> s.hold() == null)) return List.of();
    var moments = new ArrayList<Instant>();
    for (LedgerClaim claim : past.claims(subject)) {
      var published = claim.item().published();
      if (published != null) moments.add(published.at());
    }
    return moments;
  }

  private int origins(String subject, String change, Instant time) {
    Outlook then = Ledger.asOf(subject, past.claims(subject), past.rejected(), time, "").outlook();
    return change.equals(then.lastChange()) && then.word() != null ? then.word().origins() : 0;
  }

  private static Change fresh(Change change) {
    return change.announced(change.id(), change.assertedAt(), false, change.takesBack());
  }
}
