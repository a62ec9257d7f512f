package slipstream.alerts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.config.ConfigException;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/** The names of the subjects, from the watchlist as it was applied last. */
public final class WatchlistNames implements SubjectNames, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WatchlistNames.class);

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final TopicFollower<ConfigFile> follower;

  public WatchlistNames(KafkaClients clients, Topics topics, String clientId) {
    follower =
        TopicFollower.start(
            topics.config("watchlist"), clients, clientId, (key, file, at) -> read(file));
  }

  @Override
  public String of(String subject) {
    return names.getOrDefault(subject, subject);
  }

  /** True when what was applied so far was read in time. */
  public boolean awaitRead(Duration within) throws InterruptedException {
    return follower.awaitCaughtUp(within);
  }

  @Override
  public void close() {
    follower.close();
  }

  private void read(@Nullable ConfigFile file) {
    if (file == null) return;
    try {
      var watchlist = ConfigReader.read(file.name(), file.content(), Watchlist.class);
      watchlist.subjects().forEach(s -> names.put(s.id(), s.name()));
    } catch (ConfigException e) {
      log.warn("the names of the last watchlist stay in use: {}", e.getMessage());
    }
  }
}
