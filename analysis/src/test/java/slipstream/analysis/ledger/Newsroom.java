package slipstream.analysis.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/**
 * A timeline in words: what was said, one claim a line, and what the ledger tells of it.
 *
 * <pre>
 *   2025-02-25 Gazette reported accelerated 2025-04 was 2025-05 by Wire story s1
 *   --                                      (no date: without a publication)
 *   windows: 2025-05-26 | 2025-05 | 2025-q2 | 2025-h1 | 2025 | A..B (week) | ~A..B (vague) | A.. (open)
 * </pre>
 */
final class Newsroom {
  static final String SUBJECT = "widget-2";
  private final List<LedgerClaim> claims = new ArrayList<>();
  private final Set<String> rejected;
  private Instant clock = Instant.MIN;

  private Newsroom(Set<String> rejected) {
    this.rejected = rejected;
  }

  static Newsroom read(String lines) {
    var room = new Newsroom(Set.of());
    lines
        .lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && l.charAt(0) != '#')
        .forEach(room::line);
    return room;
  }

  Newsroom rejecting(String claimId) {
    var room = new Newsroom(Set.of(claimId));
    room.claims.addAll(claims);
    room.clock = clock;
    return room;
  }

  /** Nothing was left to read at the beginning of that day. */
  Newsroom until(String day) {
    clock = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return this;
  }

  List<LedgerClaim> claims() {
    return claims;
  }

  Instant clock() {
    return clock;
  }

  Fold fold() {
    return fold(claims);
  }

  Fold fold(Collection<LedgerClaim> some) {
    return Ledger.fold(SUBJECT, some, rejected, clock, "test");
  }

  /** The changes, one a line: {@code DAY kind WINDOW}, rumours marked. */
  List<String> changes() {
    return fold().changes().stream().map(Newsroom::text).toList();
  }

  /** What is held, such as {@code dated 2025-05-01..2025-05-31}. */
  String held() {
    var held = fold().outlook().held();
    return name(held.state()) + " " + Windows.text(held.window());
  }

  static String text(Change change) {
    return LocalDate.ofInstant(change.assertedAt(), ZoneOffset.UTC)
        + " "
        + name(change.kind())
        + " "
        + Windows.text(change.after().window())
        + (change.severity() == Severity.RUMOUR ? " (rumour)" : "");
  }

  private void line(String line) {
    var words = new ArrayDeque<>(List.of(line.split("\\s+")));
    var day = words.pop();
    var published =
        day.equals("--") ? null : Publication.ofDay(LocalDate.parse(day), Provenance.FILE);
    if (published != null && published.at().isAfter(clock)) clock = published.at();
    var outlet = words.pop();
    var certainty = Certainty.valueOf(words.pop().toUpperCase(Locale.ROOT));
    var status = words.pop();
    Window window = null;
    Window was = null;
    List<String> origins = List.of();
    var id = "item-" + String.format("%03d", claims.size());
    var story = id;
    while (!words.isEmpty()) {
      var word = words.pop();
      switch (word) {
        case "was" -> was = window(words.pop());
        case "by" -> origins = List.of(words.pop().split(","));
        case "story" -> story = words.pop();
        case "item" -> id = words.pop();
        default -> window = window(word);
      }
    }
    add(id, published, outlet, certainty, status, window, was, origins, story);
  }

  private void add(
      String id,
      @Nullable Publication published,
      String outlet,
      Certainty certainty,
      String status,
      @Nullable Window window,
      @Nullable Window was,
      List<String> origins,
      String story) {
    boolean undated = status.equals("undecided") || status.equals("silent");
    var claim =
        new Claim(
            SUBJECT,
            ClaimStatus.valueOf(undated ? "UNDATED" : status.toUpperCase(Locale.ROOT)),
            window,
            was,
            certainty,
            origins,
            new Quote(status, claims.size(), claims.size() + status.length(), false),
            undated ? UndatedKind.valueOf(status.toUpperCase(Locale.ROOT)) : null,
            null);
    var item = new ItemRef(id, "v1", null, "title", outlet, Tier.PRESS, published, false);
    var learned = published == null ? Instant.EPOCH : published.at();
    claims.add(
        new LedgerClaim(Ledger.claimId(id, claim), claim, item, learned, story, null, "test"));
  }

  static Window window(String text) {
    if (text.charAt(0) == '~') return range(text.substring(1), Precision.VAGUE);
    if (text.contains(".."))
      return range(text, text.endsWith("..") ? Precision.MONTH : Precision.WEEK);
    if (text.matches("\\d{4}")) return months(text + "-01", 12, Precision.YEAR);
    if (text.matches("\\d{4}-q\\d")) {
      int first = (text.charAt(6) - '1') * 3 + 1;
      return months(text.substring(0, 5) + String.format("%02d", first), 3, Precision.QUARTER);
    }
    if (text.matches("\\d{4}-h\\d")) {
      return months(text.substring(0, 5) + (text.endsWith("1") ? "01" : "07"), 6, Precision.HALF);
    }
    return text.length() == 7
        ? months(text, 1, Precision.MONTH)
        : Window.day(LocalDate.parse(text));
  }

  private static Window range(String text, Precision precision) {
    var ends = text.split("\\.\\.", -1);
    return new Window(
        LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1]), precision);
  }

  private static Window months(String first, int months, Precision precision) {
    var month = YearMonth.parse(first);
    return new Window(month.atDay(1), month.plusMonths(months - 1).atEndOfMonth(), precision);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
