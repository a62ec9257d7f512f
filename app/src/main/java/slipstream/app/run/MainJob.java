package slipstream.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import slipstream.app.broker.BrokerProcess;
import slipstream.app.cli.Failures;
import slipstream.app.config.ConfigFolder;
import slipstream.app.role.Generations;
import slipstream.contracts.config.ConfigException;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** {@code slipstream run}: the embedded Kafka and the monitor, from start to stop. */
public final class MainJob {
  private static final Duration PROGRESS_EVERY = Duration.ofMillis(200);

  private MainJob() {}

  /**
   * What the person asked for.
   *
   * @param data folder of everything that is kept
   * @param config the configuration files
   * @param ingest further folders and files of articles
   * @param host address of the page
   * @param port port of the page; 0 = any free one
   * @param kafkaPort port of the embedded Kafka; 0 = any free one
   * @param now clock that decides what is overdue; null = the wall clock
   * @param untilIdle true to stop when everything given has been read and announced
   * @param json true to print changes as JSON lines
   */
  public record Settings(
      Path data,
      ConfigFolder config,
      List<Path> ingest,
      String host,
      int port,
      int kafkaPort,
      @Nullable Instant now,
      boolean untilIdle,
      boolean json) {

    /** The same with the files as they are now, where they are valid. */
    Settings again() {
      try {
        var now = ConfigFolder.read(config.folder());
        return new Settings(data, now, ingest, host, port, kafkaPort, this.now, untilIdle, json);
      } catch (IOException | ConfigException e) {
        return this;
      }
    }
  }

  private enum End {
    IDLE,
    STOPPED,
    NEXT_GENERATION
  }

  /**
   * Runs until everything is read ({@code untilIdle}) or the process is asked to stop.
   *
   * @return the exit status
   * @throws IOException when something cannot be started or has failed for good, with its reason
   */
  public static int run(Settings settings, Terminal terminal)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var stop = new StopSignal();
        var data = DataFolder.take(settings.data())) {
      Logs.to(data.logs().resolve("slipstream.log"));
      terminal.status("starting Kafka ...");
      try (var broker = startBroker(data, settings.kafkaPort())) {
        data.noteAddress(broker.bootstrap());
        Settings now = settings;
        while (watch(now, data, broker, stop, terminal, begin) == End.NEXT_GENERATION) {
          terminal.tell("The past was read anew: another generation is in force.");
          now = now.again();
        }
      }
      return 0;
    }
  }

  private static End watch(
      Settings settings,
      DataFolder data,
      BrokerProcess broker,
      StopSignal stop,
      Terminal terminal,
      long begin)
      throws IOException, InterruptedException {
    try (var monitor = startMonitor(settings, data, broker, terminal)) {
      terminal.tell(banner(settings, monitor, broker, data, begin));
      End end = watch(settings, monitor, broker, stop, terminal);
      terminal.status(null);
      if (end == End.IDLE) terminal.tell(summary(monitor, begin));
      return end;
    }
  }

  private static BrokerProcess startBroker(DataFolder data, int port) throws IOException {
    try {
      return BrokerProcess.start(data.kafka(), data.logs(), port);
    } catch (IOException e) {
      throw new IOException("Kafka did not start: " + e.getMessage() + portHint(e, port), e);
    }
  }

  private static String portHint(IOException e, int port) {
    boolean taken = String.valueOf(e.getMessage()).contains("in use");
    return taken && port != 0 ? " (another port: --kafka-port N, any free one: 0)" : "";
  }

  private static Monitor startMonitor(
      Settings settings, DataFolder data, BrokerProcess broker, Terminal terminal)
      throws IOException, InterruptedException {
    terminal.status("starting the monitor ...");
    var clients = new KafkaClients(broker.bootstrap());
    var topics = Generations.inForce(clients, Topics.of("", Topics.DEFAULT_PARTITIONS));
    return Monitor.start(settings, clients, topics, data.streams(), terminal);
  }

  /** Idle only counts when the person wants it to be the end. */
  private static End watch(
      Settings settings, Monitor monitor, BrokerProcess broker, StopSignal stop, Terminal terminal)
      throws IOException, InterruptedException {
    var progress = new Progress(terminal);
    while (!stop.await(PROGRESS_EVERY)) {
      failIfGivenUp(broker);
      monitor.failIfDead();
      monitor.lookAtConfig();
      progress.show(monitor.progress());
      if (monitor.isOutdated()) return End.NEXT_GENERATION;
      if (settings.untilIdle() && monitor.isIdle()) return End.IDLE;
    }
    return End.STOPPED;
  }

  private static void failIfGivenUp(BrokerProcess broker) throws IOException, InterruptedException {
    if (!broker.givenUp().isDone()) return;
    try {
      broker.givenUp().get();
    } catch (ExecutionException e) {
      throw new IOException(Failures.message(e.getCause() == null ? e : e.getCause()), e);
    }
  }

  private static String banner(
      Settings settings, Monitor monitor, BrokerProcess broker, DataFolder data, long begin) {
    return """
        Slipstream is watching %s.
          page     http://%s:%d/
          changes  topic %s on Kafka %s
          sources  %s
          kept in  %s (log: logs/slipstream.log)
          started  in %.1f s; %s
        """
        .formatted(
            monitor.watched(),
            settings.host(),
            monitor.port(),
            monitor.topics().alertsChanges().name(),
            broker.bootstrap(),
            monitor.live(),
            data.path(),
            seconds(begin),
            settings.untilIdle() ? "stops when everything is read" : "Ctrl-C stops it");
  }

  private static String summary(Monitor monitor, long begin) {
    return "Everything is read: %d items; %d changes announced in this run, %.1f s."
        .formatted(monitor.progress().read(), monitor.printed(), seconds(begin));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
