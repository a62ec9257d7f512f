package slipstream.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;

/** Whatever waits, waits in the outbox: a crash loses none of it, and it goes out at its time. */
class WaitsSurviveKillIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @RegisterExtension static final Stage stage = new Stage();

  @Test
  void holdDigestQuietHoursMuteAndHeartbeat_surviveACrash() throws Exception {
    String yaml = waiting(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES));
    Process process = AlertsProcess.start(stage.installation(), yaml);
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> held().size() == 5);
    AlertsProcess.kill(process);
    assertThat(held())
        .containsExactlyInAnyOrder(
            Reason.HOLD, Reason.DIGEST, Reason.QUIET, Reason.MUTE, Reason.HEARTBEAT);
    assertThat(stage.receiver().received()).isEmpty();

    var subscriptions = ConfigReader.read("subscriptions.yaml", yaml, Subscriptions.class);
    var service = stage.installation().startLater(subscriptions, Duration.ofDays(3));
    await().atMost(SOON).until(() -> stage.receiver().received().size() == 5);
    await().atMost(SOON).until(service::isIdle);

    assertThat(stage.receiver().keys())
        .hasSize(5)
        .contains("c1:hold", "c1:digest", "c1:quiet", "c1:mute")
        .anyMatch(key -> key.startsWith("heartbeat-"));
    assertThat(stage.receiver().received())
        .anyMatch(r -> r.header("slipstream-heartbeat").contains("Nothing changed"));
    await().atMost(SOON).until(() -> held().equals(List.of(Reason.HEARTBEAT)));
  }

  private List<Reason> held() {
    return stage.installation().deliveries().values().stream()
        .filter(d -> d.state() == State.HELD)
        .map(Delivery::reason)
        .toList();
  }

  private static String waiting(LocalTime now) {
    return """
        channels:
          - {name: hold, type: webhook, settings: {url: "%1$s"}}
          - {name: digest, type: webhook, settings: {url: "%1$s"}}
          - {name: quiet, type: webhook, settings: {url: "%1$s"}}
          - {name: mute, type: webhook, settings: {url: "%1$s"}}
          - {name: beat, type: webhook, settings: {url: "%1$s"}}
        subscriptions:
          - {name: hold, channels: [hold], hold: {origins: 2, longest: PT20H}}
          - {name: digest, channels: [digest], digest: {every: daily, at: "%2$s"}}
          - {name: quiet, channels: [quiet], quiet: {from: "%3$s", to: "%2$s"}}
          - {name: mute, channels: [mute], mute: [{subjects: [widget], until: %4$s}]}
        heartbeat: {channels: [beat], at: "%2$s"}
        """
        .formatted(
            stage.receiver().url("/"),
            now.plusHours(6),
            now.minusHours(1),
            LocalDate.now(ZoneOffset.UTC).plusDays(2));
  }
}
