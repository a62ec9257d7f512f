package slipstream.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.app.Slipstream;
import slipstream.app.cli.ClusterLink;
import slipstream.app.config.ConfigFolder;
import slipstream.app.role.Generations;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** The commands that look back and rebuild, against a monitor that has read a past. */
class LookingBackIT {
  private static final Path PAST = Path.of("src/test/resources/past");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Instant NOW = Instant.parse("2031-12-01T00:00:00Z");
  private static final Topics TOPICS = Topics.of("", 2);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private KafkaClients clients;

  @BeforeEach
  void start() throws Exception {
    Files.copy(PAST.resolve("watchlist.yaml"), folder.resolve("watchlist.yaml"));
    Files.copy(PAST.resolve("items.jsonl"), folder.resolve("items.jsonl"));
    broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
    clients = new KafkaClients(broker.bootstrap());
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void whatWasReadCanBeLookedAt_rejected_andReadAnew_andNothingIsToldTwice() throws Exception {
    try (var monitor = monitor()) {
      await().atMost(PATIENCE).until(monitor::isIdle);

      assertThat(run("outlook")).contains("Lumen 3", "September 2031", "which has passed");
      assertThat(run("outlook", "lumen-3", "--as-of", "2031-03-01")).contains("held    May 2031");
      assertThat(run("explain", "https://b.example/2"))
          .contains("repeat", "says the same", "repeats claim");
      assertThat(run("backtest", "--rule", "kinds: [slipped]"))
          .contains("SLIPPED", "1 changes match, 1 notices");
      putAsideAndReplay();

      String claim = run("outlook").replaceAll("(?s).*claim +([0-9a-f]{16}).*", "$1");
      assertThat(run("reject", claim, "--why", "a test")).contains("CORRECTION", "It is rejected.");
      await()
          .atMost(PATIENCE)
          .until(() -> announced().stream().anyMatch(c -> c.kind() == ChangeKind.CORRECTION));
      assertThat(run("explain", claim)).contains("a test");
      assertThat(run("reject", claim, "--undo")).contains("It counts again.");
    }
    List<Change> told;
    CompletableFuture<String> reprocess;
    try (var monitor = monitor()) {
      await().atMost(PATIENCE).until(monitor::isIdle);
      told = announced();
      reprocess = CompletableFuture.supplyAsync(() -> run("reprocess", "--now", NOW.toString()));
      await().atMost(PATIENCE).until(monitor::isOutdated);
    }
    assertThat(reprocess.get(PATIENCE.toSeconds(), SECONDS))
        .contains("the outlook stays", "nothing to announce");
    try (var monitor = monitor()) {
      await().atMost(PATIENCE).until(monitor::isIdle);
      assertThat(monitor.topics().generation()).isEqualTo(2);
      assertThat(run("outlook")).contains("September 2031");
      assertThat(announced()).containsExactlyInAnyOrderElementsOf(told);
    }
  }

  /** What is no item is put aside, and again when it is replayed. */
  private void putAsideAndReplay() throws Exception {
    assertThat(run("dead-letters", "list")).contains("Nothing was put aside");
    try (var producer = clients.producer("test")) {
      producer.send(new ProducerRecord<>("news.items", 0, null, "no item".getBytes(UTF_8))).get();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> run("dead-letters", "list", "--values").contains("no item"));
    assertThat(run("dead-letters", "list")).contains("news.items-0@", "undecodable");
    assertThat(run("dead-letters", "replay")).contains("1 sent again.");
    await().atMost(PATIENCE).until(() -> run("dead-letters", "list", "--all").lines().count() == 2);
    assertThat(run("dead-letters", "list").lines()).hasSize(1);
  }

  private Monitor monitor() throws Exception {
    var nowhere = new PrintStream(java.io.OutputStream.nullOutputStream(), false, UTF_8);
    var settings =
        new MainJob.Settings(
            folder,
            ConfigFolder.read(folder),
            List.of(folder.resolve("items.jsonl")),
            "127.0.0.1",
            0,
            0,
            NOW,
            true,
            true);
    return Monitor.start(
        settings,
        clients,
        Generations.inForce(clients, TOPICS),
        folder.resolve("streams"),
        new Terminal(nowhere, nowhere, false));
  }

  private List<Change> announced() throws Exception {
    var changes = new ArrayList<Change>();
    new ClusterLink(clients, TOPICS)
        .read(TOPICS.alertsChanges(), (subject, change, time) -> changes.add(change));
    return changes;
  }

  /** What a command prints; it must end well. */
  private String run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--kafka", broker.bootstrap(), "--partitions", "2"));
    all.addAll(List.of("--data", folder.toString()));
    int status =
        Slipstream.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    assertThat(status).as("%s: %s", all, err).isZero();
    return out.toString();
  }
}
