package slipstream.analysis.sentiment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts a few good and bad words of business news, turned round after a negation. */
public final class LexiconModel implements SentimentModel {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}']+");
  private static final Set<String> GOOD =
      words(
          "win wins won gain gains gained rise rises rose rising surge surges surged soar soars soared"
              + " strong stronger better best boost boosts boosted success successful breakthrough ahead"
              + " approve approved approves eased ease eases lifted lift lifts resume resumed cheaper"
              + " faster record impressive praised leads improved improve growth profit rally ready");
  private static final Set<String> BAD =
      words(
          "delay delays delayed slip slips slipped slipping postpone postponed late fail fails failed"
              + " failure failing weak weaker worse worst fall falls fell falling drop drops dropped"
              + " plunge plunged loss losses lose lost lag lags trails short shortage ban bans banned"
              + " curb curbs curbed tighten tightened tighter restrict restricted restrictions block"
              + " blocked unhappy dissatisfied problem problems concern concerns risk risks threat"
              + " shelved scrapped stalled halted doubt doubts accused probe smuggling blacklist");
  private static final Set<String> NEGATION =
      words(
          "not no never without nor neither cannot can't won't isn't wasn't didn't doesn't don't");
  private static final int REACH = 3;

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  @Override
  public double score(String sentence, int start, int end) {
    int sum = 0;
    int negated = 0;
    for (String word : WORDS.split(sentence.toLowerCase(Locale.ROOT).replace('’', '\''), -1)) {
      int value = GOOD.contains(word) ? 1 : BAD.contains(word) ? -1 : 0;
      sum += negated > 0 ? -value : value;
      negated = NEGATION.contains(word) ? REACH : negated - 1;
    }
    return Math.tanh(sum / 2.0);
  }
}
