package slipstream.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.config.Source;

/**
 * Says once in plain words that something does not work, again at most hourly, and when it does.
 */
final class Complaints {
  private static final Logger log = LoggerFactory.getLogger(Complaints.class);
  private static final long AGAIN = Duration.ofHours(1).toNanos();

  private final Map<String, Long> said = new HashMap<>();

  void source(Source source, Harvest harvest) {
    if (harvest.outcome().isSuccess()) {
      if (said.remove(source.id()) != null) log.info("source {}: answers again", source.id());
    } else if (isNew(source.id())) {
      log.warn("source {}: {}", source.id(), harvest.cursor().lastError());
    }
  }

  void kafka(int partition, KafkaException e) {
    if (isNew("")) {
      log.warn("partition {}: Kafka failed, starting over: {}", partition, e.toString());
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
