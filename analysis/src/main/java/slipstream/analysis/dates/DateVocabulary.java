package slipstream.analysis.dates;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which words belong to dates, for those who look for names. */
public final class DateVocabulary {
  private static final Set<String> CALENDAR =
      union(
          List.of(
              DateWords.MONTHS.keySet(), DateWords.WEEKDAYS.keySet(), DateWords.SEASONS.keySet()));

  private static final Set<String> OPENERS =
      WordSet.ofLine(
          "in by on the at about around over nearly only some a more of and to for from than least"
              + " early mid late");

  private static final Set<String> DATES =
      union(List.of(CALENDAR, DateWords.UNITS.keySet(), OPENERS));

  private DateVocabulary() {}

  /** True for months, weekdays and seasons. */
  public static boolean isCalendarWord(String word) {
    return CALENDAR.contains(word) || DateWords.year(word) != null;
  }

  /** True for months, weekdays, seasons, units and the words that open a date: "in", "by". */
  public static boolean isDateWord(String word) {
    return DATES.contains(word);
  }

  private static Set<String> union(List<Collection<String>> sets) {
    return WordSet.copyOf(sets.stream().flatMap(Collection::stream).toList());
  }
}
