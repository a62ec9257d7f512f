package slipstream.alerts.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.notice.Notice;
import slipstream.contracts.kafka.Json;

/**
 * Sends through the Bot API, which takes 4,096 characters; a correction answers the message it
 * takes back.
 */
final class TelegramNotifier implements Notifier {
  private static final String API = "https://api.telegram.org";

  private final Settings settings;
  private final HttpSender http;

  TelegramNotifier(Settings settings, HttpSender http) {
    this.settings = settings.check(Set.of("token", "chat"), Set.of("api"));
    this.http = http;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings,
        () -> JsonPost.of(url(), notice.key(), body(notice)).build(),
        TelegramNotifier::messageId);
  }

  private String url() {
    return settings.optional("api").orElse(API) + "/bot" + settings.value("token") + "/sendMessage";
  }

  private Map<String, Object> body(Notice notice) {
    String title = "<b>" + Escape.html(notice.title()) + "</b>\n";
    String link = Escape.html(Escape.link(notice.link()));
    String end = link.isEmpty() ? "" : "\n" + link;
    int room = Notice.MAX_BYTES - Notice.bytes(title) - Notice.bytes(end);
    String text = title + String.join("\n", notice.details(Escape::html, room)) + end;
    var body = new HashMap<String, Object>();
    body.put("chat_id", settings.value("chat"));
    body.put("parse_mode", "HTML");
    body.put("text", text);
    body.put("link_preview_options", Map.of("is_disabled", true));
    if (notice.replyTo() != null && notice.replyTo().matches("\\d{1,15}")) {
      long answered = Long.parseLong(notice.replyTo());
      body.put(
          "reply_parameters", Map.of("message_id", answered, "allow_sending_without_reply", true));
    }
    return body;
  }

  private static @Nullable String messageId(String answer) {
    try {
      var id = Json.MAPPER.readTree(answer).path("result").path("message_id");
      return id.isIntegralNumber() ? id.asText() : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
