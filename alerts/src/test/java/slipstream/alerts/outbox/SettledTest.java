package slipstream.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.change;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Delivery;

class SettledTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

  private final Settled settled = new Settled(10);

  @Test
  void oldNotice_isForgettable_afterItsTime() {
    deliver(2);

    assertThat(settled.forgettable(START)).isEmpty();
    assertThat(settled.forgettable(START.plusSeconds(1))).containsExactly("widget|c0|hook");
  }

  @Test
  void moreThanIsRemembered_theOldestGoFirst() {
    deliver(11);
    assertThat(settled.forgettable(START)).isEmpty();
    deliver(13);

    assertThat(settled.forgettable(START))
        .containsExactly("widget|c0|hook", "widget|c1|hook", "widget|c2|hook");
  }

  @Test
  void whatANoticeSaid_isNotKept() {
    deliver(1);

    assertThat(settled.get("widget|c0|hook").notice()).isNull();
  }

  /** One a second. */
  private void deliver(int count) {
    for (int i = 0; i < count; i++) {
      var at = START.plusSeconds(i);
      settled.put(Delivery.pending(change("c" + i, "widget"), "hook", null, at).dead("no", at));
    }
  }
}
