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
  void unknownRuleOfASource_isNamedWithFileSourceKeyAndWhatIsKnown() {
    assertThatThrownBy(() -> readSource("kind: page, select: {link: a}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "sources.yaml:2: sources[0]: source 'news': unknown key 'link' in 'select';"
                + " known for kind page: article, identity, links, pattern");
    assertThatThrownBy(() -> readSource("kind: archive, select: {article: true}"))
        .hasMessageEndingWith("known for kind archive: none");
    assertThat(readSource("kind: api, select: {link: a}").sources()).hasSize(1);
  }

  @Test
  void brokenYaml_isNamedWithItsLine() {
    assertThatThrownBy(() -> read("subjects: [\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("watchlist.yaml:2");
  }

  private static Sources readSource(String keys) {
    var yaml = "sources:\n  - {id: news, location: 'https://news.example/', %s}\n".formatted(keys);
    return ConfigReader.read("sources.yaml", yaml, Sources.class);
  }

  private static Watchlist read(String yaml) {
    return ConfigReader.read("watchlist.yaml", yaml, Watchlist.class);
  }
}
