package slipstream.analysis.dates;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that the TIMEX3 standard counts as dates and that place no release: "currently", "the
 * past", "the 1980s", "the same day". Claims never read them; they are for temporal annotation.
 */
public final class TimexPhrases {
  /**
   * An expression.
   *
   * @param start its first token
   * @param end after its last token
   * @param value TIMEX3 value
   */
  public record Phrase(int start, int end, String value) {}

  private static final Map<String, String> WORDS =
      Map.of(
          "currently", "PRESENT_REF",
          "presently", "PRESENT_REF",
          "nowadays", "PRESENT_REF",
          "recently", "PAST_REF",
          "lately", "PAST_REF");
  private static final Map<String, String> AFTER_THE =
      Map.of(
          "past", "PAST_REF",
          "future", "FUTURE_REF",
          "present", "PRESENT_REF",
          "time being", "PRESENT_REF",
          "near term", "FUTURE_REF",
          "short term", "FUTURE_REF",
          "long term", "FUTURE_REF",
          "near future", "FUTURE_REF");
  private static final Set<String> ENDS =
      WordSet.of(
          "end", "ends", "ended", "ending", "finish", "finished", "close", "closed", "in", "for");

  private final Tokens tokens;

  public TimexPhrases(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The expression that begins at a token; null when there is none.
   *
   * @param day the day the text last spoke of: what "the day" means
   */
  public @Nullable Phrase at(int at, LocalDate day) {
    String word = tokens.word(at);
    String value = WORDS.get(word);
    if (value != null) return new Phrase(at, at + 1, value);
    if (word.equals("recent")) return recent(at);
    return word.equals("the") ? afterThe(at, day) : null;
  }

  private Phrase recent(int at) {
    boolean units = DateWords.UNITS.containsKey(tokens.word(at + 1));
    return new Phrase(at, units ? at + 2 : at + 1, "PAST_REF");
  }

  private @Nullable Phrase afterThe(int at, LocalDate day) {
    String next = tokens.word(at + 1);
    String value = AFTER_THE.get(next);
    boolean alone = !tokens.isWord(at + 2) || tokens.word(at + 2).equals("and");
    if (value != null && alone) return new Phrase(at, at + 2, value);
    value = AFTER_THE.get(next + " " + tokens.word(at + 2));
    if (value != null) return new Phrase(at, at + 3, value);
    if (next.equals("same") && tokens.word(at + 2).equals("day")) {
      return new Phrase(at, at + 3, day.toString());
    }
    boolean ending = ENDS.contains(tokens.word(at - 1)) && next.equals("day");
    if (ending) return new Phrase(at, at + 2, day.toString());
    return decade(at + 1);
  }

  /** "The 1980s", "the 80s". */
  private @Nullable Phrase decade(int at) {
    String word = tokens.word(at);
    if (!word.endsWith("0s") || word.length() < 3) return null;
    String digits = word.substring(0, word.length() - 1);
    if (digits.length() == 4 && DateWords.year(digits) != null) {
      return new Phrase(at, at + 1, digits.substring(0, 3));
    }
    boolean short20th = digits.length() == 2 && digits.charAt(0) >= '2';
    return short20th ? new Phrase(at, at + 1, "19" + digits.charAt(0)) : null;
  }
}
