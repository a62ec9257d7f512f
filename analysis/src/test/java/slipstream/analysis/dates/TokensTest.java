package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TokensTest {
  @Test
  void wordsNumbersAndMarks_areTokens() {
    assertThat(words("Acme’s “RTX 5.1” isn’t 50,000."))
        .containsExactly("acme", "'s", "\"", "rtx", "5.1", "\"", "isn't", "50,000", ".");
  }

  @Test
  void wordsThatBeginOrEndAlike_areToldApart() {
    String text = "September Xseptember Septembers september isn't ISN’T É été Été 七月";
    List<String> once = words(text);
    assertThat(once)
        .containsExactly(
            "september",
            "xseptember",
            "septembers",
            "september",
            "isn't",
            "isn't",
            "é",
            "été",
            "été",
            "七",
            "月");
    assertThat(words(text)).isEqualTo(once);
  }

  private static List<String> words(String text) {
    Tokens tokens = Tokens.of(text);
    return IntStream.range(0, tokens.size()).mapToObj(tokens::word).toList();
  }
}
