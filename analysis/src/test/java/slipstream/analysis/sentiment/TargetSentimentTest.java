package slipstream.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Sentiment;
import slipstream.contracts.Span;

class TargetSentimentTest {
  private final List<String> asked = new ArrayList<>();

  /** Scores 1 and keeps what it was asked about, the target in brackets. */
  private final TargetSentiment sentiment =
      new TargetSentiment(
          (sentence, start, end) -> {
            asked.add(
                sentence.substring(0, start)
                    + "["
                    + sentence.substring(start, end)
                    + "]"
                    + sentence.substring(end));
            return 1;
          });

  @Test
  void sentencesThatNameTheTarget_areRead_othersAreNot() {
    Sentiment sum = towardsR2("R2 is late", "Nobody knows why. Perhaps R2 is hard. Rain fell.");

    assertThat(asked).containsExactly("[R2] is late", "Perhaps [R2] is hard.");
    assertThat(sum).isEqualTo(new Sentiment(2, 2));
  }

  @Test
  void nextSentenceThatPointsBack_isReadToo() {
    towardsR2("", "R2 is late. It disappoints. Rain fell. It rains.");

    assertThat(asked).containsExactly("[R2] is late.", "[It] disappoints.");
  }

  @Test
  void sentenceWithTwoHits_countsOnce() {
    assertThat(towardsR2("", "R2 beats R2.").n()).isEqualTo(1);
  }

  @Test
  void noHit_isNoSentiment() {
    assertThat(towardsR2("", "Rain fell.")).isEqualTo(Sentiment.NONE);
  }

  private Sentiment towardsR2(String title, String text) {
    var spans = new ArrayList<Span>();
    addSpans(title, true, spans);
    addSpans(text, false, spans);
    return sentiment.of(new SplitText(title), new SplitText(text), spans);
  }

  private static void addSpans(String passage, boolean inTitle, List<Span> spans) {
    for (int i = passage.indexOf("R2"); i >= 0; i = passage.indexOf("R2", i + 1)) {
      spans.add(new Span(i, i + 2, inTitle));
    }
  }
}
