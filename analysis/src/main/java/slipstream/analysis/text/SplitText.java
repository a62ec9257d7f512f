package slipstream.analysis.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plain text that is cut into sentences when first asked for them, once for all who read it. Not
 * for several threads at a time.
 */
public final class SplitText {
  private final String text;
  private @Nullable List<Sentence> sentences;

  public SplitText(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Its sentences in order. */
  public List<Sentence> sentences() {
    if (sentences == null) sentences = Sentences.of(text);
    return sentences;
  }
}
