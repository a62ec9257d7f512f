package slipstream.analysis.dates;

/** Which words belong to dates, for those who look for names. */
public final class DateVocabulary {
  private DateVocabulary() {}

  /** True for months, weekdays and seasons. */
  public static boolean isCalendarWord(String word) {
    return DateWords.MONTHS.containsKey(word)
        || DateWords.WEEKDAYS.containsKey(word)
        || DateWords.SEASONS.containsKey(word)
        || DateWords.year(word) != null;
  }

  /** True for months, weekdays, seasons, units and the words that open a date: "in", "by". */
  public static boolean isDateWord(String word) {
    return DateWords.MONTHS.containsKey(word)
        || DateWords.WEEKDAYS.containsKey(word)
        || DateWords.SEASONS.containsKey(word)
        || DateWords.UNITS.containsKey(word)
        || isOpener(word);
  }

  private static boolean isOpener(String word) {
    return switch (word) {
      case "in",
          "by",
          "on",
          "the",
          "at",
          "about",
          "around",
          "over",
          "nearly",
          "only",
          "some",
          "a",
          "more",
          "of",
          "and",
          "to",
          "for",
          "from",
          "than",
          "least",
          "early",
          "mid",
          "late" ->
          true;
      default -> false;
    };
  }
}
