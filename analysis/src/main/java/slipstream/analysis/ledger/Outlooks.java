package slipstream.analysis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Outlook;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Window;

/** Makes the outlook from where the fold stands. */
final class Outlooks {
  /** Disagreeing windows that an outlook names at most. */
  static final int OTHERS = 10;

  private Outlooks() {}

  static Outlook of(LedgerState state, Instant clock, Voices voices) {
    var held = state.held();
    var word = held.word();
    var raised = state.raised();
    return new Outlook(
        state.subject(),
        held.position(),
        word == null ? null : word.at(),
        word == null ? null : word(word, state, voices),
        held.overdue(),
        rumour(state.rumour()),
        others(state, clock, voices),
        raised.isEmpty() ? null : raised.get(raised.size() - 1).change().id(),
        clock,
        word == null ? state.config() : word.ledgerClaim().config());
  }

  private static Outlook.Word word(Entry word, LedgerState state, Voices voices) {
    return new Outlook.Word(
        word.id(),
        word.origins().get(0),
        word.certainty(),
        voices.origins(state.spoken(), state.held(), word),
        word.ledgerClaim().item());
  }

  private static @Nullable Position rumour(@Nullable Entry entry) {
    return entry == null ? null : new Position(OutlookState.DATED, entry.status(), entry.window());
  }

  /** Each origin's newest word counts; those that differ from what is held and are not past. */
  private static List<Outlook.Dissent> others(LedgerState state, Instant clock, Voices voices) {
    var groups = new ArrayList<List<Entry>>();
    for (Entry entry : voices.newest(state.spoken())) {
      if (dissents(entry, state, clock)) join(groups, entry);
    }
    return groups.stream()
        .map(g -> new Outlook.Dissent(g.get(0).status(), g.get(0).window(), Origins.count(g)))
        .sorted(Comparator.comparingInt(Outlook.Dissent::origins).reversed())
        .limit(OTHERS)
        .toList();
  }

  private static boolean dissents(Entry entry, LedgerState state, Instant clock) {
    var window = entry.window();
    if (!entry.promises() || window == null) return false;
    boolean live = !Windows.end(window).isBefore(LocalDate.ofInstant(clock, ZoneOffset.UTC));
    return live
        && !Support.says(entry, state.held().position())
        && state.denial(entry.at(), d -> SameClaim.denies(d, window)) == null;
  }

  private static void join(List<List<Entry>> groups, Entry entry) {
    for (var group : groups) {
      if (same(group.get(0).window(), entry.window())) {
        group.add(entry);
        return;
      }
    }
    groups.add(new ArrayList<>(List.of(entry)));
  }

  private static boolean same(@Nullable Window a, @Nullable Window b) {
    return a != null && b != null && SameClaim.same(a, b);
  }
}
