package slipstream.alerts.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipstream.alerts.notice.Notice;

/** An Adaptive Card for a Microsoft Teams workflow ("when a webhook request is received"). */
final class TeamsMessage {
  private TeamsMessage() {}

  static Map<String, Object> of(Notice notice) {
    String title = Escape.markdown(notice.title());
    String link = Escape.link(notice.link());
    int room = Notice.MAX_BYTES - Notice.bytes(title) - Notice.bytes(link);
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(block(title, "Bolder"));
    notice.details(Escape::markdown, room).forEach(line -> blocks.add(block(line, "Default")));
    List<Map<String, Object>> actions =
        link.isEmpty()
            ? List.of()
            : List.of(Map.of("type", "Action.OpenUrl", "title", "Read it", "url", link));
    Map<String, Object> card =
        Map.of(
            "type",
            "AdaptiveCard",
            "$schema",
            "http://adaptivecards.io/schemas/adaptive-card.json",
            "version",
            "1.4",
            "body",
            blocks,
            "actions",
            actions);
    return Map.of(
        "type",
        "message",
        "attachments",
        List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
  }

  private static Map<String, Object> block(String text, String weight) {
    return Map.of("type", "TextBlock", "text", text, "weight", weight, "wrap", true);
  }
}
