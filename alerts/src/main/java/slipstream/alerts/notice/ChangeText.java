package slipstream.alerts.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.notice.Style.Ink;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.DatePrecision;
import slipstream.contracts.ItemRef;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;
import slipstream.contracts.WindowText;

/**
 * A change for people: what moved from where to where, on whose word, since when, in which words,
 * and where to read it.
 *
 * <p>Text of others is cleaned of control characters, so that no page can write to a terminal.
 */
public final class ChangeText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int QUOTE_MAX = 300;
  private static final int NAME_MAX = 80;
  private static final int NAMED_ORIGINS = 3;
  private static final int LINK_MAX = 500;

  private ChangeText() {}

  /**
   * Several lines, without a line break at the end: kind and subject, then indented what moved, on
   * whose word, the quote, and where it stands.
   */
  public static String lines(Change change, Style style) {
    return lines(change, change.subject(), style);
  }

  /**
   * As {@link #lines(Change, Style)}, with the subject's full name.
   *
   * @param name of the subject, as people call it
   */
  public static String lines(Change change, String name, Style style) {
    var lines = new ArrayList<String>();
    lines.add(
        style.paint(ink(change), kind(change).toUpperCase(Locale.ROOT))
            + "  "
            + style.paint(Ink.STRONG, clean(name, NAME_MAX))
            + style.paint(Ink.FAINT, marks(change)));
    lines.add("  " + style.paint(Ink.STRONG, what(change)));
    lines.add("  " + word(change));
    if (change.quote() != null) lines.add("  " + quote(change));
    if (change.item() != null) lines.add("  " + style.paint(Ink.FAINT, where(change.item())));
    return String.join("\n", lines);
  }

  /** One line: subject, kind, what moved. */
  public static String headline(Change change, String name) {
    return clean(name, NAME_MAX) + " " + kind(change) + ": " + what(change);
  }

  /** The kind in words: moved earlier. */
  static String kind(Change change) {
    return change.kind() == ChangeKind.UNKNOWN
        ? "changed"
        : change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What moved: before -> after, and by how many days. */
  static String what(Change change) {
    String before = position(change.before());
    String after = position(change.after());
    return switch (change.kind()) {
      case DENIED -> after + " is denied" + held(change);
      case OVERDUE -> before + " has passed without a release";
      case CORRECTION -> "an earlier notice no longer holds: " + before + " -> " + after;
      case NEW_CLAIM ->
          change.severity() == Severity.RUMOUR
              ? "rumour of " + after + held(change)
              : before + " -> " + after + moved(change.daysMoved());
      default -> before + " -> " + after + moved(change.daysMoved());
    };
  }

  /** On whose word, how firmly, how many say so, and since when. */
  static String word(Change change) {
    String since = since(change);
    if (change.item() == null && change.origins().isEmpty()) return "by the calendar, " + since;
    int origins = Math.max(change.independentOrigins(), 1);
    return "%s: %s%d independent %s, %s"
        .formatted(
            origins(change),
            change.certainty() == null
                ? ""
                : change.certainty().name().toLowerCase(Locale.ROOT) + ", ",
            origins,
            origins == 1 ? "origin" : "origins",
            since);
  }

  /** The words that moved it; a bundled sample is retold, so nobody's words are quoted. */
  static String quote(Change change) {
    if (change.quote() == null) return "";
    String words = clean(change.quote().text(), QUOTE_MAX);
    return change.sample() ? words + " (retold from public facts)" : '"' + words + '"';
  }

  /** The outlet and the link. */
  static String where(ItemRef item) {
    String outlet = clean(item.outlet(), NAME_MAX);
    return item.url() == null ? outlet : outlet + "  " + clean(item.url(), LINK_MAX);
  }

  /** To the minute, with its zone. */
  public static String time(Instant at) {
    return MINUTE.format(at);
  }

  /** One line of at most {@code max} characters, without control characters. */
  static String clean(String text, int max) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\u2028\u2029]+", " ").strip();
    if (line.length() <= max) return line;
    int end = Character.isHighSurrogate(line.charAt(max - 4)) ? max - 4 : max - 3;
    return line.substring(0, end) + "...";
  }

  private static String position(Position position) {
    Window window = position.window();
    String days = window == null ? "" : WindowText.of(window);
    return switch (position.state()) {
      case NONE -> requireWords(days, "nothing known");
      case DATED -> requireWords(days, "a date");
      case NO_DATE -> "no date";
      case RELEASED -> days.isEmpty() ? "released" : "released " + days;
      case CANCELLED -> "cancelled";
      case UNKNOWN -> requireWords(days, "unknown");
    };
  }

  private static String requireWords(String words, String otherwise) {
    return words.isEmpty() ? otherwise : words;
  }

  /** What stays in force beside a rumour or a denial. */
  private static String held(Change change) {
    return change.before().state() == OutlookState.NONE
        ? ""
        : "; still held: " + position(change.before());
  }

  private static String moved(@Nullable Integer days) {
    if (days == null || days == 0) return "";
    int n = Math.abs(days);
    return " (" + n + (n == 1 ? " day " : " days ") + (days > 0 ? "later)" : "earlier)");
  }

  private static String origins(Change change) {
    List<String> origins = change.origins();
    if (origins.isEmpty()) {
      ItemRef item = change.item();
      return item == null ? "unnamed" : clean(item.outlet(), NAME_MAX);
    }
    String named =
        origins.stream()
            .limit(NAMED_ORIGINS)
            .map(o -> clean(o, NAME_MAX))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    int more = origins.size() - NAMED_ORIGINS;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  /** When it was said, zone always printed; {@code ~} before an estimate. */
  private static String since(Change change) {
    ItemRef item = change.item();
    Publication published = item == null ? null : item.published();
    if (published == null) return time(change.assertedAt());
    String about = published.provenance() == Provenance.ESTIMATED ? "~" : "";
    LocalDate day = published.day();
    return published.precision() == DatePrecision.MINUTE
        ? about + time(published.at())
        : about + WindowText.day(day) + " UTC";
  }

  private static String marks(Change change) {
    var marks = new ArrayList<String>();
    if (change.severity() != Severity.UNKNOWN) {
      marks.add(change.severity().name().toLowerCase(Locale.ROOT));
    }
    if (change.backfill()) marks.add("backfill");
    if (change.sample()) marks.add("sample");
    return marks.isEmpty() ? "" : "  [" + String.join(", ", marks) + "]";
  }

  private static Ink ink(Change change) {
    return switch (change.kind()) {
      case MOVED_EARLIER, RELEASED -> Ink.SOONER;
      case SLIPPED, UNDATED, OVERDUE -> Ink.LATER;
      case DENIED, CANCELLED, CORRECTION -> Ink.GONE;
      default -> Ink.NEWS;
    };
  }
}
