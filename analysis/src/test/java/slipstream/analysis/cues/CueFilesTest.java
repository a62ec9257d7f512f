package slipstream.analysis.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.analysis.dates.Tokens;

/** What a line of the phrases asks for must be what a text can hold. */
class CueFilesTest {
  /** Endings that are written with the word before them, or that only a word before makes one. */
  private static final Set<String> ENDINGS = Set.of("n't", "'ll", "'s");

  /** How many alternatives of each word are tried. */
  private static final int VARIANTS = 30;

  @ParameterizedTest
  @ValueSource(strings = {"cues.txt", "sources.txt", "milestones.txt"})
  void everyAlternative_isOneToken(String file) {
    assertThat(alternatives(file))
        .allSatisfy(word -> assertThat(Tokens.of(word).size()).as(word).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cues.txt", "sources.txt", "milestones.txt"})
  void noLine_beginsOrEndsWithAGap(String file) {
    assertThat(Sections.of(file).values().stream().flatMap(List::stream))
        .allSatisfy(line -> assertThat(line).doesNotStartWith("~").doesNotContainPattern("~\\d+$"));
  }

  /** A phrase that some idiom always swallows would never be read. */
  @Test
  void everyPhrase_isFoundInWordsOfItsOwn() {
    CueLexicon lexicon = CueLexicon.load();
    assertThat(CueLexicon.shipped())
        .filteredOn(phrase -> phrase.kind() != CueKind.IDIOM)
        .allSatisfy(
            phrase ->
                assertThat(IntStream.range(0, VARIANTS).mapToObj(i -> words(phrase, i)))
                    .as(phrase.line())
                    .anySatisfy(text -> assertThat(kinds(lexicon, text)).contains(phrase.kind())));
  }

  /** The fixed words of a phrase, of each the alternative of one number. */
  private static String words(CuePattern phrase, int number) {
    return phrase.elements().stream()
        .filter(CuePattern.Element::isFixed)
        .map(element -> element.words().stream().sorted().toList())
        .map(words -> words.get(number % words.size()))
        .collect(Collectors.joining(" "))
        .replace(" 's", "'s");
  }

  private static Set<CueKind> kinds(CueLexicon lexicon, String text) {
    Tokens tokens = Tokens.of(text.startsWith("'s") ? "it" + text : text);
    return lexicon.find(tokens, List.of(), 0, tokens.size()).stream()
        .map(Cue::kind)
        .collect(Collectors.toSet());
  }

  private static Stream<String> alternatives(String file) {
    return Sections.of(file).values().stream()
        .flatMap(List::stream)
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .filter(element -> !element.startsWith("~"))
        .flatMap(element -> Stream.of(element.replaceAll("^\\[|]$", "").split("\\|")))
        .map(word -> word.endsWith("+") ? word.substring(0, word.length() - 1) : word)
        .filter(word -> !ENDINGS.contains(word) && !word.startsWith("$"));
  }

  @Test
  void namedList_standsForEachOfItsWords() {
    List<CuePattern> parsed = CuePattern.parse("plan", List.of("$once|lately due"));
    assertThat(parsed.get(0).elements().get(0).words())
        .contains("first", "originally", "lately")
        .doesNotContain("due");
  }

  @Test
  void unknownList_isAnErrorThatNamesIt() {
    assertThatThrownBy(() -> CuePattern.parse("plan", List.of("$nowhere due")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[nowhere]")
        .hasMessageContaining("words.txt");
  }
}
