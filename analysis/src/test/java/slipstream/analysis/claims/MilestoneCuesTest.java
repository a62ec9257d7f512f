package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Window;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

/** What is told of an approval or an entry into force, to those who wait for it and to others. */
class MilestoneCuesTest {
  private static final String APPROVAL = "A decision on approval of Nexolin is due by June 4.";

  @Test
  void dateOfADecision_isTheClaim_whereTheApprovalIsWatched() {
    assertThat(read("approval", APPROVAL))
        .extracting(Claim::status)
        .containsExactly(ClaimStatus.SCHEDULED);
  }

  @Test
  void dateOfADecision_isNoClaim_whereTheSaleIsWatched() {
    assertThat(read("release", APPROVAL)).isEmpty();
  }

  @Test
  void approval_isTheRelease_whereItIsWatched() {
    assertThat(read("approval", "The agency approved Nexolin on Friday."))
        .extracting(Claim::status)
        .containsExactly(ClaimStatus.RELEASED);
  }

  @Test
  void refusal_isADelay() {
    String text = "The agency declined to approve Nexolin and asked for a further study.";
    assertThat(read("approval", text))
        .extracting(Claim::status)
        .containsExactly(ClaimStatus.DELAYED);
  }

  @Test
  void dayFromWhichALawApplies_isTheClaim_whereItsEntryIntoForceIsWatched() {
    assertThat(read("entry into force", "Nexolin is to apply from June 4, 2026."))
        .extracting(Claim::window)
        .containsExactly(
            new Window(LocalDate.of(2026, 6, 4), LocalDate.of(2026, 6, 4), Precision.DAY));
  }

  private static List<Claim> read(String milestone, String text) {
    String subjects =
        """
        {"subjects": [{"id": "n", "name": "Nexolin", "owner": "Sarro", "milestone": "%s"}]}
        """
            .formatted(milestone);
    var watchlist = ConfigReader.read("test", subjects, Watchlist.class);
    var published = Publication.ofDay(LocalDate.of(2026, 1, 14), Provenance.FILE);
    var hits = Matcher.of(watchlist).find("News", text);
    return ClaimReader.of(watchlist).read("News", text, published, "Outlet", hits);
  }
}
