package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;
import static slipstream.alerts.Installation.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;

class AlertsServiceIT {
  private static final Duration SOON = Duration.ofSeconds(40);

  @RegisterExtension static final Stage stage = new Stage();

  @Test
  void change_isReceivedOnce_asOnTheTopic() {
    var service = stage.installation().start(toHook());
    stage.installation().announce(change("c1", "widget"), change("c2", "gadget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(stage.receiver().keys()).containsExactlyInAnyOrder("c1:hook", "c2:hook");
    var request = stage.receiver().received().get(stage.receiver().keys().indexOf("c1:hook"));
    assertThat(request.header("ce-type")).isEqualTo("slipstream.change.v1");
    assertThat(request.header("ce-subject")).isEqualTo("widget");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(read(request.body())).isEqualTo(change("c1", "widget"));
    assertThat(stage.installation().deliveries().values())
        .extracting(Delivery::state)
        .containsExactly(State.DELIVERED, State.DELIVERED);
  }

  @Test
  void restartBetween_repeatsNothingAndLosesNothing() {
    var first = stage.installation().start(toHook());
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(first::isIdle);
    first.close();
    stage.installation().announce(change("c1", "widget"), change("c2", "widget"));

    var second = stage.installation().start(toHook());

    await().atMost(SOON).until(second::isIdle);
    assertThat(stage.receiver().keys()).containsExactly("c1:hook", "c2:hook");
  }

  @Test
  void receiverDownThenUp_getsEverything() throws IOException {
    stage.receiver().down();
    var service = stage.installation().start(toHook());
    stage.installation().announce(change("c1", "widget"));
    await()
        .atMost(SOON)
        .until(
            () ->
                stage.installation().deliveries().values().stream()
                    .anyMatch(d -> d.attempts() > 1));
    stage.receiver().up();

    await().atMost(SOON).until(() -> delivered() == 1);
    assertThat(service.health().waiting()).isZero();
    assertThat(stage.receiver().keys()).containsExactly("c1:hook");
  }

  @Test
  void anotherOwner_takesOverWhatWaits() {
    stage.receiver().answer(503);
    stage.installation().start(toHook());
    stage
        .installation()
        .announce(
            IntStream.range(0, 20).mapToObj(i -> change("c" + i, "s" + i)).toArray(Change[]::new));
    await().atMost(SOON).until(() -> stage.receiver().received().size() >= 20);
    var second = stage.installation().start(toHook());
    stage.receiver().answer(204);

    await().atMost(SOON).until(() -> delivered() == 20);
    assertThat(second.health().healthy()).isTrue();
    assertThat(stage.receiver().keys().stream().distinct()).hasSize(20);
  }

  @Test
  void deadChannel_endsInTheDeadLetters_andAnotherChannelTells(@TempDir Path folder)
      throws IOException {
    stage.receiver().answer(410);
    Path file = folder.resolve("notices.jsonl");
    var service = stage.installation().start(withFile(file, "hook"));
    stage.installation().announce(change("c1", "widget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(stage.installation().deadLetters().get("widget|c1|hook"))
        .extracting(Delivery::lastError, Delivery::notice)
        .containsExactly("HTTP 410", change("c1", "widget"));
    assertThat(stage.receiver().received()).hasSize(1);
    assertThat(Files.readString(file)).contains("\"id\":\"c1\"");
  }

  @Test
  void slowChannel_delaysNoOther(@TempDir Path folder) {
    var slow = new CountDownLatch(1);
    stage
        .receiver()
        .answer(
            r -> {
              try {
                slow.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Receiver.Answer.status(204);
            });
    Path file = folder.resolve("notices.jsonl");
    stage.installation().start(withFile(file, "hook", "log"));
    stage
        .installation()
        .announce(
            IntStream.range(0, 30).mapToObj(i -> change("c" + i, "widget")).toArray(Change[]::new));

    await().atMost(SOON).until(() -> Files.exists(file) && Files.readAllLines(file).size() == 30);
    assertThat(stage.receiver().received()).hasSize(1);
    slow.countDown();
  }

  @Test
  void deadChannel_thatMoreWaitsForThanMemoryHolds_delaysNoOther(@TempDir Path folder) {
    stage.receiver().answer(503);
    Path file = folder.resolve("notices.jsonl");
    stage.installation().start(withFile(file, "hook", "log"), RetrySchedule.STANDARD);
    int many = 11_000;
    stage
        .installation()
        .announce(
            IntStream.range(0, many)
                .mapToObj(i -> change("c" + i, "widget"))
                .toArray(Change[]::new));

    await().atMost(Duration.ofMinutes(3)).until(() -> idsIn(file) == many);
    await().atMost(SOON).until(() -> !stage.installation().deadLetters().isEmpty());
    assertThat(stage.installation().deadLetters().values())
        .allMatch(d -> d.channel().equals("hook") && d.notice() != null);
  }

  @Test
  void backfill_isSkipped_unlessTheSubscriptionWantsIt() {
    var service = stage.installation().start(toHook());
    stage.installation().announce(edit(change("c1", "widget"), "backfill", true));

    await().atMost(SOON).until(() -> !stage.installation().deliveries().isEmpty());
    await().atMost(SOON).until(service::isIdle);
    assertThat(stage.receiver().received()).isEmpty();
    assertThat(stage.installation().deliveries().get("widget|c1|hook"))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(State.SKIPPED, Delivery.Reason.BACKFILL);
    assertThat(
            stage
                .installation()
                .meters
                .counter("slipstream.delivery.skipped", "channel", "hook", "reason", "backfill")
                .count())
        .isOne();
  }

  @Test
  void unreadableChange_isPutAside_withWhereAndWhy_andTheNextIsTold() {
    var service = stage.installation().start(toHook());
    stage.installation().sendBytes("widget", "{\"id\": 7, \"kind\":");
    stage.installation().announce(change("c1", "widget"));

    await().atMost(SOON).until(() -> delivered() == 1);
    await().atMost(SOON).until(service::isIdle);
    var topics = stage.installation().topics;
    var letter = stage.installation().records(topics.alertsDeadLetters()).get(0);
    assertThat(letter.value()).asString(UTF_8).isEqualTo("{\"id\": 7, \"kind\":");
    assertThat(header(letter, "topic")).isEqualTo(topics.alertsChanges().name());
    assertThat(header(letter, "partition")).isEqualTo(Integer.toString(letter.partition()));
    assertThat(header(letter, "offset")).isEqualTo("0");
    assertThat(header(letter, "message"))
        .startsWith("cannot read Change")
        .doesNotContain("REDACTED");
    assertThat(
            stage
                .installation()
                .meters
                .counter("slipstream.dead.letters", "stage", "alerts", "reason", "undecodable")
                .count())
        .isOne();
  }

  @Test
  void documentedTopics_areOnTheBroker() throws Exception {
    var document = new ObjectMapper(new YAMLFactory()).readTree(new File("../docs/asyncapi.yaml"));
    try (var admin = stage.clients().admin("test")) {
      var created = admin.listTopics().names().get();

      assertThat(document.path("channels").findValuesAsText("address"))
          .hasSizeGreaterThan(5)
          .allSatisfy(a -> assertThat(created).contains(stage.installation().topics.id(a)));
    }
  }

  @Test
  void noChannelAtAll_stillReadsToTheEnd() {
    var service = stage.installation().start(new Subscriptions(List.of(), List.of()));
    stage.installation().announce(change("c1", "widget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(service.health().healthy()).isTrue();
  }

  @Test
  void badReload_keepsTheLastGoodChannels() {
    var service = stage.installation().start(toHook());
    var bad = new Subscriptions(List.of(new Channel("x", "pigeon", Map.of())), List.of());

    assertThatThrownBy(() -> service.reload(bad)).hasMessageContaining("unknown type 'pigeon'");
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> delivered() == 1);
  }

  @Test
  void close_takesLessThanFiveSeconds_evenWithAReceiverThatHangs() {
    stage
        .receiver()
        .answer(
            r -> {
              await().atMost(SOON).until(() -> Thread.currentThread().isInterrupted());
              return Receiver.Answer.status(204);
            });
    var service = stage.installation().start(toHook());
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> !stage.receiver().received().isEmpty());
    long start = System.nanoTime();

    service.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static long idsIn(Path file) throws IOException {
    if (!Files.exists(file)) return 0;
    try (var lines = Files.lines(file)) {
      return lines.map(l -> l.replaceFirst(".*\"id\":\"(c\\d+)\".*", "$1")).distinct().count();
    }
  }

  private long delivered() {
    return stage.installation().deliveries().values().stream()
        .filter(d -> d.state() == State.DELIVERED)
        .count();
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader("__streams.errors." + name).value(), UTF_8);
  }

  private Change read(String json) {
    var topic = stage.installation().topics.alertsChanges();
    return topic.values().deserializer().deserialize(topic.name(), json.getBytes(UTF_8));
  }

  private Subscriptions toHook() {
    return new Subscriptions(
        List.of(webhook("hook", stage.receiver().url("/hook"))),
        List.of(all("everything", "hook")));
  }

  /** A channel "log" that writes into a file beside the one to the receiver. */
  private Subscriptions withFile(Path file, String... channels) {
    var log = new Channel("log", "file", Map.of("path", file.toString()));
    return new Subscriptions(
        List.of(webhook("hook", stage.receiver().url("/")), log),
        List.of(all("everything", channels)));
  }

  private static Subscription all(String name, String... channels) {
    return new Subscription(name, List.of(channels), List.of(), List.of(), List.of(), false);
  }
}
