package slipstream.app.config;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.config.ConfigException;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;

/**
 * A configuration file as it was last applied, followed on its topic. What cannot be read never
 * replaces what could.
 *
 * @param <T> what is made of the file: the file's record, or what is built from it
 */
public final class LiveConfig<T> implements Supplier<T>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveConfig.class);

  private final String name;
  private final CountDownLatch present = new CountDownLatch(1);
  private final TopicFollower<ConfigFile> follower;
  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable T value;

  private <R> LiveConfig(
      String name,
      Class<R> type,
      BiFunction<R, String, T> build,
      KafkaClients clients,
      Topics topics) {
    this.name = name;
    this.follower =
        TopicFollower.start(
            topics.config(name),
            clients,
            topics.id("config-" + name),
            (key, file, timestamp) -> accept(file, type, build));
  }

  /** Follows {@code config.NAME}; {@code build} makes the value of the record and its version. */
  public static <R, T> LiveConfig<T> follow(
      String name,
      Class<R> type,
      BiFunction<R, String, T> build,
      KafkaClients clients,
      Topics topics) {
    return new LiveConfig<>(name, type, build, clients, topics);
  }

  /** Waits until the file has been applied; false when it was not within {@code time}. */
  public boolean await(Duration time) throws InterruptedException {
    return present.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The value of the last good file.
   *
   * @throws IllegalStateException when none was applied yet: {@link #await} first
   */
  @Override
  public T get() {
    T current = value;
    if (current == null) throw new IllegalStateException(name + ".yaml was not applied yet");
    return current;
  }

  /** Tells {@code listener} of each later version, on the thread that follows. */
  public void onChange(Consumer<T> listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    follower.close();
  }

  private <R> void accept(
      @Nullable ConfigFile file, Class<R> type, BiFunction<R, String, T> build) {
    if (file == null) return;
    try {
      T built =
          build.apply(ConfigReader.read(name + ".yaml", file.content(), type), file.version());
      for (var listener : listeners) listener.accept(built);
      value = built;
      present.countDown();
      log.info("{}.yaml version {} is in force", name, file.version());
    } catch (ConfigException | IllegalArgumentException e) {
      log.error("{}.yaml: {}; the version before stays in force", name, e.getMessage());
    }
  }
}
