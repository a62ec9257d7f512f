package slipstream.analysis.cues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumberTableTest {
  @Test
  void numbersOfKeysInARow_areFound_andNoOthers() {
    var table = new NumberTable(40_000);
    for (int key = 1; key <= 40_000; key++) table.put(key, key, key);
    for (int key = 1; key <= 40_000; key++) assertThat(table.get(key)).isEqualTo(key);
    assertThat(table.get(40_001)).isEqualTo(NumberTable.NONE);
    assertThat(table.get(NumberTable.key("absent"))).isEqualTo(NumberTable.NONE);
  }

  @Test
  void keyThatIsTaken_isRefused() {
    var table = new NumberTable(2);
    table.put(NumberTable.key("may"), 1, "may");
    assertThatThrownBy(() -> table.put(NumberTable.key("may"), 2, "may"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'may' is taken");
  }

  @Test
  void numberThatNoSlotHolds_isRefused() {
    var table = new NumberTable(2);
    assertThatThrownBy(() -> table.put(1, 65_536, "one")).hasMessageContaining("from 1 to 65535");
    assertThatThrownBy(() -> table.put(1, 0, "one")).hasMessageContaining("from 1 to 65535");
  }
}
