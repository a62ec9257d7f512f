package slipstream.alerts.route;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.MOVED;
import static slipstream.alerts.Changes.edit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;

class BacktestTest {
  private static final Instant NOON = Instant.parse("2025-02-25T12:00:00Z");
  private static final Instant LATER = Instant.parse("2025-02-25T15:00:00Z");
  private static final Change FIRST = at("c1", NOON);
  private static final Change SECOND = at("c2", LATER);

  @Test
  void ruleThatMatches_sendsWhenItWasSaid() {
    assertThat(run("", FIRST, SECOND))
        .containsExactly("c1 delivered 2025-02-25T12:00:00Z", "c2 delivered 2025-02-25T15:00:00Z");
    assertThat(run("kinds: [slipped]", FIRST, SECOND)).isEmpty();
  }

  @Test
  void heldNotice_goesOutWhenASecondOriginSaysSo_orIsDropped() {
    String rule = "hold: {origins: 2, longest: PT12H, drop: true}";

    assertThat(run(rule, FIRST, SECOND))
        .containsExactly("c1 delivered 2025-02-25T15:00:00Z", "c2 skipped 2025-02-26T03:00:00Z");
  }

  @Test
  void digest_waitsForItsHour() {
    assertThat(run("digest: {every: daily, at: '18:00', zone: UTC}", FIRST, SECOND))
        .containsExactly("c1 delivered 2025-02-25T18:00:00Z", "c2 delivered 2025-02-25T18:00:00Z");
  }

  @Test
  void correction_goesToWhomTheChangeWasSent() {
    var correction = edit(SECOND, "kind", ChangeKind.CORRECTION, "takesBack", "c1", "id", "back");

    assertThat(run("kinds: [moved-earlier]", FIRST, correction)).hasSize(2);
    assertThat(run("kinds: [slipped]", FIRST, correction)).isEmpty();
  }

  /** From the second change on two origins say the first one. */
  private static List<String> run(String keys, Change... changes) {
    var yaml =
        "channels: [{name: hook, type: stdout}]\nsubscriptions: [{name: a, channels: [hook]%s}]"
            .formatted(keys.isEmpty() ? "" : ", " + keys);
    var subscriptions = ConfigReader.read("test", yaml, Subscriptions.class);
    var backtest =
        new Backtest(
            subscriptions, (change, time) -> change.equals("c1") && !time.isBefore(LATER) ? 2 : 1);
    return backtest.run(List.of(changes), List.of()).stream()
        .map(
            d -> d.change() + " " + d.state().name().toLowerCase(Locale.ROOT) + " " + d.updatedAt())
        .toList();
  }

  private static Change at(String id, Instant time) {
    return edit(MOVED, "id", id, "assertedAt", time);
  }
}
