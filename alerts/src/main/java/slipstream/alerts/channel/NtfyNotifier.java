package slipstream.alerts.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import slipstream.alerts.notice.Notice;
import slipstream.contracts.Severity;

/** Publishes to a topic of an ntfy server. */
final class NtfyNotifier implements Notifier {
  private static final int HIGH = 4;
  private static final int DEFAULT = 3;
  private static final int LOW = 2;

  private final Settings settings;
  private final HttpSender http;

  NtfyNotifier(Settings settings, HttpSender http) {
    this.settings = settings.check(Set.of("url", "topic"), Set.of("token"));
    this.http = http;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(
        settings,
        () -> {
          var request = JsonPost.of(settings.value("url"), notice.key(), body(notice));
          settings.optional("token").ifPresent(t -> request.header("Authorization", "Bearer " + t));
          return request.build();
        });
  }

  private Map<String, Object> body(Notice notice) {
    var body = new HashMap<String, Object>();
    body.put("topic", settings.value("topic"));
    String title = notice.title();
    int room = Notice.MAX_BYTES - Notice.bytes(title);
    body.put("title", title);
    body.put("message", String.join("\n", notice.details(UnaryOperator.identity(), room)));
    body.put("priority", priority(notice));
    String link = Escape.link(notice.link());
    if (!link.isEmpty()) body.put("click", link);
    return body;
  }

  private static int priority(Notice notice) {
    boolean headline = notice.changes().stream().anyMatch(c -> c.severity() == Severity.HEADLINE);
    return notice.isSignOfLife() ? LOW : headline ? HIGH : DEFAULT;
  }
}
