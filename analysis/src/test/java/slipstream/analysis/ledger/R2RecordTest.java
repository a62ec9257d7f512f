package slipstream.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Severity;

/** The record of a real product with many rumours, retellings and denials, judged by hand. */
class R2RecordTest {
  private static final String SUBJECT = "deepseek-r2";
  private static final Instant CLOCK = Instant.parse("2026-06-01T00:00:00Z");
  private static final List<LedgerClaim> CLAIMS =
      History.claims(SUBJECT, History.items("r2-items.jsonl"));
  private static final History.Timeline TIMELINE = History.timeline("r2-timeline.json");
  private static final Fold FOLD = Ledger.fold(SUBJECT, CLAIMS, Set.of(), CLOCK, "test");

  @Test
  void theAlertsOfTheTimeline_andNoOthers_areFound() {
    var expected = TIMELINE.events().stream().filter(e -> e.alert() != null).toList();

    assertThat(FOLD.changes()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      var event = expected.get(i);
      var change = FOLD.changes().get(i);
      assertThat(kind(change)).as("event %s", event.n()).isIn(event.alert(), event.alternative());
      assertThat(change.after().window()).as("event %s", event.n()).isEqualTo(event.window());
      assertThat(day(change)).as("event %s", event.n()).isEqualTo(event.date());
      assertThat(change.severity() == Severity.RUMOUR)
          .as("event %s", event.n())
          .isEqualTo("rumour".equals(event.slot()));
    }
  }

  @Test
  void repeatsAndSilentItems_raiseNothing() {
    var silent = new HashSet<>(TIMELINE.silent());
    TIMELINE.events().forEach(e -> silent.addAll(e.repeats()));

    assertThat(FOLD.changes())
        .filteredOn(c -> c.item() != null)
        .extracting(c -> c.item().id())
        .doesNotContainAnyElementsOf(silent);
  }

  @Test
  void everyClaim_getsAVerdictWithAReason() {
    assertThat(FOLD.verdicts()).hasSize(CLAIMS.size());
    assertThat(FOLD.verdicts().values()).allSatisfy(v -> assertThat(v.reason()).endsWith("."));
  }

  @Test
  void denials_takeBackTheRumourTheyDeny() {
    var changes = FOLD.changes();

    assertThat(changes)
        .filteredOn(c -> c.kind() == ChangeKind.DENIED)
        .extracting(Change::takesBack)
        .containsExactly(changes.get(1).id(), changes.get(5).id());
  }

  private static String kind(Change change) {
    return change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static LocalDate day(Change change) {
    return LocalDate.ofInstant(change.assertedAt(), ZoneOffset.UTC);
  }
}
