package slipstream.web.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Outlook;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Window;
import slipstream.web.R2;
import slipstream.web.view.Snapshot;

class CalendarTest {
  @Test
  void outlook_isAnAllDayEventWhoseEndIsTheDayAfter() {
    assertThat(lines(R2.snapshot()))
        .containsSubsequence(
            "BEGIN:VCALENDAR",
            "BEGIN:VEVENT",
            "UID:deepseek-r2@slipstream",
            "DTSTAMP:20250814T120000Z",
            "SEQUENCE:9",
            "DTSTART;VALUE=DATE:20250815",
            "DTEND;VALUE=DATE:20251010",
            "SUMMARY:DeepSeek R2: delayed\\, overdue",
            "STATUS:TENTATIVE",
            "END:VEVENT",
            "END:VCALENDAR");
  }

  @Test
  void description_isEscapedInOneLine() {
    assertThat(lines(R2.snapshot()))
        .contains(
            "DESCRIPTION:some time 15 Aug – 9 Oct 2025\\, on the word of Financial Times (reported)"
                + " since ~14 Aug 2025\\nWhat Reuters says of R2\\nhttps://news.example/c9");
  }

  @Test
  void everyLine_isAtMost75OctetsAndEndsProperly() {
    String calendar = Calendar.render(R2.watchlist(), R2.snapshot());
    assertThat(calendar).endsWith("\r\n").doesNotContainPattern("[^\r]\n");
    assertThat(calendar.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75))
        .anyMatch(line -> line.startsWith(" "));
  }

  @Test
  void openWindow_hasNoEnd_andNoWindowIsNoEvent() {
    var open = new Window(LocalDate.parse("2026-01-05"), null, Precision.VAGUE);
    assertThat(lines(holding(R2.dated(ClaimStatus.SCHEDULED, open))))
        .contains("DTSTART;VALUE=DATE:20260105")
        .noneMatch(line -> line.startsWith("DTEND"));
    assertThat(lines(holding(Position.NONE))).doesNotContain("BEGIN:VEVENT");
  }

  private static Snapshot holding(Position held) {
    var like = R2.outlook();
    var outlook =
        new Outlook(
            R2.ID, held, like.since(), null, false, null, List.of(), null, like.clock(), "v");
    return new Snapshot(List.of(outlook), List.of(), List.of(), List.of(), List.of());
  }

  /** The content lines, unfolded. */
  private static List<String> lines(Snapshot held) {
    return List.of(Calendar.render(R2.watchlist(), held).replace("\r\n ", "").split("\r\n"));
  }
}
