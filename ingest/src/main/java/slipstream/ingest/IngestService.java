package slipstream.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.fetch.Fetcher;

/**
 * Ingest in this process: joins the workers that share {@code ingest.sources} and puts what its
 * sources bring into {@code news.items}.
 */
public final class IngestService implements AutoCloseable {
  private static final Duration HANGS = Duration.ofSeconds(30);

  private final ExecutorService pool;
  private final Fetcher fetcher;
  private final IngestWorker worker;

  /**
   * @param now clock that publication dates are judged by; polling goes by the wall clock
   */
  public IngestService(
      KafkaClients clients,
      Topics topics,
      Supplier<Instant> now,
      MeterRegistry registry,
      IngestSettings settings) {
    var metrics = new IngestMetrics(registry);
    this.fetcher = new Fetcher(settings.fetch());
    var threads = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            settings.threads(),
            task -> {
              var thread = new Thread(task, "ingest-fetch-" + threads.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    var readers = new Readers(SourceProbe.readers(settings, fetcher, now), pool, metrics);
    this.worker =
        new IngestWorker(
            clients,
            topics,
            p -> new Shard(p, clients, topics, readers, metrics, InstantSource.system()));
  }

  public void start() {
    worker.start();
  }

  /** Hands the partitions over and ends within five seconds; what is in flight is fetched again. */
  @Override
  public void close() {
    pool.shutdownNow();
    worker.close();
    fetcher.close();
  }

  /**
   * Whether this worker works.
   *
   * @param up false when its thread has ended or hangs
   * @param detail in one line
   * @param partitions held and open
   * @param sources in them
   */
  public record Health(boolean up, String detail, int partitions, int sources) {}

  public Health health() {
    int open = (int) worker.shards().stream().filter(s -> s.openedAt() >= 0).count();
    int sources = worker.shards().stream().mapToInt(s -> s.sources().size()).sum();
    if (!worker.isRunning()) return new Health(false, "not running", open, sources);
    if (worker.sinceLastPoll().compareTo(HANGS) > 0) {
      return new Health(false, "does not reach Kafka", open, sources);
    }
    return new Health(true, "polling " + sources + " sources", open, sources);
  }

  /** True when each source was polled since its partition came here, or is not due yet. */
  public boolean isUpToDate(Collection<String> keys) {
    return keys.stream().allMatch(k -> worker.shards().stream().anyMatch(s -> s.isUpToDate(k)));
  }

  /**
   * How far the archives of this worker have been read.
   *
   * @param read entries read
   * @param total entries known
   * @param exhausted true when every archive has been read to its end
   */
  public record Progress(long read, long total, boolean exhausted) {}

  public Progress progress() {
    long read = 0;
    long total = 0;
    boolean exhausted = true;
    for (Shard shard : worker.shards()) {
      for (var entry : shard.sources().entrySet()) {
        if (entry.getValue().kind() != Source.Kind.ARCHIVE) continue;
        Cursor cursor = shard.cursors().get(entry.getKey());
        if (cursor != null) {
          read += cursor.position();
          total += cursor.total() == null ? 0 : cursor.total();
        }
        exhausted &= cursor != null && cursor.exhausted();
      }
    }
    return new Progress(read, total, exhausted);
  }
}
