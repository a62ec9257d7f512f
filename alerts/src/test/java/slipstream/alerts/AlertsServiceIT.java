package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;
import static slipstream.alerts.Installation.webhook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.kafka.KafkaClients;

class AlertsServiceIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static EmbeddedBroker broker;
  private static KafkaClients clients;

  private Installation installation;
  private Receiver receiver;

  @BeforeAll
  static void startBroker(@TempDir Path data) throws IOException {
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
  }

  @AfterAll
  static void stopBroker() throws IOException {
    broker.close();
  }

  @BeforeEach
  void install() throws Exception {
    installation = new Installation(clients);
    receiver = new Receiver();
  }

  @AfterEach
  void uninstall() {
    installation.close();
    receiver.close();
  }

  @Test
  void change_isReceivedOnce_asOnTheTopic() {
    var service = installation.start(toHook());
    installation.announce(change("c1", "widget"), change("c2", "gadget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(receiver.keys()).containsExactlyInAnyOrder("c1:hook", "c2:hook");
    var request = receiver.received().get(receiver.keys().indexOf("c1:hook"));
    assertThat(request.header("ce-type")).isEqualTo("slipstream.change.v1");
    assertThat(request.header("ce-subject")).isEqualTo("widget");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(read(request.body())).isEqualTo(change("c1", "widget"));
    assertThat(installation.deliveries().values())
        .extracting(Delivery::state)
        .containsExactly(State.DELIVERED, State.DELIVERED);
  }

  @Test
  void restartBetween_repeatsNothingAndLosesNothing() {
    var first = installation.start(toHook());
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(first::isIdle);
    first.close();
    installation.announce(change("c1", "widget"), change("c2", "widget"));

    var second = installation.start(toHook());

    await().atMost(SOON).until(second::isIdle);
    assertThat(receiver.keys()).containsExactly("c1:hook", "c2:hook");
  }

  @Test
  void receiverDownThenUp_getsEverything() throws IOException {
    receiver.down();
    var service = installation.start(toHook());
    installation.announce(change("c1", "widget"));
    await()
        .atMost(SOON)
        .until(() -> installation.deliveries().values().stream().anyMatch(d -> d.attempts() > 1));
    receiver.up();

    await().atMost(SOON).until(() -> delivered() == 1);
    assertThat(service.health().waiting()).isZero();
    assertThat(receiver.keys()).containsExactly("c1:hook");
  }

  @Test
  void anotherOwner_takesOverWhatWaits() {
    receiver.answer(503);
    installation.start(toHook());
    installation.announce(
        IntStream.range(0, 20).mapToObj(i -> change("c" + i, "s" + i)).toArray(Change[]::new));
    await().atMost(SOON).until(() -> receiver.received().size() >= 20);
    var second = installation.start(toHook());
    receiver.answer(204);

    await().atMost(SOON).until(() -> delivered() == 20);
    assertThat(second.health().healthy()).isTrue();
    assertThat(receiver.keys().stream().distinct()).hasSize(20);
  }

  @Test
  void deadChannel_endsInTheDeadLetters_andAnotherChannelTells(@TempDir Path folder)
      throws IOException {
    receiver.answer(410);
    Path file = folder.resolve("notices.jsonl");
    var subscriptions =
        new Subscriptions(
            List.of(
                webhook("hook", receiver.url("/")),
                new Channel("log", "file", Map.of("path", file.toString()))),
            List.of(all("everything", "hook")));
    var service = installation.start(subscriptions);
    installation.announce(change("c1", "widget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(installation.deadLetters().get("widget|c1|hook"))
        .extracting(Delivery::lastError, Delivery::notice)
        .containsExactly("HTTP 410", change("c1", "widget"));
    assertThat(receiver.received()).hasSize(1);
    assertThat(Files.readString(file)).contains("\"id\":\"c1\"");
  }

  @Test
  void slowChannel_delaysNoOther(@TempDir Path folder) {
    var slow = new CountDownLatch(1);
    receiver.answer(
        r -> {
          try {
            slow.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Receiver.Answer.status(204);
        });
    Path file = folder.resolve("notices.jsonl");
    var subscriptions =
        new Subscriptions(
            List.of(
                webhook("hook", receiver.url("/")),
                new Channel("log", "file", Map.of("path", file.toString()))),
            List.of(all("everything", "hook", "log")));
    installation.start(subscriptions);
    installation.announce(
        IntStream.range(0, 30).mapToObj(i -> change("c" + i, "widget")).toArray(Change[]::new));

    await().atMost(SOON).until(() -> Files.exists(file) && Files.readAllLines(file).size() == 30);
    assertThat(receiver.received()).hasSize(1);
    slow.countDown();
  }

  @Test
  void backfill_isSkipped_unlessTheSubscriptionWantsIt() {
    var service = installation.start(toHook());
    installation.announce(edit(change("c1", "widget"), "backfill", true));

    await().atMost(SOON).until(() -> !installation.deliveries().isEmpty());
    await().atMost(SOON).until(service::isIdle);
    assertThat(receiver.received()).isEmpty();
    assertThat(installation.deliveries().get("widget|c1|hook"))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(State.SKIPPED, Delivery.Reason.BACKFILL);
  }

  @Test
  void noChannelAtAll_stillReadsToTheEnd() {
    var service = installation.start(new Subscriptions(List.of(), List.of()));
    installation.announce(change("c1", "widget"));

    await().atMost(SOON).until(service::isIdle);
    assertThat(service.health().healthy()).isTrue();
  }

  @Test
  void badReload_keepsTheLastGoodChannels() {
    var service = installation.start(toHook());
    var bad = new Subscriptions(List.of(new Channel("x", "pigeon", Map.of())), List.of());

    assertThatThrownBy(() -> service.reload(bad)).hasMessageContaining("unknown type 'pigeon'");
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> delivered() == 1);
  }

  @Test
  void close_takesLessThanFiveSeconds_evenWithAReceiverThatHangs() {
    receiver.answer(
        r -> {
          await().atMost(SOON).until(() -> Thread.currentThread().isInterrupted());
          return Receiver.Answer.status(204);
        });
    var service = installation.start(toHook());
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> !receiver.received().isEmpty());
    long start = System.nanoTime();

    service.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private long delivered() {
    return installation.deliveries().values().stream()
        .filter(d -> d.state() == State.DELIVERED)
        .count();
  }

  private Change read(String json) {
    var topic = installation.topics.alertsChanges();
    return topic.values().deserializer().deserialize(topic.name(), json.getBytes(UTF_8));
  }

  private Subscriptions toHook() {
    return new Subscriptions(
        List.of(webhook("hook", receiver.url("/hook"))), List.of(all("everything", "hook")));
  }

  private static Subscription all(String name, String... channels) {
    return new Subscription(name, List.of(channels), List.of(), List.of(), List.of(), false);
  }
}
