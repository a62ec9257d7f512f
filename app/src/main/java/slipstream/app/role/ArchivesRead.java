package slipstream.app.role;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/**
 * Tells, from the topics of ingest alone, whether every archive has been read to its end: until
 * then more of the past is on its way, and the clock must wait for it.
 */
final class ArchivesRead implements BooleanSupplier, AutoCloseable {
  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
  private final TopicFollower<Source> followsSources;
  private final TopicFollower<Cursor> followsCursors;

  ArchivesRead(KafkaClients clients, Topics topics) {
    String id = topics.id("archives-read");
    followsSources =
        TopicFollower.start(topics.ingestSources(), clients, id, (k, v, t) -> put(sources, k, v));
    followsCursors =
        TopicFollower.start(topics.ingestCursors(), clients, id, (k, v, t) -> put(cursors, k, v));
  }

  @Override
  public boolean getAsBoolean() {
    return followsSources.isCaughtUp()
        && followsCursors.isCaughtUp()
        && sources.entrySet().stream()
            .filter(source -> source.getValue().kind() == Source.Kind.ARCHIVE)
            .allMatch(source -> isExhausted(cursors.get(source.getKey())));
  }

  @Override
  public void close() {
    followsSources.close();
    followsCursors.close();
  }

  private static boolean isExhausted(@Nullable Cursor cursor) {
    return cursor != null && cursor.exhausted();
  }

  private static <V> void put(Map<String, V> table, String key, @Nullable V value) {
    if (value == null) {
      table.remove(key);
    } else {
      table.put(key, value);
    }
  }
}
