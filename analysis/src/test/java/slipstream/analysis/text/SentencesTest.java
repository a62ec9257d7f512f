package slipstream.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @Test
  void fullStops_endSentences() {
    assertThat(cut("R2 is late. Nobody says why! Is it dead?"))
        .containsExactly("R2 is late.", "Nobody says why!", "Is it dead?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Huang met Sen. Warren in Washington.",
        "Sales rose 1.4% to $3.5 billion.",
        "The U.S. Commerce Department added Inspur Inc. Friday.",
        "J. D. Vance spoke.",
        "Nvidia Corp. said so.",
        "The chip (i.e. the H20) is sold.",
        "It asked \"Why now?\" and left.",
        "The list, No. 5 of its kind, grew.",
      })
  void abbreviationsDecimalsAndQuotes_doNotEndOne(String sentence) {
    assertThat(cut(sentence)).containsExactly(sentence);
  }

  @Test
  void abbreviationBeforeAnOpener_endsOne() {
    assertThat(cut("It was sold to Inspur Inc. The price is secret."))
        .containsExactly("It was sold to Inspur Inc.", "The price is secret.");
  }

  @Test
  void closingQuote_belongsToItsSentence() {
    assertThat(cut("“It is late.” He sighed.")).containsExactly("“It is late.”", "He sighed.");
  }

  @Test
  void wideFullStops_needNoSpace() {
    assertThat(cut("发布推迟。公司没有回应！")).containsExactly("发布推迟。", "公司没有回应！");
  }

  @Test
  void blankLine_endsOne() {
    assertThat(cut("A headline\n\nThe text\ngoes on."))
        .containsExactly("A headline", "The text\ngoes on.");
  }

  @Test
  void whiteSpaceOnly_hasNone() {
    assertThat(cut(" \n\n \t")).isEmpty();
  }

  @Test
  void longRunsOfStopsQuotesAndSpaces_takeLinearTime() {
    String hostile =
        ".".repeat(200_000)
            + "a"
            + " ".repeat(200_000)
            + "\"".repeat(200_000)
            + "\n ".repeat(200_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThatCode(() -> Sentences.of(hostile)).doesNotThrowAnyException());
  }

  private static List<String> cut(String text) {
    return Sentences.of(text).stream().map(sentence -> sentence.in(text)).toList();
  }
}
