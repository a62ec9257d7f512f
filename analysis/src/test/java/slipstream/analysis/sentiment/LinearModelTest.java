package slipstream.analysis.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final SentimentModel MODEL = LinearModel.shipped();

  @Test
  void praiseAndBlame_areToldApart() {
    assertThat(towards("Shares of Nvidia surged after strong results.", "Nvidia")).isPositive();
    assertThat(towards("Shares of Nvidia plunged after weak results.", "Nvidia")).isNegative();
  }

  @Test
  void oneSentence_maySpeakWellOfOneAndIllOfAnother() {
    String sentence = "Intel gains while Nvidia falls 5%";
    assertThat(towards(sentence, "Intel")).isGreaterThan(towards(sentence, "Nvidia"));
  }

  @Test
  void negation_turnsTheWordRound() {
    assertThat(towards("It is a good model.", ""))
        .isGreaterThan(towards("It is not a good model.", ""));
  }

  @Test
  void plainFact_isInTheNeutralBand() {
    assertThat(towards("Brokerage sets target for Lupin", "Lupin"))
        .isBetween(-SentimentModel.NEUTRAL_BAND, SentimentModel.NEUTRAL_BAND);
  }

  @Test
  void score_staysInRange_whateverTheSentence() {
    for (String odd : new String[] {"", " ", "…", "good ".repeat(5000), "坏消息", "\uD83D\uDE80"}) {
      assertThat(MODEL.score(odd, -1, -1)).isBetween(-1.0, 1.0);
      assertThat(MODEL.score(odd, 0, odd.length())).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void writtenModel_readsTheSame() throws IOException {
    var out = new ByteArrayOutputStream();
    LinearModel.shipped().write(out);
    var read = LinearModel.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(read.score("Nvidia fell.", 0, 6)).isEqualTo(MODEL.score("Nvidia fell.", 0, 6));
  }

  private static double towards(String sentence, String target) {
    int start = target.isEmpty() ? -1 : sentence.indexOf(target);
    return MODEL.score(sentence, start, start + target.length());
  }
}
