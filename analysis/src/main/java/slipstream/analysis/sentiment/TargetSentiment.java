package slipstream.analysis.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.text.Sentence;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Sentiment;
import slipstream.contracts.Span;

/**
 * Folds the sentiment towards a target over the sentences of an item that speak of it: those that
 * name it, and a sentence right after one of these that opens by pointing back ("It ...").
 */
public final class TargetSentiment {
  private static final Set<String> POINTS_BACK =
      Set.of("it", "its", "they", "their", "these", "this");

  private final SentimentModel model;

  public TargetSentiment(SentimentModel model) {
    this.model = model;
  }

  /**
   * The sum over title and text.
   *
   * @param spans of the target, in order of place, the title's first
   */
  public Sentiment of(SplitText title, SplitText text, List<Span> spans) {
    int inTitle = 0;
    while (inTitle < spans.size() && spans.get(inTitle).inTitle()) inTitle++;
    Sentiment sum = add(Sentiment.NONE, title, spans.subList(0, inTitle));
    return add(sum, text, spans.subList(inTitle, spans.size()));
  }

  private Sentiment add(Sentiment before, SplitText passage, List<Span> spans) {
    if (spans.isEmpty()) return before;
    Sentiment sum = before;
    int next = 0;
    boolean spokenOf = false;
    for (Sentence sentence : passage.sentences()) {
      while (next < spans.size() && spans.get(next).start() < sentence.start()) next++;
      boolean named = next < spans.size() && sentence.contains(spans.get(next).start());
      spokenOf = named || (spokenOf && pointsBack(sentence.in(passage.text())));
      if (spokenOf) sum = sum.plus(score(passage.text(), sentence, named ? spans.get(next) : null));
    }
    return sum;
  }

  private double score(String passage, Sentence sentence, @Nullable Span target) {
    String words = sentence.in(passage);
    if (target == null) return model.score(words, 0, firstWord(words).length());
    int start = target.start() - sentence.start();
    int end = Math.min(target.end() - sentence.start(), words.length());
    return model.score(words, start, end);
  }

  private static boolean pointsBack(String sentence) {
    return POINTS_BACK.contains(firstWord(sentence).toLowerCase(Locale.ROOT));
  }

  private static String firstWord(String sentence) {
    int end = 0;
    while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) end++;
    return sentence.substring(0, end);
  }
}
