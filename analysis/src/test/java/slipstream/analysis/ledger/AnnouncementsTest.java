package slipstream.analysis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.analysis.ledger.Newsroom.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;

class AnnouncementsTest {
  private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
  private final List<Change> announced = new ArrayList<>();

  @Test
  void whatWasAnnounced_isNotAnnouncedAgain() {
    var room = read("2025-02-01 Gazette reported scheduled 2025-05");

    assertThat(announce(room)).containsExactly("2025-02-01 new-claim 2025-05-01..2025-05-31");
    assertThat(announce(room)).isEmpty();
  }

  @Test
  void earlierTellingOfTheSame_learnedLater_keepsTheAnnouncedId() {
    announce(read("2025-02-03 Herald reported scheduled 2025-05-01..2025-05-28"));
    var room =
        read(
            """
            2025-02-03 Herald reported scheduled 2025-05-01..2025-05-28
            2025-02-01 Gazette reported scheduled 2025-05
            """);

    assertThat(announce(room)).isEmpty();
    assertThat(Announcements.ids(announced, room.fold().changes()))
        .containsValue(announced.get(0).id());
  }

  @Test
  void changeThatIsGone_isCorrected_withWhatIsHeldInstead() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-03-10 Herald reported delayed 2025-08
            """);
    announce(room);
    announce(room.rejecting(room.claims().get(1).id()));

    var slip = announced.get(1);
    var correction = announced.get(2);
    assertThat(announced).hasSize(3);
    assertThat(correction.kind()).isEqualTo(ChangeKind.CORRECTION);
    assertThat(correction.takesBack()).isEqualTo(slip.id());
    assertThat(correction.before()).isEqualTo(slip.after());
    assertThat(correction.after()).isEqualTo(announced.get(0).after());
    assertThat(correction.learnedAt()).isEqualTo(NOW);
  }

  @Test
  void changeThatComesBack_afterACorrection_isAnnouncedAnewUnderAnotherId() {
    var room =
        read(
            """
            2025-02-01 Gazette reported scheduled 2025-05
            2025-03-10 Herald reported delayed 2025-08
            """);
    var without = room.rejecting(room.claims().get(1).id());
    announce(room);
    announce(without);
    assertThat(announce(room)).containsExactly("2025-03-10 slipped 2025-08-01..2025-08-31");
    assertThat(announce(without)).hasSize(1);

    assertThat(announced).extracting(Change::id).doesNotHaveDuplicates();
    assertThat(Announcements.standing(announced)).hasSize(1);
  }

  @Test
  void lateExtension_takesTheOverdueBack() {
    var lines = "2025-02-01 Gazette reported scheduled 2025-05\n";
    announce(read(lines).until("2025-06-02"));
    var late = read(lines + "2025-04-10 Herald reported delayed 2025-08").until("2025-06-02");

    assertThat(announce(late))
        .containsExactly(
            "2025-06-01 correction 2025-08-01..2025-08-31",
            "2025-04-10 slipped 2025-08-01..2025-08-31");
    assertThat(announced.get(3).backfill()).isTrue();
  }

  @Test
  void whoWasToldTheDate_isNotToldAgain_whenItTurnsOutToBeASlip() {
    announce(read("2025-04-10 Herald reported scheduled 2025-08"));
    var room =
        read(
            """
            2025-04-10 Herald reported scheduled 2025-08
            2025-02-01 Gazette reported scheduled 2025-05
            """);

    assertThat(announce(room)).containsExactly("2025-02-01 new-claim 2025-05-01..2025-05-31");
  }

  @Test
  void denial_pointsAtTheAnnouncedIdOfWhatItTakesBack() {
    announce(read("2025-02-12 Blog rumoured scheduled 2025-06-16"));
    announce(
        read(
            """
            2025-02-12 Blog rumoured scheduled 2025-06-16
            2025-02-11 Board rumoured scheduled 2025-06-17
            2025-02-14 Acme official denied 2025-06-17
            """));

    assertThat(announced).hasSize(2);
    assertThat(announced.get(1).takesBack()).isEqualTo(announced.get(0).id());
  }

  @Test
  void correctionOfALiveAlert_isNoBackfill_howeverLate() {
    var room = read("2025-02-01 Gazette reported scheduled 2025-05");
    announced.addAll(
        Announcements.settle(
            List.of(), room.fold().changes(), Instant.parse("2025-02-01T12:00:01Z")));
    announce(room.rejecting(room.claims().get(0).id()));

    assertThat(announced).extracting(Change::backfill).containsExactly(false, false);
    assertThat(announced.get(1).after().state()).isEqualTo(OutlookState.NONE);
  }

  @Test
  void changeLearnedLate_isBackfill_andSoIsAnOldOverdue() {
    announce(read("2024-02-01 Gazette reported scheduled 2024-05").until("2025-06-01"));

    assertThat(announced).extracting(Change::backfill).containsExactly(true, true);
  }

  private List<String> announce(Newsroom room) {
    var news = Announcements.settle(announced, room.fold().changes(), NOW);
    announced.addAll(news);
    return news.stream().map(Newsroom::text).toList();
  }
}
