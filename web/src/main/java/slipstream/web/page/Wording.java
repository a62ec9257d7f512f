package slipstream.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Position;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/** Dates, windows and enum values in the words of a newspaper. */
public final class Wording {
  private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
  private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM");
  private static final DateTimeFormatter MONTH = formatter("MMMM uuuu");
  private static final DateTimeFormatter MINUTE = formatter("d MMM uuuu, HH:mm 'UTC'");

  private Wording() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String day(Instant at) {
    return DAY.format(at.atOffset(ZoneOffset.UTC));
  }

  static String minute(Instant at) {
    return MINUTE.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The day an item was published; {@code ~} before an estimated one. */
  public static String published(ItemRef item) {
    Publication published = item.published();
    if (published == null) return "no date";
    return (isEstimated(item) ? "~" : "") + day(published.at());
  }

  static boolean isEstimated(@Nullable ItemRef item) {
    return item != null
        && item.published() != null
        && item.published().provenance() == Provenance.ESTIMATED;
  }

  /** A window by the name of its month, quarter, half or year where it is one, else its days. */
  public static String window(Window window) {
    LocalDate from = window.earliest();
    LocalDate to = window.latest();
    if (to == null) return "from " + day(from);
    if (from.equals(to)) return day(from);
    if (from.getDayOfMonth() == 1 && to.equals(to.withDayOfMonth(to.lengthOfMonth()))) {
      int months =
          (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
      int start = from.getMonthValue() - 1;
      int year = from.getYear();
      if (months == 1) return MONTH.format(from);
      if (months == 3 && start % 3 == 0) return "Q%d %d".formatted(start / 3 + 1, year);
      if (months == 6 && start % 6 == 0) {
        return "%s half of %d".formatted(start == 0 ? "first" : "second", year);
      }
      if (months == 12 && start == 0) return Integer.toString(year);
    }
    return range(from, to);
  }

  public static String position(Position position) {
    Window window = position.window();
    return switch (position.state()) {
      case NONE -> "nothing known";
      case DATED -> window == null ? "a date" : window(window);
      case NO_DATE -> "no date";
      case RELEASED -> window == null ? "released" : "released, " + window(window);
      case CANCELLED -> "cancelled";
      case UNKNOWN -> window == null ? "unknown" : window(window);
    };
  }

  /**
   * What a change did: {@code no date → 15–30 Aug 2025}. A denial or a rumour names its own window:
   * what is held has not moved.
   */
  public static String move(Change change) {
    String before = position(change.before());
    String after = position(change.after());
    Window window = change.after().window();
    if (change.kind() == ChangeKind.DENIED && window != null) return "not " + window(window);
    boolean beside = change.severity() == Severity.RUMOUR || before.equals(after);
    return beside ? after : before + " → " + after;
  }

  /** {@code +40 days}, {@code −12 days}; empty when unknown or 0. */
  static String moved(@Nullable Integer days) {
    if (days == null || days == 0) return "";
    return (days > 0 ? "+" : "−") + count(Math.abs(days), "day");
  }

  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** {@code RUMOUR_HELD} as {@code rumour held}. */
  public static String plain(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code RUMOUR_HELD} as {@code rumour-held}, as on the wire. */
  public static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String range(LocalDate from, LocalDate to) {
    if (from.getYear() != to.getYear()) return day(from) + " – " + day(to);
    if (from.getMonth() != to.getMonth()) return DAY_OF_YEAR.format(from) + " – " + day(to);
    return from.getDayOfMonth() + "–" + day(to);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
