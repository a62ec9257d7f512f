package slipstream.analysis.dates;

import java.time.Month;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Period.Calendar;
import slipstream.analysis.dates.PeriodGrammar.Match;

/** Reads months and their days. */
record MonthGrammar(Tokens tokens, YearGrammar years, NumericDates numbers) {
  /** What stands behind the month and not behind the verb "may". */
  private static final Set<String> AFTER_MONTH = WordSet.ofLine("is was at through until remains");

  /** The same of March: hardly anybody bears its name. */
  private static final Set<String> AFTER_MARCH =
      WordSet.ofLine("stands holds has had looks seems became becomes turned turns slipped brings");

  /** "May 26, 2026", "26 May", "the 26th of May", "2026-05-26". */
  @Nullable Match day(int at) {
    Match numeric = numbers.read(at);
    if (numeric != null) return numeric;
    Integer month = monthNumber(at);
    if (month != null) {
      int next = afterMonth(at);
      Integer day = DateWords.dayOfMonth(tokens.word(next));
      if (day == null || years.isQuantity(next + 1)) return null;
      return dated(month, day, next + 1);
    }
    Integer day = DateWords.dayOfMonth(tokens.word(at));
    if (day == null || years.isPartOfName(at)) return null;
    int next = at + 1;
    if (tokens.word(next).equals("of")) next++;
    Integer after = monthNumber(next);
    return after == null ? null : dated(after, day, afterMonth(next));
  }

  private @Nullable Match dated(int month, int day, int end) {
    if (day > Month.of(month).maxLength()) return null;
    YearGrammar.Found year = years.after(end);
    return new Match(new Calendar(Unit.DAY, month, day, year.year(), Part.WHOLE), year.end());
  }

  /** "May", "September 2026". */
  @Nullable Match month(int at) {
    Integer month = monthNumber(at);
    if (month == null) return null;
    YearGrammar.Found year = years.after(afterMonth(at));
    return new Match(new Calendar(Unit.MONTH, month, 0, year.year(), Part.WHOLE), year.end());
  }

  private @Nullable Integer monthNumber(int at) {
    Integer month = DateWords.MONTHS.get(tokens.word(at));
    if (month == null || !tokens.isCapitalised(at) || isSurname(at)) return null;
    boolean verb = tokens.word(at).equals("may") || tokens.word(at).equals("march");
    return verb && !isMonthNotVerb(at) ? null : month;
  }

  /** The "Jun" of "Lei Jun has": behind a name, and before what people do. */
  private boolean isSurname(int at) {
    String before = tokens.word(at - 1);
    return tokens.isOneOf(at, "jun", "jan")
        && tokens.isCapitalised(at - 1)
        && tokens.isWord(at - 1)
        && !DateVocabulary.isDateWord(before)
        && tokens.isOneOf(
            at + 1, "has", "had", "is", "was", "says", "said", "told", "wrote", "did", "will");
  }

  private boolean isMonthNotVerb(int at) {
    String next = tokens.word(at + 1);
    if (DateWords.dayOfMonth(next) != null || DateWords.year(next) != null) return true;
    if (DateWords.BEFORE_MONTH.contains(tokens.word(at - 1))) return true;
    if (DateWords.AFTER_MODAL.contains(next)) return false;
    boolean begins = !tokens.isWord(at - 1) || tokens.isCapitalised(at - 1);
    boolean march = tokens.word(at).equals("march") && AFTER_MARCH.contains(next);
    return !begins || march || !tokens.isWord(at + 1) || AFTER_MONTH.contains(next);
  }

  private int afterMonth(int at) {
    String month = tokens.word(at);
    boolean abbreviated = (month.length() == 3 && !month.equals("may")) || month.equals("sept");
    return abbreviated && tokens.word(at + 1).equals(".") && tokens.isGlued(at + 1)
        ? at + 2
        : at + 1;
  }
}
