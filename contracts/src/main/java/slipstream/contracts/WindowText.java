package slipstream.contracts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A window in words, the way the annotation guideline resolves words into windows: 1-10 May is
 * early May. In the terminal, in notices and on the page alike.
 */
public final class WindowText {
  private static final DateTimeFormatter DAY = format("d MMM uuuu");
  private static final DateTimeFormatter DAY_OF_YEAR = format("d MMM");
  private static final DateTimeFormatter MONTH = format("MMMM uuuu");
  private static final DateTimeFormatter SHORT_MONTH = format("MMM");

  private WindowText() {}

  public static String of(Window window) {
    LocalDate first = window.earliest();
    LocalDate last = window.latest();
    if (last == null) return "not before " + day(first);
    if (first.equals(last)) return day(first);
    if (window.precision() == Precision.VAGUE) return "some time " + range(first, last);
    if (YearMonth.from(first).equals(YearMonth.from(last))) return withinMonth(first, last);
    String name = wholeMonths(first, last);
    return name.isEmpty() ? range(first, last) : name + " " + first.getYear() + months(first, last);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String withinMonth(LocalDate first, LocalDate last) {
    String part = partOfMonth(first.getDayOfMonth(), last);
    String month = MONTH.format(first);
    if (part.equals("all")) return month;
    return part.isEmpty()
        ? range(first, last)
        : "%s %s (%d-%s)".formatted(part, month, first.getDayOfMonth(), DAY_OF_YEAR.format(last));
  }

  private static String partOfMonth(int from, LocalDate last) {
    int to = last.getDayOfMonth();
    boolean toTheEnd = to == last.lengthOfMonth();
    if (from == 1 && toTheEnd) return "all";
    if (from == 1 && to == 10) return "early";
    if (from == 11 && to == 20) return "mid";
    if (from == 21 && toTheEnd) return "late";
    if (from == 1 && to == 15) return "first half of";
    return from == 16 && toTheEnd ? "second half of" : "";
  }

  /** The name of whole months, such as Q2; empty when the window has none. */
  private static String wholeMonths(LocalDate first, LocalDate last) {
    if (first.getDayOfMonth() != 1 || last.getDayOfMonth() != last.lengthOfMonth()) return "";
    if (first.getMonthValue() == 12 && last.equals(first.plusMonths(3).minusDays(1))) {
      return "winter";
    }
    if (first.getYear() != last.getYear()) return "";
    return switch (first.getMonthValue() * 100 + last.getMonthValue()) {
      case 103 -> "Q1";
      case 406 -> "Q2";
      case 709 -> "Q3";
      case 1012 -> "Q4";
      case 106 -> "first half of";
      case 712 -> "second half of";
      case 305 -> "spring";
      case 608 -> "summer";
      case 911 -> "autumn";
      case 104 -> "early";
      case 508 -> "mid";
      case 912 -> "late";
      case 1112 -> "end of";
      case 112 -> "the year";
      default -> "";
    };
  }

  private static String months(LocalDate first, LocalDate last) {
    if (first.getMonthValue() == 1 && last.getMonthValue() == 12) return "";
    return " (" + SHORT_MONTH.format(first) + "-" + SHORT_MONTH.format(last) + ")";
  }

  private static String range(LocalDate first, LocalDate last) {
    if (YearMonth.from(first).equals(YearMonth.from(last))) {
      return first.getDayOfMonth() + "-" + day(last);
    }
    String from = first.getYear() == last.getYear() ? DAY_OF_YEAR.format(first) : day(first);
    return from + " - " + day(last);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
