package slipstream.app.run;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import slipstream.app.config.ConfigFolder;
import slipstream.app.config.ConfigPublisher;
import slipstream.app.role.AlertsRole;
import slipstream.app.role.Configs;
import slipstream.app.role.Generations;
import slipstream.app.role.IngestRole;
import slipstream.app.role.Role;
import slipstream.app.role.StreamsRole;
import slipstream.app.role.Surroundings;
import slipstream.app.role.WebRole;
import slipstream.contracts.Change;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;
import slipstream.contracts.config.Subject;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.TopicFollower;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.IngestService;
import slipstream.web.Health;
import slipstream.web.Meters;

/** All four roles in this process, on a Kafka that is there. */
public final class Monitor implements AutoCloseable {
  private static final Duration CONFIG_WITHIN = Duration.ofSeconds(30);
  private static final short ONE_BROKER = 1;

  private final Topics topics;
  private final Configs configs;
  private final Generations generations;
  private final ConfigWatch configWatch;
  private final AtomicInteger printed = new AtomicInteger();
  private final TopicFollower<Change> changes;
  private final IngestRole ingest;
  private final StreamsRole streams;
  private final AlertsRole alerts;
  private final WebRole web;
  private final IdleWatch idle;
  private volatile Sources sources;

  private Monitor(
      MainJob.Settings settings, Surroundings around, Configs configs, Terminal terminal)
      throws IOException, InterruptedException {
    this.topics = around.topics();
    this.configs = configs;
    this.generations = Generations.follow(around.clients(), topics);
    this.sources = withIngest(settings);
    this.configWatch =
        new ConfigWatch(
            settings.config().folder(),
            config -> {
              sources = withIngest(config.sources().value(), settings);
              apply(around, config, sources);
            },
            terminal);
    this.changes = print(settings, around, terminal);
    this.ingest = new IngestRole(around, configs);
    this.streams = new StreamsRole(around, configs, () -> ingest.hasReadAll(sources));
    this.alerts = new AlertsRole(around, configs);
    this.web =
        new WebRole(around, configs::watchlist, this::health, settings.host(), settings.port());
    this.idle =
        new IdleWatch(
            around.clients(),
            topics,
            () -> ingest.hasReadAll(sources),
            streams::tick,
            alerts::isIdle,
            changes);
  }

  /**
   * Creates topics, applies the configuration, and starts the roles.
   *
   * @param state folder of the topology's state
   */
  static Monitor start(
      MainJob.Settings settings, KafkaClients clients, Topics topics, Path state, Terminal terminal)
      throws IOException, InterruptedException {
    var around =
        new Surroundings(
            clients,
            topics,
            Meters.registry(),
            () -> settings.now() == null ? Instant.now() : settings.now(),
            settings.config().folder(),
            state);
    try (var admin = clients.admin(topics.id("admin"))) {
      new TopicAdmin(admin).create(topics.all(), ONE_BROKER);
    }
    apply(around, settings.config(), withIngest(settings));
    var configs = Configs.follow(clients, topics, CONFIG_WITHIN);
    try {
      return new Monitor(settings, around, configs, terminal);
    } catch (IOException | RuntimeException e) {
      configs.close();
      throw e;
    }
  }

  public Topics topics() {
    return topics;
  }

  /** The port of the page. */
  public int port() {
    return web.port();
  }

  /** Names of the subjects, for people. */
  String watched() {
    return configs.watchlist().subjects().stream().map(Subject::name).collect(joining(", "));
  }

  /** What is fetched beside the archives, in words. */
  String live() {
    long live = sources.sources().stream().filter(s -> s.kind() != Source.Kind.ARCHIVE).count();
    if (live == 0) return "no live sources";
    return sources.contact() == null
        ? live + " live sources are off until sources.yaml names a contact"
        : live + " live sources";
  }

  IngestService.Progress progress() {
    return ingest.progress();
  }

  /** Changes printed by this process. */
  int printed() {
    return printed.get();
  }

  /** True when a reprocess has put another generation in force: start anew. */
  boolean isOutdated() {
    return generations.number() != topics.generation();
  }

  /** True when everything given has been read and announced. */
  boolean isIdle() throws InterruptedException {
    return idle.isIdle();
  }

  /** Looks after what the person may have changed. */
  void lookAtConfig() throws InterruptedException {
    configWatch.look();
  }

  /**
   * Does nothing while every role works.
   *
   * @throws IOException with the cause when one has ended for good
   */
  void failIfDead() throws IOException {
    for (Role role : roles().toList()) role.failIfEnded();
    if (!changes.isRunning())
      throw new IOException("no longer reads " + topics.alertsChanges().name());
  }

  /** Ends the roles at the same time, then what they share. */
  @Override
  public void close() {
    var closing = roles().map(role -> new Thread(role::close, "close")).toList();
    closing.forEach(Thread::start);
    for (Thread one : closing) join(one);
    idle.close();
    changes.close();
    generations.close();
    configs.close();
  }

  private Stream<Role> roles() {
    return Stream.of(ingest, streams, alerts, web);
  }

  private List<Health> health() {
    return Stream.of(ingest, streams, alerts).map(Role::health).toList();
  }

  private TopicFollower<Change> print(
      MainJob.Settings settings, Surroundings around, Terminal terminal)
      throws IOException, InterruptedException {
    var printer = new ChangePrinter(terminal, settings.json(), this::name);
    var follower =
        TopicFollower.start(
            topics.alertsChanges(),
            around.clients(),
            topics.id("run"),
            TopicFollower.From.END,
            (key, change, timestamp) -> {
              if (change == null) return;
              printed.incrementAndGet();
              printer.print(change);
            });
    if (!follower.awaitCaughtUp(CONFIG_WITHIN)) throw new IOException("cannot read the changes");
    return follower;
  }

  private String name(String subject) {
    return configs.watchlist().subject(subject).map(Subject::name).orElse(subject);
  }

  private static void apply(Surroundings around, ConfigFolder config, Sources sources)
      throws InterruptedException {
    new ConfigPublisher(around.clients(), around.topics()).publish(config, sources, Instant.now());
  }

  private static Sources withIngest(MainJob.Settings settings) {
    return withIngest(settings.config().sources().value(), settings);
  }

  /** The configured sources, and those named on the command line. */
  private static Sources withIngest(Sources configured, MainJob.Settings settings) {
    var all = new ArrayList<>(configured.sources());
    for (int i = 0; i < settings.ingest().size(); i++) {
      all.add(commandLineSource(i + 1, settings.ingest().get(i)));
    }
    return new Sources(configured.contact(), all, configured.allowPrivate());
  }

  private static Source commandLineSource(int number, Path path) {
    return new Source(
        "command-line-" + number,
        Source.Kind.ARCHIVE,
        path.toAbsolutePath().normalize().toString(),
        null,
        Tier.UNKNOWN,
        null,
        null,
        "given with --ingest",
        false,
        Map.of());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
