package slipstream.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;

/** What waits in the outbox outlives processes, and people can look into it and send again. */
class OutboxBehaviourIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension static final Stage stage = new Stage();

  @Test
  void heldNotice_survivesARestart_andGoesOutWhenAnotherOriginSaysSo() {
    var holding = subscriptions("hold: {origins: 2, longest: PT12H}");
    var first = stage.installation().start(holding);
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.HELD);
    first.close();

    var second = stage.installation().start(holding);
    stage.installation().hold(outlook(change("c1", "widget"), 2));

    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.DELIVERED);
    await().atMost(SOON).until(second::isIdle);
    assertThat(stage.receiver().keys()).containsExactly("c1:hook");
  }

  @Test
  void deliveredNotice_isForgottenAfterItsTime_andStillNotRepeated() {
    var first = stage.installation().start(subscriptions(""));
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.DELIVERED);
    first.close();

    var later = Outbox.REMEMBERED.plusDays(1);
    stage.installation().startLater(subscriptions(""), later);
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == null);
    stage.installation().announce(change("c1", "widget"));

    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.SKIPPED);
    assertThat(stage.receiver().keys()).containsExactly("c1:hook");
  }

  @Test
  void bundle_isOneRequest() {
    var service = stage.installation().start(subscriptions("bundle: PT3S"));
    stage
        .installation()
        .announce(change("c1", "widget"), change("c2", "gadget"), change("c3", "gizmo"));

    await().atMost(SOON).until(() -> stage.installation().deliveries().size() == 3);
    await()
        .atMost(SOON)
        .until(
            () ->
                stage.installation().deliveries().values().stream()
                    .allMatch(d -> d.state() == State.DELIVERED));
    assertThat(service.health().waiting()).isZero();
    assertThat(stage.receiver().received()) // a slow machine may send the first alone
        .hasSizeLessThanOrEqualTo(2)
        .extracting(request -> request.header("Content-Type"))
        .anyMatch(type -> type.startsWith("application/cloudevents-batch+json"));
  }

  @Test
  void correction_isReceived_onlyWhereTheChangeWas() {
    var service = stage.installation().start(subscriptions("kinds: [moved-earlier]"));
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.DELIVERED);
    stage
        .installation()
        .announce(
            edit(change("k2", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "never-sent"),
            edit(change("k1", "widget"), "kind", ChangeKind.CORRECTION, "takesBack", "c1"));

    await().atMost(SOON).until(() -> stage.state("widget|k1|hook") == State.DELIVERED);
    await().atMost(SOON).until(service::isIdle);
    assertThat(stage.receiver().keys()).containsExactly("c1:hook", "k1:hook");
    assertThat(stage.installation().deliveries()).doesNotContainKey("widget|k2|hook");
  }

  @Test
  void deadNotice_isListed_andReplayedWithTheSameKey() throws InterruptedException {
    stage.receiver().answer(410);
    stage.installation().start(subscriptions(""));
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.DEAD);
    stage.receiver().answer(204);
    var deliveries =
        new DeliveryLog(stage.clients(), stage.installation().topics, Clock.systemUTC());

    assertThat(deliveries.list(d -> d.state() == State.DEAD)).hasSize(1);
    assertThat(deliveries.replay(d -> d.channel().equals("hook"))).hasSize(1);
    await().atMost(SOON).until(() -> stage.state("widget|c1|hook") == State.DELIVERED);
    assertThat(stage.receiver().keys()).containsExactly("c1:hook", "c1:hook");
  }

  @Test
  void sampleForASubscription_isMarked_andLeavesNoTrace() throws InterruptedException {
    var sender =
        new SampleSender(stage.installation().topics, Map.of(), Clock.systemUTC(), System.out);
    var sent = sender.send(subscriptions(""), "desk");

    assertThat(sent).extracting(SampleSender.Sent::channel).containsExactly("hook");
    assertThat(stage.receiver().received().get(0).body()).contains("\"sample\":true");
    assertThat(stage.installation().deliveries()).isEmpty();
  }

  private Subscriptions subscriptions(String more) {
    return ConfigReader.read(
        "subscriptions.yaml",
        """
        channels: [{name: hook, type: webhook, settings: {url: "%s"}}]
        subscriptions: [{name: desk, channels: [hook]%s}]
        """
            .formatted(stage.receiver().url("/"), more.isEmpty() ? "" : ", " + more),
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
