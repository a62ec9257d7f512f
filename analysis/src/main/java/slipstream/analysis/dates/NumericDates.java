package slipstream.analysis.dates;

import java.time.Month;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.Period.Year;
import slipstream.analysis.dates.PeriodGrammar.Match;

/**
 * Reads dates written in numbers: 2026-05-26, 2026/5/26, 26.5.2026, 5/26/2026. What may be a day
 * and a month in either order (3/4/2026) is refused, unless the same text or the country it is
 * written for shows which comes first.
 */
final class NumericDates {
  private final Tokens tokens;

  private final DateOrder usual;

  /** What the text shows; null = not looked for yet. */
  private @Nullable DateOrder order;

  /**
   * @param usual where the text comes from; what it shows itself wins
   */
  NumericDates(Tokens tokens, DateOrder usual) {
    this.tokens = tokens;
    this.usual = usual;
  }

  /** The date that begins at {@code at}; null when there is none. */
  @Nullable Match read(int at) {
    String word = tokens.word(at);
    if (word.isEmpty() || !Character.isDigit(word.charAt(0))) return null;
    if (word.length() >= 8) return dotted(word, at + 1);
    if (!isSeparated(at)) return null;
    Integer year = DateWords.year(word);
    if (year != null) return date(year, tokens.word(at + 2), tokens.word(at + 4), at + 5);
    year = DateWords.year(tokens.word(at + 4));
    if (year == null) return null;
    return switch (order(at)) {
      case DAY_FIRST -> date(year, tokens.word(at + 2), word, at + 5);
      case MONTH_FIRST -> date(year, word, tokens.word(at + 2), at + 5);
      case UNKNOWN -> null;
    };
  }

  /** Two separators of one kind with numbers around them, nothing between. */
  private boolean isSeparated(int at) {
    String separator = tokens.word(at + 1);
    if (!separator.equals("/") && !separator.equals("-")) return false;
    if (!tokens.word(at + 3).equals(separator)) return false;
    for (int i = at + 1; i <= at + 4; i++) if (!tokens.isGlued(i)) return false;
    return !tokens.isGlued(at) || tokens.isWord(at - 1) || tokens.word(at - 1).equals("(");
  }

  /** Dots stand between day, month and year in this order wherever they are used. */
  private static @Nullable Match dotted(String word, int end) {
    String[] parts = word.split("\\.", -1);
    Integer year = parts.length == 3 ? DateWords.year(parts[2]) : null;
    return year == null ? null : date(year, parts[1], parts[0], end);
  }

  private static @Nullable Match date(int year, String monthWord, String dayWord, int end) {
    Integer month = plain(monthWord);
    Integer day = plain(dayWord);
    if (month == null || day == null || month > 12 || day > Month.of(month).maxLength()) {
      return null;
    }
    return new Match(new Calendar(Unit.DAY, month, day, Year.of(year), Part.WHOLE), end);
  }

  private static @Nullable Integer plain(String word) {
    boolean digits = word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    return digits ? DateWords.dayOfMonth(word) : null;
  }

  private DateOrder order(int at) {
    DateOrder own = shown(at);
    if (own != DateOrder.UNKNOWN) return own;
    if (order == null) order = shownAnywhere();
    return order;
  }

  /** What a date shows by itself: a number over 12 is a day; two equal ones need no order. */
  private DateOrder shown(int at) {
    Integer first = plain(tokens.word(at));
    Integer second = plain(tokens.word(at + 2));
    if (first == null || second == null) return DateOrder.UNKNOWN;
    if (first > 12) return DateOrder.DAY_FIRST;
    return second > 12 || first.equals(second) ? DateOrder.MONTH_FIRST : DateOrder.UNKNOWN;
  }

  private DateOrder shownAnywhere() {
    for (int at = 0; at + 4 < tokens.size(); at++) {
      if (!tokens.word(at + 1).equals("/") || !isSeparated(at)) continue;
      boolean dated = DateWords.year(tokens.word(at + 4)) != null;
      boolean equal = tokens.word(at).equals(tokens.word(at + 2));
      if (dated && !equal && shown(at) != DateOrder.UNKNOWN) return shown(at);
    }
    return usual;
  }
}
