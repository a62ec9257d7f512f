package slipstream.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.AlertsProcess.kill;
import static slipstream.alerts.Changes.change;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.alerts.Receiver.Answer;
import slipstream.alerts.Receiver.Received;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.kafka.KafkaClients;

/** A bad day: a receiver that fails and dies, processes that are killed, a channel that is gone. */
class NothingIsLostIT {
  private static final int CHANGES = 1000;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final Random failing = new Random(7);

  @Test
  void everyChangeArrives_withTheSameKeyOnEachTry(@TempDir Path data) throws Exception {
    try (var broker = EmbeddedBroker.start(data, 0);
        var installation = new Installation(new KafkaClients(broker.bootstrap()));
        var receiver = new Receiver()) {
      receiver.answer(this::failsThreeOfTen);
      announce(installation, 0, CHANGES / 2);

      killAt(150, installation, receiver);
      receiver.down();
      Process second = start(installation, receiver);
      await().atMost(LONG).until(() -> tries(installation, "gone") > 0);
      receiver.up();
      awaitAccepted(400);
      kill(second);
      announce(installation, CHANGES / 2, CHANGES);
      killAt(600, installation, receiver);
      receiver.down();
      Process last = start(installation, receiver);
      receiver.up();
      awaitAccepted(CHANGES);
      await().atMost(LONG).until(() -> delivered(installation) == CHANGES);
      kill(last);

      assertThat(new TreeSet<>(receiver.keys())).isEqualTo(accepted).hasSize(CHANGES);
      assertThat(installation.deliveries().values())
          .filteredOn(d -> d.channel().equals("gone"))
          .hasSize(CHANGES)
          .noneMatch(d -> d.state() == State.DELIVERED);
      System.out.printf(
          "%d changes, %d requests, 3 kills, 2 receiver deaths%n",
          accepted.size(), receiver.received().size());
    }
  }

  private Answer failsThreeOfTen(Received request) {
    boolean fails;
    synchronized (failing) {
      fails = failing.nextInt(10) < 3;
    }
    if (!fails) accepted.add(request.header("webhook-id"));
    return Answer.status(fails ? 500 : 204);
  }

  private static void announce(Installation installation, int from, int to) {
    installation.announce(
        IntStream.range(from, to)
            .mapToObj(i -> change("c" + i, "subject-" + i % 20))
            .toArray(Change[]::new));
  }

  private void killAt(int count, Installation at, Receiver receiver) throws Exception {
    Process process = start(at, receiver);
    awaitAccepted(count);
    kill(process);
  }

  private static Process start(Installation at, Receiver receiver) throws IOException {
    return AlertsProcess.start(
        at,
        """
        channels:
          - {name: hook, type: webhook, settings: {url: "%s"}}
          - {name: gone, type: webhook, settings: {url: "http://127.0.0.1:1/"}}
        subscriptions: [{name: all, channels: [hook, gone]}]
        """
            .formatted(receiver.url("/")));
  }

  private void awaitAccepted(int count) {
    await().atMost(LONG).until(() -> accepted.size() >= count);
  }

  private static long tries(Installation installation, String channel) {
    return installation.deliveries().values().stream()
        .filter(d -> d.channel().equals(channel))
        .mapToInt(Delivery::attempts)
        .sum();
  }

  private static long delivered(Installation installation) {
    return installation.deliveries().values().stream()
        .filter(d -> d.state() == State.DELIVERED)
        .count();
  }
}
