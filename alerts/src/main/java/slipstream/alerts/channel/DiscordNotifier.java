package slipstream.alerts.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.alerts.notice.Notice;

/** Posts to a Discord webhook; nobody is mentioned whatever the text says. */
final class DiscordNotifier implements Notifier {
  /** Discord's limits of an embed. */
  private static final int TITLE_MAX = 256;

  private static final int DESCRIPTION_MAX = 4096;

  private final Settings settings;
  private final HttpSender http;

  DiscordNotifier(Settings settings, HttpSender http) {
    this.settings = settings.check(Set.of("url"), Set.of());
    this.http = http;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings, () -> JsonPost.of(settings.value("url"), notice.key(), body(notice)).build());
  }

  private static Map<String, Object> body(Notice notice) {
    var embed = new HashMap<String, Object>();
    embed.put("title", cut(notice.title(), TITLE_MAX));
    String lines =
        notice.details().stream().map(Escape::markdown).collect(Collectors.joining("\n"));
    embed.put("description", cut(lines, DESCRIPTION_MAX));
    String link = Escape.link(notice.link());
    if (!link.isEmpty()) embed.put("url", link);
    return Map.of("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max - 3) + "...";
  }
}
