package slipstream.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.ingest.SourceHealth.State;

/**
 * Tells the log in plain words what does not work, and when it does again: {@code SourceDown} and
 * {@code SourceSilent} as they come and go, a passing failure at most hourly.
 */
final class Complaints {
  private static final Logger log = LoggerFactory.getLogger(Complaints.class);
  private static final long AGAIN = Duration.ofHours(1).toNanos();

  private final Map<String, Long> said = new HashMap<>();
  private final Map<String, State> states = new HashMap<>();

  /** Told after each poll. */
  void source(SourceHealth health) {
    String id = health.source().id();
    State before = states.put(id, health.state());
    if (health.state() == before) return;
    if (health.answers()) resolved(id, before);
    switch (health.state()) {
      case DOWN -> log.warn("SourceDown: {}: {}", id, health.detail());
      case SILENT -> log.warn("SourceSilent: {}: {}", id, health.detail());
      case FAILING, REFUSED -> {
        if (isNew(id)) log.warn("source {}: {}", id, health.detail());
      }
      default -> {}
    }
  }

  void kafka(int partition, KafkaException e) {
    if (isNew("")) {
      log.warn("partition {}: Kafka failed, starting over: {}", partition, e.toString());
    }
  }

  private void resolved(String id, @Nullable State before) {
    if (before == State.DOWN) log.info("SourceDown resolved: {} answers again", id);
    if (before == State.SILENT) log.info("SourceSilent resolved: {} has news again", id);
    if (before == State.FAILING || before == State.REFUSED) {
      log.info("source {}: answers again", id);
    }
  }

  private boolean isNew(String about) {
    long now = System.nanoTime();
    Long last = said.get(about);
    if (last != null && now - last < AGAIN) return false;
    said.put(about, now);
    return true;
  }
}
