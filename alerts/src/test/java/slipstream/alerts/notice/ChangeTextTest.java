package slipstream.alerts.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.MOVED;
import static slipstream.alerts.Changes.dated;
import static slipstream.alerts.Changes.edit;
import static slipstream.alerts.Changes.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.alerts.Changes;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;

class ChangeTextTest {
  @Test
  void change_readsAsAShortStory() {
    assertThat(ChangeText.lines(MOVED, "Widget 2", Style.PLAIN))
        .isEqualTo(
            """
            MOVED EARLIER  Widget 2  [headline]
              early May 2025 (1-10 May) -> some time 26 Feb - 30 Apr 2025 (10 days earlier)
              Example Wire: reported, 1 independent origin, 25 Feb 2025 UTC
              "now wants it out as early as possible"
              Example Times  https://news.example/widget""");
  }

  @Test
  void overdue_needsNoItem() {
    var overdue =
        edit(
            MOVED,
            "kind",
            ChangeKind.OVERDUE,
            "severity",
            Severity.NOTICE,
            "after",
            Position.NONE,
            "quote",
            null,
            "item",
            null,
            "certainty",
            null,
            "origins",
            List.of(),
            "independentOrigins",
            0,
            "daysMoved",
            null,
            "assertedAt",
            Instant.parse("2025-05-11T00:00:00Z"));

    assertThat(text(overdue))
        .isEqualTo(
            """
            OVERDUE  widget  [notice]
              early May 2025 (1-10 May) has passed without a release
              by the calendar, 11 May 2025 00:00 UTC""");
  }

  @Test
  void estimatedPublication_carriesATilde() {
    var estimated = Publication.ofDay(LocalDate.parse("2025-02-25"), Provenance.ESTIMATED);

    assertThat(text(edit(MOVED, "item", item(estimated)))).contains("~25 Feb 2025 UTC");
  }

  @Test
  void publicationToTheMinute_isPrintedWithItsZone() {
    var exact = Publication.ofInstant(Instant.parse("2025-02-25T08:31:00Z"), Provenance.FEED);

    assertThat(text(edit(MOVED, "item", item(exact)))).contains("25 Feb 2025 08:31 UTC");
  }

  @Test
  void sample_isRetold_neverQuoted() {
    assertThat(text(edit(MOVED, "sample", true)))
        .contains("now wants it out as early as possible (retold from public facts)", "sample]")
        .doesNotContain("\"");
  }

  @Test
  void backfill_isMarked() {
    assertThat(text(edit(MOVED, "backfill", true))).contains("[headline, backfill]");
  }

  @Test
  void denial_saysWhatIsDeniedAndWhatStillHolds() {
    var denied =
        edit(
            MOVED,
            "kind",
            ChangeKind.DENIED,
            "after",
            dated("2025-03-17", "2025-03-17", Precision.DAY));

    assertThat(text(denied))
        .contains("17 Mar 2025 is denied; still held: early May 2025 (1-10 May)");
  }

  @Test
  void rumour_leavesWhatIsHeld() {
    var rumour =
        edit(
            MOVED,
            "kind",
            ChangeKind.NEW_CLAIM,
            "severity",
            Severity.RUMOUR,
            "before",
            Position.NONE,
            "after",
            dated("2025-03-17", "2025-03-17", Precision.DAY));

    assertThat(text(rumour)).contains("rumour of 17 Mar 2025\n");
  }

  @Test
  void noDate_andRelease_haveWords() {
    var undated = new Position(OutlookState.NO_DATE, null, null);
    var slipped = edit(MOVED, "kind", ChangeKind.SLIPPED, "after", undated, "daysMoved", null);

    assertThat(text(slipped)).contains("early May 2025 (1-10 May) -> no date\n");
  }

  @Test
  void manyOrigins_areCounted() {
    var many = edit(MOVED, "origins", List.of("A", "B", "C", "D", "E"), "independentOrigins", 5);

    assertThat(text(many)).contains("A, B, C and 2 more: reported, 5 independent origins");
  }

  @Test
  void controlCharactersOfAPage_neverReachTheTerminal() {
    var nasty = new Quote("red \u001b[31malert\r\nnext\u202Eline", 0, 1, false);

    assertThat(text(edit(MOVED, "quote", nasty)))
        .contains("\"red [31malert next line\"")
        .doesNotContain("\u001b");
  }

  @Test
  void longQuote_isCutWithinACharacter() {
    var smile = new Quote("\uD83D\uDE00".repeat(400), 0, 1, false);

    assertThat(text(edit(MOVED, "quote", smile)))
        .matches(t -> t.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), "no half pair")
        .contains("...\"");
  }

  @Test
  void colour_isTheCallersChoice() {
    assertThat(ChangeText.lines(MOVED, Style.ANSI)).contains("\u001b[1;32mMOVED EARLIER\u001b[0m");
    assertThat(text(MOVED)).doesNotContain("\u001b");
  }

  @Test
  void headline_isOneLine() {
    assertThat(ChangeText.headline(Changes.MOVED, "Widget 2"))
        .isEqualTo(
            "Widget 2 moved earlier: early May 2025 (1-10 May) -> some time 26 Feb - 30 Apr 2025"
                + " (10 days earlier)");
  }

  private static String text(Change change) {
    return ChangeText.lines(change, Style.PLAIN);
  }
}
