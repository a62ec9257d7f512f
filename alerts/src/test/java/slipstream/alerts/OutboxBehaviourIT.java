package slipstream.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.kafka.KafkaClients;

/** What waits in the outbox outlives processes, and people can look into it and send again. */
class OutboxBehaviourIT {
  private static final Duration SOON = Duration.ofSeconds(60);
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
  void heldNotice_survivesARestart_andGoesOutWhenAnotherOriginSaysSo() {
    var holding = subscriptions("hold: {origins: 2, longest: PT12H}");
    var first = installation.start(holding);
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> state("widget|c1|hook") == State.HELD);
    first.close();

    var second = installation.start(holding);
    installation.hold(outlook(change("c1", "widget"), 2));

    await().atMost(SOON).until(() -> state("widget|c1|hook") == State.DELIVERED);
    await().atMost(SOON).until(second::isIdle);
    assertThat(receiver.keys()).containsExactly("c1:hook");
  }

  @Test
  void bundle_isOneRequest() {
    var service = installation.start(subscriptions("bundle: PT3S"));
    installation.announce(change("c1", "widget"), change("c2", "gadget"), change("c3", "gizmo"));

    await().atMost(SOON).until(() -> installation.deliveries().size() == 3);
    await()
        .atMost(SOON)
        .until(
            () ->
                installation.deliveries().values().stream()
                    .allMatch(d -> d.state() == State.DELIVERED));
    assertThat(service.health().waiting()).isZero();
    assertThat(receiver.received().get(0).header("Content-Type"))
        .startsWith("application/cloudevents-batch+json");
    assertThat(receiver.received()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void correction_isReceived_onlyWhereTheChangeWas() {
    var service = installation.start(subscriptions("kinds: [moved-earlier]"));
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> state("widget|c1|hook") == State.DELIVERED);
    installation.announce(
        edit(change("k2", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "never-sent"),
        edit(change("k1", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "c1"));

    await().atMost(SOON).until(() -> state("widget|k1|hook") == State.DELIVERED);
    await().atMost(SOON).until(service::isIdle);
    assertThat(receiver.keys()).containsExactly("c1:hook", "k1:hook");
    assertThat(installation.deliveries()).doesNotContainKey("widget|k2|hook");
  }

  @Test
  void deadNotice_isListed_andReplayedWithTheSameKey() throws InterruptedException {
    receiver.answer(410);
    installation.start(subscriptions(""));
    installation.announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> state("widget|c1|hook") == State.DEAD);
    receiver.answer(204);
    var deliveries = new DeliveryLog(clients, installation.topics, Clock.systemUTC());

    assertThat(deliveries.list(d -> d.state() == State.DEAD)).hasSize(1);
    assertThat(deliveries.replay(d -> d.channel().equals("hook"))).hasSize(1);
    await().atMost(SOON).until(() -> state("widget|c1|hook") == State.DELIVERED);
    assertThat(receiver.keys()).containsExactly("c1:hook", "c1:hook");
  }

  @Test
  void sampleForASubscription_isMarked_andLeavesNoTrace() throws InterruptedException {
    var sender = new SampleSender(installation.topics, Map.of(), Clock.systemUTC(), System.out);
    var sent = sender.send(subscriptions(""), "desk");

    assertThat(sent).extracting(SampleSender.Sent::channel).containsExactly("hook");
    assertThat(receiver.received().get(0).body()).contains("\"sample\":true");
    assertThat(installation.deliveries()).isEmpty();
  }

  private State state(String key) {
    Delivery delivery = installation.deliveries().get(key);
    return delivery == null ? State.UNKNOWN : delivery.state();
  }

  private Subscriptions subscriptions(String more) {
    return ConfigReader.read(
        "subscriptions.yaml",
        """
        channels: [{name: hook, type: webhook, settings: {url: "%s"}}]
        subscriptions: [{name: desk, channels: [hook]%s}]
        """
            .formatted(receiver.url("/"), more.isEmpty() ? "" : ", " + more),
        Subscriptions.class);
  }

  private static Outlook outlook(Change change, int origins) {
    var word =
        new Outlook.Word("claim-1", "Example Wire", Certainty.REPORTED, origins, change.item());
    return new Outlook(
        change.subject(),
        change.after(),
        change.assertedAt(),
        word,
        false,
        null,
        List.of(),
        change.id(),
        Instant.EPOCH,
        "abc");
  }
}
