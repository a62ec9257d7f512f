package slipstream.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.SourceHealth.State;
import slipstream.ingest.fetch.Fetcher;

/**
 * Ingest in this process: joins the workers that share {@code ingest.sources} and puts what its
 * sources bring into {@code news.items}.
 */
public final class IngestService implements AutoCloseable {
  private static final Duration HANGS = Duration.ofSeconds(30);
  private static final Duration IDLE_THREAD = Duration.ofSeconds(30);
  private static final int MOST_NAMED = 5;

  private final ExecutorService pool;
  private final Fetcher fetcher;
  private final IngestMetrics metrics;
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
    this.metrics = new IngestMetrics(registry);
    this.fetcher = new Fetcher(settings.fetch());
    this.pool = pool(settings.threads());
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

  /**
   * Puts other settings of {@code sources.yaml} in force; what was refused is tried again at once.
   *
   * @param contact named by the user agent; null = nothing but loopback is fetched
   * @param allowPrivate hosts in private networks that may be fetched, by name
   */
  public void configure(@Nullable String contact, List<String> allowPrivate) {
    fetcher.configure(contact, allowPrivate);
    worker.shards().forEach(Shard::retryRefused);
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
    String all = "polling " + sources + " sources";
    return new Health(true, all + named(State.DOWN) + named(State.SILENT), open, sources);
  }

  private String named(State state) {
    var ids = metrics.sources().in(state);
    if (ids.isEmpty()) return "";
    String first = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
    String more = ids.size() > MOST_NAMED ? ", ..." : "";
    return "; %d %s: %s%s"
        .formatted(ids.size(), state.name().toLowerCase(Locale.ROOT), first, more);
  }

  private static ExecutorService pool(int threads) {
    var number = new AtomicInteger();
    var pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_THREAD.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(task, "ingest-fetch-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
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
