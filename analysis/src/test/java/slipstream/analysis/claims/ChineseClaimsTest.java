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
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/** Claims of Chinese news, published on Thursday 14 August 2025. */
class ChineseClaimsTest {
  private static final Watchlist WATCHLIST =
      new Watchlist(
          List.of(
              new Subject(
                  "ship", "海獭九号", "海獭工坊", List.of(), List.of(), List.of(), "release", null)),
          List.of(),
          List.of(),
          List.of());
  private final Matcher matcher = Matcher.of(WATCHLIST);
  private final ClaimReader reader = ClaimReader.of(WATCHLIST);

  @Test
  void plan_isScheduled() {
    Claim claim = read("据报道，海獭九号预计将于下周发布。");
    assertThat(claim.status()).isEqualTo(ClaimStatus.SCHEDULED);
    assertThat(claim.window()).isEqualTo(window("2025-08-18", "2025-08-24", Precision.WEEK));
  }

  @Test
  void postponement_namesTheOldPlan() {
    Claim claim = read("海獭九号原定8月发布，现推迟至第四季度。");
    assertThat(claim.status()).isEqualTo(ClaimStatus.DELAYED);
    assertThat(claim.window()).isEqualTo(window("2025-10-01", "2025-12-31", Precision.QUARTER));
    assertThat(claim.superseded()).isEqualTo(window("2025-08-01", "2025-08-31", Precision.MONTH));
  }

  @Test
  void broughtForward_isAccelerated() {
    Claim claim = read("海獭九号提前至9月初发布。");
    assertThat(claim.status()).isEqualTo(ClaimStatus.ACCELERATED);
    assertThat(claim.window()).isEqualTo(window("2025-09-01", "2025-09-10", Precision.WEEK));
  }

  @Test
  void denial_isOfTheDate() {
    Claim claim = read("海獭工坊否认海獭九号将于8月15日发布。");
    assertThat(claim.status()).isEqualTo(ClaimStatus.DENIED);
    assertThat(claim.window()).isEqualTo(window("2025-08-15", "2025-08-15", Precision.DAY));
  }

  @Test
  void releaseOfToday_isReleased() {
    Claim claim = read("海獭工坊今天正式发布海獭九号。");
    assertThat(claim.status()).isEqualTo(ClaimStatus.RELEASED);
    assertThat(claim.window()).isEqualTo(window("2025-08-14", "2025-08-14", Precision.DAY));
  }

  @Test
  void givenUp_isCancelled() {
    assertThat(read("海獭工坊取消了海獭九号的发布计划。").status()).isEqualTo(ClaimStatus.CANCELLED);
  }

  private static Window window(String earliest, String latest, Precision precision) {
    return new Window(LocalDate.parse(earliest), LocalDate.parse(latest), precision);
  }

  private Claim read(String text) {
    var published = Publication.ofDay(LocalDate.of(2025, 8, 14), Provenance.FILE);
    List<Claim> claims = reader.read("", text, published, "", matcher.find("", text));
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }
}
