package slipstream.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.analysis.ledger.Newsroom.read;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Decision;
import slipstream.contracts.Outlook;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Severity;
import slipstream.contracts.Verdict;

class LedgerTest {
  @Test
  void firstReportedDate_isANewClaim() {
    var room = read("2025-02-01 Gazette reported scheduled 2025-05");

    assertThat(room.changes()).containsExactly("2025-02-01 new-claim 2025-05-01..2025-05-31");
    assertThat(room.held()).isEqualTo("dated 2025-05-01..2025-05-31");
  }

  @Test
  void repeatedDate_isNotAChange() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-02-09 Herald reported scheduled 2025-05
            2025-02-19 Courier reported scheduled 2025-05-20..2025-06-10
            2025-02-20 Mirror reported scheduled 2025
            """);

    assertThat(room.changes()).hasSize(1);
    assertThat(decisions(room))
        .containsExactly(Decision.CHANGED, Decision.REPEAT, Decision.REFINED, Decision.REPEAT);
    assertThat(verdict(room, 1).repeats()).isEqualTo(room.claims().get(0).id());
    assertThat(room.held()).isEqualTo("dated 2025-05-20..2025-06-10");
  }

  @Test
  void laterDate_isASlip_countedInDaysFromTheOldEnd() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-03-10 Herald reported delayed 2025-08 was 2025-05
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31",
            "2025-03-10 slipped 2025-08-01..2025-08-31");
    assertThat(change(room, 1).daysMoved()).isEqualTo(92);
    assertThat(change(room, 1).before().window()).isEqualTo(Newsroom.window("2025-05"));
  }

  @Test
  void manySmallShifts_addUpToASlip() {
    var room =
        read(
            """
            2025-01-01 Gazette reported scheduled 2025-05-01..2025-05-10
            2025-01-12 Herald reported scheduled 2025-05-05..2025-05-15
            2025-01-23 Courier reported scheduled 2025-05-13..2025-05-17
            2025-02-03 Mirror reported scheduled 2025-05-16..2025-05-20
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-01-01 new-claim 2025-05-01..2025-05-10",
            "2025-02-03 slipped 2025-05-16..2025-05-20");
  }

  @Test
  void earlierDate_movesEarlier_butMerelyEndingEarlierIsSilent() {
    var room =
        read(
            """
            2025-01-01 Gazette reported scheduled 2025-q4
            2025-02-01 Herald reported scheduled ~2025-07-15..2025-10-20
            2025-03-01 Courier reported scheduled 2025-06
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-01-01 new-claim 2025-10-01..2025-12-31",
            "2025-03-01 moved-earlier 2025-06-01..2025-06-30");
  }

  @Test
  void concreteDay_inACoarseWindow_isNews() {
    var room =
        read(
            """
            2025-01-01 Gazette reported scheduled 2025-q2
            2025-02-01 Acme official scheduled 2025-05-26
            2025-02-09 Herald reported scheduled 2025-05-26
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-01-01 new-claim 2025-04-01..2025-06-30", "2025-02-01 new-claim 2025-05-26");
  }

  @Test
  void windowInsideTheHeldOne_narrowsItOnASecondIndependentOrigin() {
    var lines =
        """
        2025-01-01 Gazette reported scheduled 2025-q2
        2025-02-01 Herald reported scheduled 2025-05 by Wire
        2025-02-09 Courier reported scheduled 2025-05 by wire
        """;
    assertThat(read(lines).held()).isEqualTo("dated 2025-04-01..2025-06-30");

    var room = read(lines + "2025-02-12 Mirror reported scheduled 2025-05-01..2025-05-10");
    assertThat(room.held()).isEqualTo("dated 2025-05-01..2025-05-31");
    assertThat(room.changes()).hasSize(1);
  }

  @Test
  void moveInsideACoarseWindow_isASlipWhenBothEndsAreNamed() {
    var room =
        read(
            """
            2025-01-01 Acme official scheduled 2026
            2025-11-06 Gazette reported delayed 2026-11-19 was 2026-05-26 by Acme
            """);

    assertThat(room.changes()).last().isEqualTo("2025-11-06 slipped 2026-11-19");
  }

  @Test
  void rumour_fillsASlotOfItsOwn_andNeverMovesWhatIsHeld() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-02-11 Board rumoured scheduled 2025-03-17
            2025-02-12 Blog rumoured scheduled 2025-03-17
            """);

    assertThat(room.changes()).last().isEqualTo("2025-02-11 new-claim 2025-03-17 (rumour)");
    assertThat(room.changes()).hasSize(2);
    assertThat(room.held()).isEqualTo("dated 2025-05-01..2025-05-31");
    assertThat(outlook(room).rumour()).isNotNull();
    assertThat(verdict(room, 2).decision()).isEqualTo(Decision.RUMOUR_HELD);
  }

  @Test
  void denial_takesBackTheRumour_andBlocksItsReturnForThirtyDays() {
    var room =
        read(
            """
            2025-02-11 Board rumoured scheduled 2025-06-17
            2025-02-12 Gazette reported denied 2025-06-17 by Acme
            2025-02-20 Herald reported denied 2025-06-17
            2025-03-10 Blog reported scheduled 2025-06-17
            2025-03-25 Courier reported scheduled 2025-06-17
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-11 new-claim 2025-06-17 (rumour)",
            "2025-02-12 denied 2025-06-17",
            "2025-03-25 new-claim 2025-06-17");
    assertThat(change(room, 1).takesBack()).isEqualTo(change(room, 0).id());
    assertThat(decisions(room).get(3)).isEqualTo(Decision.SILENCED);
  }

  @Test
  void denialOfADateNobodyClaimed_isLogged() {
    assertThat(read("2025-02-12 Acme official denied 2025-06-17").changes()).isEmpty();
  }

  @Test
  void delayWithoutADate_isToldOnce_alsoWhenOthersCallItUndecided() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-09
            2025-06-01 Herald reported delayed
            2025-06-10 Courier reported undecided
            2025-06-20 Mirror reported delayed was 2025-09
            """);

    assertThat(room.changes()).last().isEqualTo("2025-06-01 slipped no date");
    assertThat(room.changes()).hasSize(2);
    assertThat(room.held()).isEqualTo("no-date no date");
  }

  @Test
  void delaysOfTwoPlans_areTwoSlips() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-04-01 Acme official delayed 2025-08 was 2025-05
            2025-04-20 Herald reported delayed was 2025-05
            2025-04-25 Courier reported delayed was 2025-08
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31",
            "2025-04-01 slipped 2025-08-01..2025-08-31",
            "2025-04-25 slipped no date");
  }

  @Test
  void givenUpPlan_toldByThoseWhoHaveNotHeard_isNoNews() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05-26
            2025-04-01 Acme official delayed 2025-11-19 was 2025-05-26
            2025-04-03 Herald reported scheduled 2025-05-26
            """);

    assertThat(room.changes()).hasSize(2);
    assertThat(verdict(room, 2).reason()).contains("given up");
  }

  @Test
  void undecided_isNewsFromADate_silenceNever() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-03-01 Acme official silent
            2025-03-02 Herald reported undecided
            """);

    assertThat(room.changes()).last().isEqualTo("2025-03-02 undated no date");
    assertThat(room.changes()).hasSize(2);
  }

  @Test
  void retellingOfTheSameOrigin_raisesNothing_butMayAddTheDate() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-04-20 Wire reported delayed was 2025-05
            2025-04-22 Herald reported delayed 2025-10 by WIRE
            2025-04-24 Courier reported delayed 2025-12 by Wire
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31", "2025-04-20 slipped no date");
    assertThat(room.held()).isEqualTo("dated 2025-10-01..2025-10-31");
  }

  @Test
  void passedWindow_isOverdueOnce_atMidnightAfterItsEnd() {
    var lines = "2025-02-01 Gazette reported scheduled 2025-05\n";

    assertThat(read(lines).until("2025-05-31").changes()).hasSize(1);
    assertThat(read(lines).until("2025-06-01").changes())
        .last()
        .isEqualTo("2025-06-01 overdue 2025-05-01..2025-05-31");
    var room = read(lines + "2025-06-03 Herald reported delayed").until("2025-09-01");
    assertThat(room.changes()).hasSize(2);
    assertThat(outlook(room).overdue()).isTrue();
  }

  @Test
  void missedOrDeniedDate_movesNoDays() {
    var room =
        read("""
                2025-02-01 Gazette reported scheduled 2025-05
                2025-02-10 Owner official denied 2025-05
                2025-04-01 Owner official scheduled 2025-07
                """)
            .until("2025-09-01");

    assertThat(room.fold().changes())
        .filteredOn(c -> c.kind() == ChangeKind.DENIED || c.kind() == ChangeKind.OVERDUE)
        .hasSize(2)
        .allMatch(c -> c.daysMoved() == null);
  }

  @Test
  void newDateAfterAMissedOne_isASlip_andMayBeMissedAgain() {
    var room =
        read("""
        2025-02-01 Gazette reported scheduled 2025-05
        2025-06-05 Herald reported scheduled 2025-06-10..2025-06-20
        """)
            .until("2025-07-01");

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31",
            "2025-06-01 overdue 2025-05-01..2025-05-31",
            "2025-06-05 slipped 2025-06-10..2025-06-20",
            "2025-06-21 overdue 2025-06-10..2025-06-20");
  }

  @Test
  void lateExtension_takesItsPlaceInHistory_andNothingIsOverdue() {
    var room =
        read("""
        2025-02-01 Gazette reported scheduled 2025-05
        2025-04-10 Herald reported delayed 2025-08
        """)
            .until("2025-06-10");

    assertThat(room.fold(room.claims().subList(0, 1)).changes()).hasSize(2);
    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31",
            "2025-04-10 slipped 2025-08-01..2025-08-31");
  }

  @Test
  void release_needsTheCompanyOrTwoPublishers() {
    var one = "2025-05-20 Blog reported released 2025-05-19\n";
    var copy = "2025-05-21 Mirror reported released 2025-05-19 story item-000\n";
    var other = "2025-05-22 Herald reported released 2025-05-19..2025-05-21\n";

    assertThat(read(one).changes()).isEmpty();
    assertThat(read(one + copy).changes()).isEmpty();
    assertThat(read(one + copy + other).changes())
        .containsExactly("2025-05-22 released 2025-05-19..2025-05-21");
    assertThat(read("2025-05-20 Acme official released 2025-05-20").changes())
        .containsExactly("2025-05-20 released 2025-05-20");
  }

  @Test
  void twoRumoursOfARelease_areUnverified() {
    var room =
        read(
            """
            2025-05-20 Board rumoured released 2025-05-19
            2025-05-21 Blog rumoured released 2025-05-19
            """);

    assertThat(room.changes()).containsExactly("2025-05-21 release-unverified 2025-05-19 (rumour)");
    assertThat(outlook(room).held().state()).isEqualTo(OutlookState.NONE);
  }

  @Test
  void falseRelease_deniedByTheCompany_isTakenBack() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-09
            2025-05-20 Blog reported released 2025-05-19
            2025-05-21 Herald reported released 2025-05-19
            2025-05-22 Acme official denied 2025-05-19
            2025-05-23 Courier reported released 2025-05-19
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-09-01..2025-09-30",
            "2025-05-21 released 2025-05-19",
            "2025-05-22 denied 2025-05-19");
    assertThat(room.held()).isEqualTo("dated 2025-09-01..2025-09-30");
    assertThat(change(room, 2).takesBack()).isEqualTo(change(room, 1).id());
  }

  @Test
  void afterTheRelease_nothingIsAwaited() {
    var room =
        read("""
        2025-05-20 Acme official released 2025-05-20
        2025-05-22 Herald reported scheduled 2025-08
        2025-05-25 Courier reported released 2025-05-21
        """)
            .until("2026-01-01");

    assertThat(room.changes()).hasSize(1);
  }

  @Test
  void cancelledProduct_isToldOnce_andMayComeBack() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-09
            2025-03-01 Acme official cancelled
            2025-03-02 Herald reported cancelled
            2025-08-02 Acme official scheduled 2026-09
            """);

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-09-01..2025-09-30",
            "2025-03-01 cancelled no date",
            "2025-08-02 new-claim 2026-09-01..2026-09-30");
  }

  @Test
  void guess_isLoggedOnly() {
    assertThat(read("2025-02-01 Broker speculation delayed 2026-09").changes()).isEmpty();
  }

  @Test
  void openWindows_compareByTheirFirstDay() {
    var room =
        read("""
        2025-02-01 Gazette reported scheduled 2025-05
        2025-03-01 Acme official delayed 2025-06-01..
        2025-04-20 Herald reported scheduled 2025-06-10..
        2025-05-20 Courier reported scheduled 2025-09-01..
        2025-06-20 Acme official scheduled 2025-11-19
        """)
            .until("2025-11-19");

    assertThat(room.changes())
        .containsExactly(
            "2025-02-01 new-claim 2025-05-01..2025-05-31",
            "2025-03-01 slipped from 2025-06-01",
            "2025-05-20 slipped from 2025-09-01",
            "2025-06-20 new-claim 2025-11-19");
  }

  @Test
  void officialWindow_isNotMovedSilentlyByAReport() {
    var room =
        read(
            """
            2025-02-01 Acme official scheduled 2025-09-04
            2025-03-01 Herald reported scheduled 2025-09-03
            """);

    assertThat(room.held()).isEqualTo("dated 2025-09-04");
    assertThat(room.changes()).hasSize(1);
  }

  @Test
  void itemWithoutPublication_isKeptAndMovesNothing() {
    var room = read("-- Herald reported scheduled 2025-09-03").until("2025-06-01");

    assertThat(room.changes()).isEmpty();
    assertThat(verdict(room, 0).decision()).isEqualTo(Decision.UNDATED_ITEM);
  }

  @Test
  void dateAlreadyPast_isHistory() {
    var room =
        read(
            """
            2025-02-01 Acme official scheduled 2025-09
            2025-03-01 Herald reported scheduled 2025-01
            """);

    assertThat(room.changes()).hasSize(1);
  }

  @Test
  void publicationInTheFuture_isAWrongDate() {
    var room =
        read("""
        2025-02-01 Acme official scheduled 2025-09
        2031-03-01 Herald reported delayed
        """)
            .until("2025-03-01");

    assertThat(room.changes()).hasSize(1);
  }

  @Test
  void rejectedReading_isTakenOutOfTheFold() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-03-10 Herald reported delayed 2025-08
            """);
    var corrected = room.rejecting(room.claims().get(1).id());

    assertThat(corrected.changes()).hasSize(1);
    assertThat(verdict(corrected, 1).decision()).isEqualTo(Decision.REJECTED);
  }

  @Test
  void outlookOfAPastDay_knowsOnlyWhatWasPublishedByThen() {
    var claims =
        read("""
        2025-02-01 Gazette reported scheduled 2025-05
        2025-03-10 Herald reported delayed 2025-08
        """)
            .claims();
    var then = Instant.parse("2025-03-10T11:00:00Z");

    assertThat(
            Ledger.asOf(Newsroom.SUBJECT, claims, Set.of(), then, "test").outlook().held().window())
        .isEqualTo(Newsroom.window("2025-05"));
  }

  @Test
  void copiesAndRetellings_countAsOneOrigin() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05 by Wire
            2025-02-02 Herald reported scheduled 2025-05 by wire
            2025-02-03 Courier reported scheduled 2025-05 story item-001
            2025-02-03 Mirror reported scheduled 2025-05
            """);

    assertThat(change(room, 0).independentOrigins()).isEqualTo(1);
    assertThat(outlook(room).word()).extracting(Outlook.Word::origins).isEqualTo(2);
  }

  @Test
  void whoDisagrees_isNamedWithTheOriginsBehindIt() {
    var room =
        read("""
        2025-02-01 Acme official scheduled 2025-12
        2025-02-02 Board rumoured scheduled 2025-09
        2025-02-03 Blog rumoured scheduled 2025-09
        2025-02-04 Leaker rumoured scheduled 2025-03
        """)
            .until("2025-05-01");

    assertThat(outlook(room).others())
        .singleElement()
        .satisfies(d -> assertThat(d.window()).isEqualTo(Newsroom.window("2025-09")))
        .extracting(Outlook.Dissent::origins)
        .isEqualTo(2);
  }

  @Test
  void severity_tellsHeadlinesRumoursAndNoticesApart() {
    var room =
        read("""
        2025-02-01 Gazette reported scheduled 2025-05
        2025-02-11 Board rumoured scheduled 2025-03-17
        """)
            .until("2025-06-02");

    assertThat(room.fold().changes())
        .extracting(Change::severity)
        .containsExactly(Severity.HEADLINE, Severity.RUMOUR, Severity.NOTICE);
  }

  private static Change change(Newsroom room, int n) {
    return room.fold().changes().get(n);
  }

  private static Outlook outlook(Newsroom room) {
    return room.fold().outlook();
  }

  private static Verdict verdict(Newsroom room, int n) {
    return room.fold().verdicts().get(room.claims().get(n).id());
  }

  private static List<Decision> decisions(Newsroom room) {
    var verdicts = room.fold().verdicts();
    return room.claims().stream().map(c -> verdicts.get(c.id()).decision()).toList();
  }
}
