package slipstream.app.role;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import slipstream.app.config.LiveConfig;
import slipstream.contracts.config.Sources;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.streams.Analysis;

/** The applied configuration, followed for the roles of this process. */
public final class Configs implements AutoCloseable {
  private final LiveConfig<Watched> watched;
  private final LiveConfig<Sources> sources;
  private final LiveConfig<Subscriptions> subscriptions;

  /**
   * The watchlist, and how news is read with it.
   *
   * @param watchlist as it was applied
   * @param analysis built from it
   */
  public record Watched(Watchlist watchlist, Analysis analysis) {}

  private Configs(KafkaClients clients, Topics topics) {
    watched =
        LiveConfig.follow(
            "watchlist",
            Watchlist.class,
            (list, version) -> new Watched(list, Analysis.of(list, version)),
            clients,
            topics);
    sources = LiveConfig.follow("sources", Sources.class, (s, version) -> s, clients, topics);
    subscriptions =
        LiveConfig.follow("subscriptions", Subscriptions.class, (s, version) -> s, clients, topics);
  }

  /**
   * Follows the configuration and waits until it is there.
   *
   * @throws IOException when nobody has applied one in time
   */
  public static Configs follow(KafkaClients clients, Topics topics, Duration within)
      throws IOException, InterruptedException {
    var configs = new Configs(clients, topics);
    if (configs.watched.await(within)
        && configs.sources.await(within)
        && configs.subscriptions.await(within)) {
      return configs;
    }
    configs.close();
    throw new IOException(
        "no configuration on %s: apply one with 'slipstream config apply --kafka %s --config DIR'"
            .formatted(topics.config("watchlist").name(), clients.bootstrap()));
  }

  public Watchlist watchlist() {
    return watched.get().watchlist();
  }

  public Analysis analysis() {
    return watched.get().analysis();
  }

  public Sources sources() {
    return sources.get();
  }

  public Subscriptions subscriptions() {
    return subscriptions.get();
  }

  /** Tells of each later version of the subscriptions. */
  public void onSubscriptions(Consumer<Subscriptions> listener) {
    subscriptions.onChange(listener);
  }

  /** Tells of each later version of the sources. */
  public void onSources(Consumer<Sources> listener) {
    sources.onChange(listener);
  }

  @Override
  public void close() {
    watched.close();
    sources.close();
    subscriptions.close();
  }
}
