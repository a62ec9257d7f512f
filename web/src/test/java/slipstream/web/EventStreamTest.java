package slipstream.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  @Test
  void id_readsBackAsWritten() {
    var sent = new TreeMap<>(Map.of("deepseek-r2", 9, "rivian-r2", 1));
    assertThat(EventStream.format(sent)).isEqualTo("deepseek-r2:9,rivian-r2:1");
    assertThat(EventStream.parse("deepseek-r2:9,rivian-r2:1")).isEqualTo(sent);
  }

  @Test
  void whatCannotBeRead_countsAsNotSent() {
    assertThat(EventStream.parse("a:x,:3,b:2,,c")).isEqualTo(Map.of("b", 2));
    assertThat(EventStream.parse("")).isEmpty();
  }
}
