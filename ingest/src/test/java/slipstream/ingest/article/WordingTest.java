package slipstream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Wording WORDING =
      new Wording(
          List.of("(read|see) also\\b.*|\\d+ comments?|©.*", "été|by|.*\\bads?\\b.*|a\\|b"));

  @Test
  void anyAlternative_matchesTheWholeText() {
    assertThat(List.of("Read also: this", "SEE ALSO", "12 comments", "© 2026", "Été", "a|b", "by"))
        .allMatch(WORDING::matches);
    assertThat(List.of("These are no ads of ours", "ads")).allMatch(WORDING::matches);
    assertThat(List.of("", "r", "reads", "Ready", "bye", "a", "see", "12", "adsorb"))
        .noneMatch(WORDING::matches);
  }

  @Test
  void wordsWithin_areFoundWhereAWordBegins() {
    assertThat(WORDING.isIn("there, (see also this)")).isTrue();
    assertThat(WORDING.isIn("un bel été")).isTrue();
    assertThat(new Wording(List.of("ad")))
        .matches(ad -> ad.isIn("an ad"))
        .matches(ad -> !ad.isIn("bad"));
  }
}
