package slipstream.alerts.channel;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import slipstream.alerts.notice.Notice;

/**
 * Posts a message to the incoming webhook of a chat service. Such a webhook tells no message id, so
 * a correction is a message of its own.
 */
final class ChatNotifier implements Notifier {
  private final Settings settings;
  private final HttpSender http;
  private final Function<Notice, Map<String, Object>> message;

  /**
   * @param message how the service wants a notice
   */
  ChatNotifier(Settings settings, HttpSender http, Function<Notice, Map<String, Object>> message) {
    this.settings = settings.check(Set.of("url"), Set.of());
    this.http = http;
    this.message = message;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings,
        () -> JsonPost.of(settings.value("url"), notice.key(), message.apply(notice)).build());
  }
}
