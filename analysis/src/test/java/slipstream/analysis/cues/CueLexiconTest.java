package slipstream.analysis.cues;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.kafka.Json;

class CueLexiconTest {
  private static final Path TEXTS =
      Path.of("src/test/resources/slipstream/analysis/claims/dev.jsonl");

  @ParameterizedTest
  @CsvSource({
    "has ~2 fallen behind schedule, fallen, behind, 0, 1, 3",
    "will ~3 be [now] released, be, released, 1, 1, 4",
    "the ~2 launch of, launch, of, 0, 1, 3",
    "delay+, delayed, , 0, 0, 0"
  })
  void phrase_isLookedForByItsRarestWords(
      String phrase, String word, String next, int gap, int least, int most) {
    CueAnchor anchor = CueAnchor.of(CuePattern.parse("delay", List.of(phrase)).get(0));
    assertThat(anchor.words()).contains(word);
    assertThat(anchor.next()).isEqualTo(next == null ? Set.of() : Set.of(next));
    assertThat(List.of(anchor.gap(), anchor.least(), anchor.most()))
        .containsExactly(gap, least, most);
  }

  @ParameterizedTest
  @CsvSource({
    "it has been put off,has been put off",
    "it has not yet been put off again,has not yet been put off",
    "it has of late not yet been put off,",
    "it has. Been put off,"
  })
  void phrase_isFoundFromItsFirstWordWhereItsGapReaches(String text, String found) {
    assertThat(found(text, List.of(), Map.of("delay", List.of("has ~2 been put off"))))
        .isEqualTo(found == null ? List.of() : List.of("DELAY " + found));
  }

  @Test
  void name_isOneWordOfAGapHoweverLong() {
    var phrases = Map.of("delay", List.of("has ~1 been put off"));
    String text = "why has Low Tide Two been put off";
    assertThat(found(text, List.of(), phrases)).isEmpty();
    assertThat(found(text, List.of(new Name("", 2, 5)), phrases))
        .containsExactly("DELAY has Low Tide Two been put off");
  }

  @Test
  void ofPhrasesOfOneKindAtAPlace_theLongestCounts() {
    var phrases =
        Map.of("delay", List.of("put off", "put off [again] until"), "release", List.of("put"));
    assertThat(found("put off again until May", List.of(), phrases))
        .containsExactly("DELAY put off again until", "RELEASE put");
  }

  @Test
  void phraseThatBeginsWithWhatMayBeLeftOut_isFoundWithoutIt() {
    var phrases = Map.of("miss", List.of("[did] n't ship"));
    assertThat(found("it didn't ship", List.of(), phrases)).containsExactly("MISS didn't ship");
  }

  /** Of the shipped phrases none is missed that stands somewhere in these texts. */
  @Test
  void phrasesFoundByTheirAnchors_areThoseFoundByComparingEachEverywhere() throws IOException {
    List<CuePattern> shipped = CueLexicon.shipped();
    var lexicon = new CueLexicon(shipped);
    for (String line : Files.readAllLines(TEXTS)) {
      Tokens tokens = Tokens.of(Json.MAPPER.readTree(line).path("text").asText());
      List<Name> names = List.of(new Name("", 0, 2), new Name("", 9, 12));
      assertThat(lexicon.find(tokens, names, 0, tokens.size()))
          .isEqualTo(comparedEverywhere(shipped, tokens, names));
    }
  }

  private static List<Cue> comparedEverywhere(
      List<CuePattern> patterns, Tokens tokens, List<Name> names) {
    WordNumbers numbers = CueLexicon.numbersOf(patterns);
    var words = new NumberedWords(tokens, names, numbers, 0, tokens.size());
    var longest = new LongestCues(new CuePhrases(patterns, numbers), words);
    for (int phrase = 0; phrase < patterns.size(); phrase++) {
      for (int at = 0; at < tokens.size(); at++) longest.compare(phrase, at);
    }
    List<Cue> cues = longest.cues();
    CueLexicon.dropIdioms(cues);
    return cues;
  }

  private static List<String> found(
      String text, List<Name> names, Map<String, List<String>> phrases) {
    var patterns = new ArrayList<CuePattern>();
    phrases.forEach((kind, lines) -> patterns.addAll(CuePattern.parse(kind, lines)));
    Tokens tokens = Tokens.of(text);
    return new CueLexicon(patterns)
        .find(tokens, names, 0, tokens.size()).stream()
            .map(cue -> cue.kind() + " " + tokens.text(cue.start(), cue.end()))
            .toList();
  }
}
