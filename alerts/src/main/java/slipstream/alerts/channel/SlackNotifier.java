package slipstream.alerts.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.alerts.notice.Notice;

/**
 * Posts to an incoming webhook as Slack, Mattermost and Rocket.Chat understand it. Such a webhook
 * tells no message id, so a correction is a message of its own.
 */
final class SlackNotifier implements Notifier {
  private final Settings settings;
  private final HttpSender http;

  SlackNotifier(Settings settings, HttpSender http) {
    this.settings = settings.check(Set.of("url"), Set.of());
    this.http = http;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings, () -> JsonPost.of(settings.value("url"), notice.key(), body(notice)).build());
  }

  private static Map<String, Object> body(Notice notice) {
    String link = Escape.link(notice.link());
    String text =
        "*"
            + Escape.slack(notice.title())
            + "*\n"
            + notice.details().stream().map(Escape::slack).collect(Collectors.joining("\n"))
            + (link.isEmpty() ? "" : "\n<" + Escape.slack(link) + ">");
    var section = Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text)));
    return Map.of("text", Escape.slack(notice.title()), "blocks", List.of(section));
  }

  /** A section takes 3,000 characters. */
  private static String cut(String text) {
    return text.length() <= 3000 ? text : text.substring(0, 2997) + "...";
  }
}
