package slipstream.alerts.channel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.alerts.notice.Notice;

/** A message of a Discord webhook; nobody is mentioned whatever the text says. */
final class DiscordMessage {
  /** Discord's limit of an embed's title. */
  private static final int TITLE_MAX = 256;

  private DiscordMessage() {}

  static Map<String, Object> of(Notice notice) {
    var embed = new HashMap<String, Object>();
    String title = notice.title();
    embed.put("title", title.length() <= TITLE_MAX ? title : Notice.cut(title, TITLE_MAX));
    String link = Escape.link(notice.link());
    int room = Notice.MAX_BYTES - Notice.bytes(title) - Notice.bytes(link);
    embed.put("description", String.join("\n", notice.details(Escape::markdown, room)));
    if (!link.isEmpty()) embed.put("url", link);
    return Map.of("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
  }
}
