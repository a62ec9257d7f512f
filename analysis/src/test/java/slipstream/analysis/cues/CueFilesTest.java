package slipstream.analysis.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.analysis.dates.Tokens;

/** What a line of the phrases asks for must be what a text can hold. */
class CueFilesTest {
  /** Endings that are written with the word before them, or that only a word before makes one. */
  private static final Set<String> ENDINGS = Set.of("n't", "'ll", "'s");

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
