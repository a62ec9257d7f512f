package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import slipstream.alerts.notice.Notice;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Topic;

/**
 * Posts a change as JSON, byte for byte as on the topic, with its CloudEvents attributes as headers
 * (HTTP binding, binary mode); several changes as a CloudEvents batch. Signed in the Standard
 * Webhooks manner when the setting {@code secrets} names one or two.
 */
final class WebhookNotifier implements Notifier {
  private static final String CE_KAFKA = "ce_";
  private static final String CE_HTTP = "ce-";

  private final Settings settings;
  private final HttpSender http;
  private final Topic<String, Change> changes;
  private final Clock clock;

  WebhookNotifier(Settings settings, HttpSender http, Topic<String, Change> changes, Clock clock) {
    this.settings = settings.check(Set.of("url"), Set.of("secrets"));
    this.http = http;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    return http.send(settings, () -> request(notice));
  }

  private HttpRequest request(Notice notice) {
    var request = HttpRequest.newBuilder(URI.create(settings.value("url")));
    byte[] body =
        notice.changes().size() == 1
            ? one(notice.changes().get(0), request)
            : batch(notice, request);
    request.header("Idempotency-Key", notice.key());
    sign(request, notice.key(), body);
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  private byte[] one(Change change, HttpRequest.Builder request) {
    var headers = new RecordHeaders();
    byte[] json = changes.values().serializer().serialize(changes.name(), headers, change);
    for (var header : headers) {
      String value = new String(header.value(), UTF_8);
      if (header.key().startsWith(CE_KAFKA)) {
        request.header(CE_HTTP + header.key().substring(CE_KAFKA.length()), value);
      }
    }
    request.header("Content-Type", "application/json");
    return json;
  }

  /** Also a sign of life: a batch of nothing, with the words in a header. */
  private byte[] batch(Notice notice, HttpRequest.Builder request) {
    request.header("Content-Type", "application/cloudevents-batch+json; charset=UTF-8");
    if (notice.isSignOfLife()) request.header("slipstream-heartbeat", notice.footer());
    return CloudEventBatch.of(notice.changes(), changes);
  }

  private void sign(HttpRequest.Builder request, String id, byte[] body) {
    var secrets = settings.values("secrets");
    long timestamp = clock.instant().getEpochSecond();
    request.header("webhook-id", id).header("webhook-timestamp", Long.toString(timestamp));
    if (!secrets.isEmpty()) {
      request.header("webhook-signature", StandardWebhooks.sign(secrets, id, timestamp, body));
    }
  }
}
