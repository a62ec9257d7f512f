package slipstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Source;
import slipstream.contracts.config.Sources;

class DefaultSourcesTest {
  @Test
  void defaultList_isValidAndSaysWhyEachSourceIsOnIt() throws Exception {
    String yaml = Files.readString(Path.of("../config/sources.yaml"));
    Sources sources = ConfigReader.read("sources.yaml", yaml, Sources.class);
    assertThat(sources.contact()).isNull();
    assertThat(sources.sources().get(0).kind()).isEqualTo(Source.Kind.ARCHIVE);
    assertThat(sources.sources()).allSatisfy(s -> assertThat(s.why()).isNotBlank());
  }
}
