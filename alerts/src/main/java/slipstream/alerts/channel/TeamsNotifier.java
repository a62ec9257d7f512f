package slipstream.alerts.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.alerts.notice.Notice;

/** Posts an Adaptive Card to a Microsoft Teams workflow ("when a webhook request is received"). */
final class TeamsNotifier implements Notifier {
  private final Settings settings;
  private final HttpSender http;

  TeamsNotifier(Settings settings, HttpSender http) {
    this.settings = settings.check(Set.of("url"), Set.of());
    this.http = http;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings, () -> JsonPost.of(settings.value("url"), notice.key(), body(notice)).build());
  }

  private static Map<String, Object> body(Notice notice) {
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(block(notice.title(), "Bolder"));
    notice.details().forEach(line -> blocks.add(block(line, "Default")));
    String link = Escape.link(notice.link());
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
    return Map.of(
        "type", "TextBlock", "text", Escape.markdown(text), "weight", weight, "wrap", true);
  }
}
