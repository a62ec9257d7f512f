package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.Claim;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/** No text takes for ever: the bounds are generous, a quadratic cost would break them. */
class HostileTextTest {
  private static final Watchlist WATCHLIST =
      new Watchlist(
          List.of(
              new Subject(
                  "ship",
                  "Sea Otter Nine",
                  "Otter Works",
                  List.of(),
                  List.of(),
                  List.of(),
                  "release",
                  null)),
          List.of(),
          List.of(),
          List.of());
  private final Matcher matcher = Matcher.of(WATCHLIST);
  private final ClaimReader reader = ClaimReader.of(WATCHLIST);

  @Test
  void aSentenceOfFiveMegabytes_endsInTime() {
    read(
        "Sea Otter Nine will launch in May "
            + "and then it was delayed from June to July ".repeat(125_000));
  }

  @Test
  void aHundredThousandDates_endInTime() {
    read("Sea Otter Nine will launch on " + "May 26, 2026 or June 3 or ".repeat(50_000));
  }

  @Test
  void aHundredThousandDatesBehindATitleThatNamesTheSubject_endInTime() {
    read("Sea Otter Nine", "It launches on May 26, 2026 or June 3. ".repeat(50_000));
  }

  @Test
  void aTitleOfDates_endsInTime() {
    read("Sea Otter Nine is due in May or June 3 or ".repeat(600), "It is due in May.");
  }

  @Test
  void aTitleOfNames_endsInTime() {
    read("Sea Otter Nine has not been put off for ".repeat(60_000), "It is due in May.");
  }

  @Test
  void deeplyNestedQuotes_endInTime() {
    read("\"'(".repeat(300_000) + "Sea Otter Nine will launch in May" + ")'\"".repeat(300_000));
  }

  @Test
  void endlessNames_endInTime() {
    read("Sea Otter Nine is due in May. ".repeat(60_000));
  }

  @Test
  void endlessNamesWithoutAStop_endInTime() {
    read("Sea Otter Nine is due in May ".repeat(60_000));
  }

  @Test
  void aMillionSentencesOfNothing_endInTime() {
    read("Sea Otter Nine " + ". ".repeat(1_000_000));
  }

  @Test
  void endlessWhiteSpaceAndDigits_endInTime() {
    read("Sea Otter Nine" + " \n ".repeat(500_000) + "1".repeat(500_000) + " 2,".repeat(500_000));
  }

  @Test
  void endlessWordsThatOnlyLeadToADate_endInTime() {
    for (String word :
        List.of("calendar ", "coming ", "early ", "late ", "earlier ", "the week of ", "next ")) {
      read("Sea Otter Nine comes early " + word.repeat(100_000) + "May.");
    }
  }

  @Test
  void sentencesThatNeverEnd_stillGiveTheirClaim() {
    assertThat(read("Sea Otter Nine will launch in May " + "of this and that ".repeat(1000)))
        .isNotEmpty();
  }

  private List<Claim> read(String text) {
    return read("", text);
  }

  private List<Claim> read(String title, String text) {
    var published = Publication.ofDay(LocalDate.of(2026, 2, 1), Provenance.FILE);
    return assertTimeout(
        Duration.ofSeconds(30),
        () -> reader.read(title, text, published, "", matcher.find(title, text)));
  }
}
