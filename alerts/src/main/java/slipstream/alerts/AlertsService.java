package slipstream.alerts;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.channel.Dispatcher;
import slipstream.alerts.channel.NoticeWriter;
import slipstream.alerts.channel.Notifiers;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.alerts.channel.Secrets;
import slipstream.alerts.route.Router;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.TopicFollower.From;
import slipstream.contracts.kafka.Topics;

/**
 * Tells people of changes: each change once to each channel whose subscriptions ask for it, at
 * least once when a process or a receiver fails, never lost. Several processes share the work.
 */
public final class AlertsService implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AlertsService.class);
  private static final String CLIENT_ID = "slipstream-alerts";
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  /** Longer waits are a problem worth showing. */
  private static final Duration TOO_LONG = Duration.ofMinutes(10);

  private final KafkaClients clients;
  private final Topics topics;
  private final Supplier<Subscriptions> configured;
  private final MeterRegistry registry;
  private final Clock clock;
  private final Dispatcher dispatcher;
  private final AlertsWorker worker;
  private final ExecutorService background;
  private final Thread thread;
  private final List<AutoCloseable> followers = new ArrayList<>();
  private final Map<String, Integer> origins = new ConcurrentHashMap<>();
  private volatile @Nullable WatchlistNames names;
  private volatile @Nullable Vitals vitals;
  private @Nullable TopicFollower<Outlook> outlooks;
  private final Set<String> gauged = new HashSet<>();
  private volatile Router router = new Router(new Subscriptions(List.of(), List.of()));
  private volatile @Nullable Throwable failure;

  /**
   * @param configured read once, at the start
   */
  public AlertsService(
      KafkaClients clients,
      Topics topics,
      Supplier<Subscriptions> configured,
      MeterRegistry registry,
      Clock clock) {
    this(clients, topics, configured, registry, clock, RetrySchedule.STANDARD);
  }

  /**
   * @param schedule when failed tries are repeated
   */
  public AlertsService(
      KafkaClients clients,
      Topics topics,
      Supplier<Subscriptions> configured,
      MeterRegistry registry,
      Clock clock,
      RetrySchedule schedule) {
    this.clients = clients;
    this.topics = topics;
    this.configured = configured;
    this.registry = registry;
    this.clock = clock;
    var notifiers =
        new Notifiers(new Secrets(System.getenv()), topics.alertsChanges(), clock, System.out);
    var writer = new NoticeWriter(this::nameOf, this::vitals);
    this.dispatcher = new Dispatcher(notifiers, writer, schedule, registry, clock);
    this.background = Executors.newCachedThreadPool(work -> daemon(work, "alerts-background"));
    var deadLetters = new DeadLetters(topics.alertsDeadLetters().name(), registry);
    var drafts = new DraftWriter(topics, () -> router, this::originsOf, deadLetters, clock);
    this.worker =
        new AlertsWorker(
            clients, topics, CLIENT_ID, dispatcher, drafts, deadLetters, clock, background);
    this.thread = daemon(this::run, "alerts");
  }

  /**
   * Starts reading.
   *
   * @throws IllegalArgumentException when a channel is not valid
   */
  public void start() {
    reload(configured.get());
    names = new WatchlistNames(clients, topics, CLIENT_ID);
    followers.add(names);
    followers.add(
        TopicFollower.start(
            Replays.only(topics.alertsDeliveries()),
            clients,
            CLIENT_ID,
            From.END,
            (k, d, at) -> replay(k, d)));
    thread.start();
  }

  /**
   * Takes other subscriptions into use, for changes that are read from now on.
   *
   * @throws IllegalArgumentException when a channel is not valid; the last good ones stay in use
   */
  public void reload(Subscriptions subscriptions) {
    Set<String> started = dispatcher.reload(subscriptions);
    router = new Router(subscriptions);
    for (var outbox : worker.outboxes()) {
      outbox.open().stream()
          .filter(d -> started.contains(d.channel()))
          .forEach(d -> dispatcher.submit(d, outbox));
    }
    subscriptions.channels().forEach(c -> gauge(c.name()));
    follow(subscriptions);
  }

  /** What only some subscriptions need is read only then. */
  private synchronized void follow(Subscriptions subscriptions) {
    if (outlooks == null
        && subscriptions.subscriptions().stream().anyMatch(s -> s.hold() != null)) {
      outlooks =
          TopicFollower.start(
              topics.releaseOutlooks(), clients, CLIENT_ID, (k, o, at) -> corroborate(o));
      followers.add(outlooks);
    }
    if (vitals == null && subscriptions.heartbeat() != null) {
      vitals = new Vitals(clients, topics, CLIENT_ID);
      followers.add(vitals);
    }
  }

  /** How many say so by now: what is held for that may go. */
  private void corroborate(@Nullable Outlook outlook) {
    if (outlook == null || outlook.lastChange() == null || outlook.word() == null) return;
    origins.merge(outlook.lastChange(), outlook.word().origins(), Math::max);
  }

  /** Someone else put a settled notice back to pending: {@code slipstream deliveries replay}. */
  private void replay(String key, @Nullable Delivery delivery) {
    if (delivery == null || delivery.state() != State.PENDING || delivery.attempts() > 0) return;
    worker.request(
        delivery.subject(),
        (draft, now) -> {
          boolean settledBefore =
              draft
                  .find(key)
                  .filter(known -> !known.isOpen())
                  .filter(known -> known.updatedAt().isBefore(delivery.updatedAt()))
                  .isPresent();
          if (settledBefore) draft.put(delivery);
        });
  }

  private int originsOf(String change) {
    return origins.getOrDefault(change, 0);
  }

  private String nameOf(String subject) {
    return names == null ? subject : names.of(subject);
  }

  private String vitals() {
    return vitals == null ? "" : vitals.sentence();
  }

  /** True when everything announced so far was read and nothing that is due waits to be sent. */
  public boolean isIdle() {
    return worker.isIdle();
  }

  /** What ended the service, if it has ended by itself. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  public Health health() {
    var problems = new ArrayList<String>();
    if (failure != null) problems.add("stopped: " + requireNonNull(failure).getMessage());
    var open = open();
    open.stream()
        .filter(d -> waits(d).compareTo(TOO_LONG) > 0)
        .map(d -> "channel " + d.channel() + " has not taken a notice for over 10 minutes")
        .distinct()
        .sorted()
        .forEach(problems::add);
    return new Health(thread.isAlive(), worker.outboxes().size(), open.size(), problems);
  }

  /** Ends within 5 s; what is not sent stays in the outbox for the next owner. */
  @Override
  public void close() {
    worker.stop();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    dispatcher.close();
    background.shutdownNow();
    closeFollowers();
  }

  private synchronized void closeFollowers() {
    for (AutoCloseable follower : followers) {
      try {
        follower.close();
      } catch (Exception e) {
        log.warn("a follower did not close", e);
      }
    }
  }

  private void run() {
    try {
      worker.run();
    } catch (RuntimeException | Error e) {
      failure = e;
      log.error("alerts stopped", e);
    }
  }

  private synchronized void gauge(String channel) {
    if (!gauged.add(channel)) return;
    TimeGauge.builder(
            "slipstream.delivery.oldest.pending",
            () -> oldest(channel).toMillis(),
            TimeUnit.MILLISECONDS)
        .description("Age of the oldest notice that is due and not delivered")
        .tag("channel", channel)
        .register(registry);
  }

  private Duration oldest(String channel) {
    return open().stream()
        .filter(d -> d.channel().equals(channel))
        .map(this::waits)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** How long a notice waits for its receiver; zero for one that waits for its time. */
  private Duration waits(Delivery delivery) {
    Instant now = clock.instant();
    boolean due = delivery.state() == State.PENDING && delivery.createdAt().isBefore(now);
    return due ? Duration.between(delivery.createdAt(), now) : Duration.ZERO;
  }

  private List<Delivery> open() {
    return worker.outboxes().stream().flatMap(o -> o.open().stream()).toList();
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
