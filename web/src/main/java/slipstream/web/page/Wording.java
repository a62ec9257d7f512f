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
import slipstream.contracts.WindowText;

/** Dates, windows and enum values in the words of a newspaper. */
public final class Wording {
  private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
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

  /** As notices and the terminal word it, with the dashes of print. */
  public static String window(Window window) {
    return WindowText.of(window).replace('-', '–');
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

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
