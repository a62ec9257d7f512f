package slipstream.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Outlook;
import slipstream.contracts.Outlook.Word;
import slipstream.contracts.Window;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;
import slipstream.web.page.Wording;
import slipstream.web.view.Snapshot;

/**
 * The windows held as an iCalendar (RFC 5545): one all-day event a subject, which moves with it.
 */
public final class Calendar {
  private static final int LINE_OCTETS = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder out = new StringBuilder();

  private Calendar() {}

  public static String render(Watchlist watchlist, Snapshot held) {
    return new Calendar().calendar(watchlist, held);
  }

  private String calendar(Watchlist watchlist, Snapshot held) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Slipstream//Expected releases//EN");
    line("X-WR-CALNAME:Expected releases");
    line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    for (var outlook : held.outlooks()) {
      var window = outlook.held().window();
      if (window != null) event(watchlist, held, outlook, window);
    }
    line("END:VCALENDAR");
    return out.toString();
  }

  private void event(Watchlist watchlist, Snapshot held, Outlook outlook, Window window) {
    String id = outlook.subject();
    String name = watchlist.subject(id).map(Subject::name).orElse(id);
    line("BEGIN:VEVENT");
    line("UID:" + id + "@slipstream");
    line("DTSTAMP:" + TIME.format(stamp(outlook)));
    line("SEQUENCE:" + held.changesOf(id).size());
    line("DTSTART;VALUE=DATE:" + DAY.format(window.earliest()));
    LocalDate latest = window.latest();
    if (latest != null) line("DTEND;VALUE=DATE:" + DAY.format(latest.plusDays(1)));
    line("SUMMARY:" + text(name + ": " + state(outlook)));
    line("DESCRIPTION:" + text(description(outlook)));
    line("STATUS:" + (isOfficial(outlook.word()) ? "CONFIRMED" : "TENTATIVE"));
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  private static String state(Outlook outlook) {
    var status = outlook.held().status();
    String said = status == null ? "expected" : Wording.plain(status);
    return outlook.overdue() ? said + ", overdue" : said;
  }

  private static String description(Outlook outlook) {
    Word word = outlook.word();
    String held = Wording.position(outlook.held());
    if (word == null) return held;
    String url = word.item().url();
    return "%s, on the word of %s (%s) since %s\n%s%s"
        .formatted(
            held,
            word.origin(),
            Wording.plain(word.certainty()),
            Wording.published(word.item()),
            word.item().title(),
            url == null ? "" : "\n" + url);
  }

  private static boolean isOfficial(@Nullable Word word) {
    return word != null && word.certainty() == Certainty.OFFICIAL;
  }

  /** When the event last moved: a calendar program must not see it change without reason. */
  private static Instant stamp(Outlook outlook) {
    Instant since = outlook.since();
    return since == null ? outlook.clock() : since;
  }

  private static String text(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /** A line longer than 75 octets goes on after a line break and a space. */
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int character = content.codePointAt(i);
      String one = Character.toString(character);
      int size = one.getBytes(UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(one);
      octets += size;
      i += one.length();
    }
    out.append("\r\n");
  }
}
