package slipstream.web.page;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/**
 * The slip chart: to the right the day something was said, upwards the days it named. Each claim is
 * a bar, what was held is a band, and the diagonal is today: what lies below it is already past,
 * and a band that follows the diagonal is a date that keeps slipping.
 */
final class SlipChart {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 300;
  private static final double LEFT = 64;
  private static final double BOTTOM = 28;
  private static final double TOP = 8;
  private static final double RIGHT = 12;
  private static final double LEAST_BAR = 3;
  private static final int MARGIN_DAYS = 10;
  private static final int LONGEST_WINDOW_DAYS = 400;
  private static final int MOST_TICKS = 7;
  private static final DateTimeFormatter TICK =
      DateTimeFormatter.ofPattern("MMM uu", Locale.ENGLISH);

  private final Axis said;
  private final Axis named;

  private SlipChart(Axis said, Axis named) {
    this.said = said;
    this.named = named;
  }

  /** The chart; nothing when no claim names a day. */
  static Html render(Outlook outlook, List<LedgerClaim> claims, List<Change> changes) {
    var dated = claims.stream().flatMap(Point::of).toList();
    if (dated.isEmpty()) return Html.NOTHING;
    var today = LocalDate.ofInstant(outlook.clock(), UTC);
    var first = dated.stream().map(Point::day).min(Comparator.naturalOrder()).orElse(today);
    var last = latest(today, dated.stream().map(Point::day));
    var lowest =
        dated.stream().map(p -> p.window().earliest()).min(Comparator.naturalOrder()).orElse(first);
    var highest = latest(last, dated.stream().map(p -> end(p.window())));
    var from = earlier(first, lowest).minusDays(MARGIN_DAYS);
    var chart =
        new SlipChart(
            new Axis(first.minusDays(MARGIN_DAYS), last.plusDays(MARGIN_DAYS), LEFT, WIDTH - RIGHT),
            new Axis(from, highest.plusDays(MARGIN_DAYS), HEIGHT - BOTTOM, TOP));
    return chart.draw(dated, held(changes, last));
  }

  private Html draw(List<Point> claims, List<Held> held) {
    return Html.of(
        """
        <figure class="slip">
        <div class="scroll" tabindex="0" role="group" aria-label="Slip chart, scrolls sideways">
        <svg viewBox="0 0 {} {}" role="img" aria-label="Slip chart of {}; the lists below say the same in words">
        {}{}{}{}
        </svg>
        </div>
        <figcaption class="quiet"><span class="key band"></span> window held
        <span class="key firm"></span> official or reported claim
        <span class="key soft"></span> rumour or speculation
        <span class="key now"></span> the day it was said: a window below it has passed</figcaption>
        </figure>
        """,
        (int) WIDTH,
        (int) HEIGHT,
        Wording.count(claims.size(), "claim"),
        grid(),
        held.stream().map(this::band).collect(Html.joining()),
        diagonal(),
        claims.stream().map(this::bar).collect(Html.joining()));
  }

  private Html grid() {
    var lines = new ArrayList<Html>();
    for (var tick : named.ticks()) {
      lines.add(
          Html.of(
              "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
              LEFT,
              WIDTH - RIGHT,
              named.at(tick),
              named.at(tick),
              LEFT - 6,
              named.at(tick),
              TICK.format(tick)));
    }
    for (var tick : said.ticks()) {
      lines.add(
          Html.of(
              "<line class=\"grid\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"/><text class=\"tick\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
              said.at(tick),
              said.at(tick),
              TOP,
              HEIGHT - BOTTOM,
              said.at(tick),
              HEIGHT - 8,
              TICK.format(tick)));
    }
    return lines.stream().collect(Html.joining());
  }

  private Html diagonal() {
    var from = said.from.isBefore(named.from) ? named.from : said.from;
    var to = said.to.isAfter(named.to) ? named.to : said.to;
    return Html.of(
        "<line class=\"now\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
        said.at(from),
        named.at(from),
        said.at(to),
        named.at(to));
  }

  private Html band(Held held) {
    double x = said.at(held.from());
    double top = named.at(end(held.window()));
    double bottom = named.at(held.window().earliest().minusDays(1));
    return Html.of(
        "<rect class=\"band\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"><title>{}</title></rect>",
        x,
        top,
        round(Math.max(1, said.at(held.to()) - x)),
        round(Math.max(2, bottom - top)),
        "held from " + Wording.day(held.from()) + ": " + Wording.window(held.window()));
  }

  private Html bar(Point point) {
    double x = said.at(point.day());
    return Html.of(
        "<line class=\"reach {}\" x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\"><title>{}</title></line>",
        point.firmness(),
        x,
        x,
        round(named.at(end(point.window())) - LEAST_BAR / 2),
        round(named.at(point.window().earliest()) + LEAST_BAR / 2),
        point.words());
  }

  /** A dated claim of a known day; what is denied is no expectation and not drawn. */
  private record Point(LocalDate day, Window window, String firmness, String words) {
    static Stream<Point> of(LedgerClaim entry) {
      var claim = entry.claim();
      var published = entry.item().published();
      var window = claim.window();
      if (published == null || window == null || claim.status() == ClaimStatus.DENIED) {
        return Stream.empty();
      }
      var words =
          "%s, %s: %s (%s)"
              .formatted(
                  Wording.published(entry.item()),
                  entry.item().outlet(),
                  Wording.window(window),
                  Wording.plain(claim.status()));
      return Stream.of(new Point(published.day(), window, firmness(claim.certainty()), words));
    }

    private static String firmness(Certainty certainty) {
      return switch (certainty) {
        case OFFICIAL, REPORTED -> "firm";
        case RUMOURED, SPECULATION, UNKNOWN -> "soft";
      };
    }
  }

  /** A window that was held from one day to another. */
  private record Held(LocalDate from, LocalDate to, Window window) {}

  /** What was held when, from the changes; a rumour and a denial leave what is held alone. */
  private static List<Held> held(List<Change> newestFirst, LocalDate today) {
    var periods = new ArrayList<Held>();
    var until = today;
    for (var change : newestFirst) {
      if (change.severity() == Severity.RUMOUR || isDenial(change)) continue;
      var from = LocalDate.ofInstant(change.assertedAt(), UTC);
      var window = change.after().window();
      if (window != null && change.after().state() == OutlookState.DATED) {
        periods.add(new Held(from, until, window));
      }
      until = from;
    }
    return periods;
  }

  private static boolean isDenial(Change change) {
    return change.after().status() == ClaimStatus.DENIED;
  }

  /** An open or very long window must not flatten all the others. */
  private static LocalDate end(Window window) {
    var longest = window.earliest().plusDays(LONGEST_WINDOW_DAYS);
    LocalDate latest = window.latest();
    return latest == null || latest.isAfter(longest) ? longest : latest;
  }

  private static LocalDate latest(LocalDate least, Stream<LocalDate> days) {
    return days.reduce(least, (a, b) -> a.isAfter(b) ? a : b);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Days on a line of the picture. */
  private record Axis(LocalDate from, LocalDate to, double start, double end) {
    double at(LocalDate day) {
      double share =
          (double) (day.toEpochDay() - from.toEpochDay()) / (to.toEpochDay() - from.toEpochDay());
      return round(start + share * (end - start));
    }

    /** First days of months, evenly spaced, few enough to be read. */
    List<LocalDate> ticks() {
      var first = from.withDayOfMonth(1).plusMonths(1);
      long months = (to.toEpochDay() - first.toEpochDay()) / 30 + 1;
      long step = (months + MOST_TICKS - 1) / MOST_TICKS;
      return Stream.iterate(first, d -> !d.isAfter(to), d -> d.plusMonths(Math.max(1, step)))
          .toList();
    }
  }
}
