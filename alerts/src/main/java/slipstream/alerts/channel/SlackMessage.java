package slipstream.alerts.channel;

import java.util.List;
import java.util.Map;
import slipstream.alerts.notice.Notice;

/** A message as Slack, Mattermost and Rocket.Chat understand it. */
final class SlackMessage {
  /** A section takes 3,000 characters. */
  private static final int SECTION_MAX = 3000;

  private SlackMessage() {}

  static Map<String, Object> of(Notice notice) {
    String title = "*" + Escape.slack(notice.title()) + "*\n";
    String link = Escape.slack(Escape.link(notice.link()));
    String end = link.isEmpty() ? "" : "\n<" + link + ">";
    int room = SECTION_MAX - Notice.bytes(title) - Notice.bytes(end);
    String text = title + String.join("\n", notice.details(Escape::slack, room)) + end;
    var section = Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
    return Map.of("text", Escape.slack(notice.title()), "blocks", List.of(section));
  }
}
