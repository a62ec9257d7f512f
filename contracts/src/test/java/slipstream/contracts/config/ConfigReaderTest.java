package slipstream.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  @Test
  void termsMayBePlainOrConditional() {
    var watchlist =
        read(
            """
            subjects:
              - id: widget-2
                name: Widget 2
            themes:
              - id: parts
                terms:
                  - gears
                  - term: cog
                    near: [machine]
            """);

    assertThat(watchlist.themes().get(0).terms())
        .extracting(Term::term)
        .containsExactly("gears", "cog");
    assertThat(watchlist.subjects().get(0).milestone()).isEqualTo("release");
  }

  @Test
  void unknownKey_isNamedWithFileAndLine() {
    assertThatThrownBy(() -> read("subjects:\n  - id: widget\n    name: W\n    alias: [x]\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("watchlist.yaml:4")
        .hasMessageContaining("subjects[0].alias");
  }

  @Test
  void wrongValue_isNamedWithItsKey() {
    assertThatThrownBy(() -> read("subjects:\n  - id: Wid get\n    name: W\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("subjects[0]")
        .hasMessageContaining("'Wid get'");
  }

  @Test
  void brokenYaml_isNamedWithItsLine() {
    assertThatThrownBy(() -> read("subjects: [\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("watchlist.yaml:2");
  }

  private static Watchlist read(String yaml) {
    return ConfigReader.read("watchlist.yaml", yaml, Watchlist.class);
  }
}
