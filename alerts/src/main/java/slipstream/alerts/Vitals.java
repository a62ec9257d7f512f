package slipstream.alerts;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import slipstream.contracts.Change;
import slipstream.contracts.Cursor;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.TopicFollower.From;
import slipstream.contracts.kafka.Topics;

/** How the sources are doing and whether anything changed, for signs of life. */
final class Vitals implements AutoCloseable {
  private final Map<String, Boolean> healthy = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private final TopicFollower<Cursor> cursors;
  private final TopicFollower<Change> announced;

  Vitals(KafkaClients clients, Topics topics, String clientId) {
    cursors =
        TopicFollower.start(
            topics.ingestCursors(),
            clients,
            clientId,
            (key, cursor, at) -> {
              if (cursor == null) healthy.remove(key);
              else healthy.put(key, cursor.failures() == 0);
            });
    announced =
        TopicFollower.start(
            topics.alertsChanges(),
            clients,
            clientId,
            From.END,
            (key, change, at) -> changes.incrementAndGet());
  }

  /** One sentence or two; what changed counts from the last time it was asked. */
  String sentence() {
    int moved = changes.getAndSet(0);
    long well = healthy.values().stream().filter(h -> h).count();
    String happened = moved == 0 ? "Nothing changed" : moved == 1 ? "1 change" : moved + " changes";
    return "%s since the last sign of life; %d of %d sources healthy."
        .formatted(happened, well, healthy.size());
  }

  @Override
  public void close() {
    cursors.close();
    announced.close();
  }
}
