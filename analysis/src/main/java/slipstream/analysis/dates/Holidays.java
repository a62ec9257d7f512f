package slipstream.analysis.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import slipstream.contracts.config.CalendarEvent;
import slipstream.contracts.config.CalendarEvent.Days;
import slipstream.contracts.config.Watchlist;

/**
 * Holidays and configured events that news dates refer to. A holiday of the solar calendar is
 * computed; one of the lunar calendar is listed for the years known.
 */
final class Holidays {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2050;

  /**
   * @param words its name in tokens
   * @param festive true for a festival of several days around which news says "before" and "around"
   */
  record Named(List<String> words, String name, List<Days> days, boolean festive) {}

  private final Map<String, List<Named>> byFirstWord = new HashMap<>();

  private Holidays(Watchlist watchlist) {
    addSolar();
    addLunar();
    for (CalendarEvent event : watchlist.events()) {
      add(event.name(), event.days(), false);
      for (String alias : event.aliases()) add(alias, event.days(), false);
    }
    byFirstWord
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(n -> -n.words().size())));
  }

  static Holidays of(Watchlist watchlist) {
    return new Holidays(watchlist);
  }

  /** With which a holiday's name begins. */
  Set<String> firstWords() {
    return Set.copyOf(byFirstWord.keySet());
  }

  /** Holidays whose name may begin with {@code word}, the longest name first. */
  List<Named> startingWith(String word) {
    return byFirstWord.getOrDefault(word, List.of());
  }

  private void addSolar() {
    every("april fools", year -> day(LocalDate.of(year, 4, 1)));
    every("april fool", year -> day(LocalDate.of(year, 4, 1)));
    every("may day holiday", year -> days(LocalDate.of(year, 5, 1), 5));
    every("memorial day", year -> day(last(year, Month.MAY, DayOfWeek.MONDAY)));
    every("independence day", year -> day(LocalDate.of(year, 7, 4)));
    every("fourth of july", year -> day(LocalDate.of(year, 7, 4)));
    every("labor day", year -> day(nth(year, Month.SEPTEMBER, DayOfWeek.MONDAY, 1)));
    every("national day holiday", year -> days(LocalDate.of(year, 10, 1), 7));
    every("national day", year -> days(LocalDate.of(year, 10, 1), 7));
    every("golden week", year -> days(LocalDate.of(year, 10, 1), 7));
    every("halloween", year -> day(LocalDate.of(year, 10, 31)));
    every("singles day", year -> day(LocalDate.of(year, 11, 11)));
    every("thanksgiving", year -> day(thanksgiving(year)));
    every("black friday", year -> day(thanksgiving(year).plusDays(1)));
    every("cyber monday", year -> day(thanksgiving(year).plusDays(4)));
    every("christmas eve", year -> day(LocalDate.of(year, 12, 24)));
    every("christmas day", year -> day(LocalDate.of(year, 12, 25)));
    every("christmas", year -> day(LocalDate.of(year, 12, 25)));
    every("boxing day", year -> day(LocalDate.of(year, 12, 26)));
    every("new year eve", year -> day(LocalDate.of(year, 12, 31)));
    every("new year day", year -> day(LocalDate.of(year, 1, 1)));
    every("valentine day", year -> day(LocalDate.of(year, 2, 14)));
    every("mother day", year -> day(nth(year, Month.MAY, DayOfWeek.SUNDAY, 2)));
    every("father day", year -> day(nth(year, Month.JUNE, DayOfWeek.SUNDAY, 3)));
    every("veterans day", year -> day(LocalDate.of(year, 11, 11)));
    every("good friday", year -> day(easter(year).minusDays(2)));
    every("easter", year -> day(easter(year)));
    every("easter monday", year -> day(easter(year).plusDays(1)));
    every("元旦", year -> day(LocalDate.of(year, 1, 1)));
    for (String name : List.of("五一", "劳动节")) every(name, year -> days(LocalDate.of(year, 5, 1), 5));
    for (String name : List.of("国庆节", "国庆", "國慶", "十一假期")) {
      every(name, year -> days(LocalDate.of(year, 10, 1), 7));
    }
    for (String name : List.of("双十一", "双11")) every(name, year -> day(LocalDate.of(year, 11, 11)));
    for (String name : List.of("圣诞节", "圣诞", "聖誕"))
      every(name, year -> day(LocalDate.of(year, 12, 25)));
  }

  private void addLunar() {
    List<Days> newYear =
        starts(
            8, "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26");
    add("lunar new year", newYear, true);
    add("chinese new year", newYear, true);
    for (String name : List.of("春节", "春節", "农历新年", "農曆新年", "新春")) add(name, newYear, true);
    add("除夕", eves(newYear), false);
    add("spring festival", newYear, true);
    List<Days> midAutumn =
        starts(1, "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25", "2027-09-15");
    for (String name : List.of("mid autumn festival", "中秋节", "中秋")) add(name, midAutumn, false);
    add(
        "dragon boat festival",
        starts(1, "2024-06-10", "2025-05-31", "2026-06-19", "2027-06-09"),
        false);
    add(
        "diwali",
        starts(1, "2023-11-12", "2024-11-01", "2025-10-20", "2026-11-08", "2027-10-29"),
        false);
  }

  private void every(String name, IntFunction<Days> rule) {
    var days = new ArrayList<Days>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) days.add(rule.apply(year));
    add(name, days, false);
  }

  private void add(String name, List<Days> days, boolean festive) {
    Tokens tokens = Tokens.of(name);
    var words = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) words.add(tokens.word(i));
    if (words.isEmpty()) return;
    byFirstWord
        .computeIfAbsent(words.get(0), w -> new ArrayList<>())
        .add(new Named(words, name, days, festive));
  }

  private static List<Days> starts(int length, String... first) {
    var days = new ArrayList<Days>();
    for (String day : first) days.add(days(LocalDate.parse(day), length));
    return days;
  }

  private static List<Days> eves(List<Days> feasts) {
    return feasts.stream().map(feast -> day(feast.from().minusDays(1))).toList();
  }

  private static Days day(LocalDate day) {
    return new Days(day, day);
  }

  private static Days days(LocalDate first, int length) {
    return new Days(first, first.plusDays(length - 1L));
  }

  private static LocalDate nth(int year, Month month, DayOfWeek day, int n) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, day));
  }

  private static LocalDate last(int year, Month month, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(day));
  }

  private static LocalDate thanksgiving(int year) {
    return nth(year, Month.NOVEMBER, DayOfWeek.THURSDAY, 4);
  }

  /** Easter Sunday by the anonymous Gregorian computus. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
