package slipstream.analysis.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

/** What the watchlist that Slipstream comes with finds, and what it leaves alone. */
class DefaultWatchlistTest {
  private static final Path FILE = Path.of("../config/watchlist.yaml");
  private static final Matcher MATCHER = matcher();

  @ParameterizedTest
  @MethodSource("lines")
  void text_hasJustItsTags(String line) {
    int bar = line.indexOf('|');
    Set<String> tags =
        Stream.of(line.substring(0, bar).trim().split(",", -1))
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found(line.substring(bar + 1).trim())).isEqualTo(tags);
  }

  static List<String> lines() throws IOException {
    try (var in = DefaultWatchlistTest.class.getResourceAsStream("tagging.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static Set<String> found(String text) {
    return MATCHER.find("", text).stream()
        .map(Hit::watched)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Matcher matcher() {
    try {
      String yaml = Files.readString(FILE);
      return Matcher.of(ConfigReader.read(FILE.toString(), yaml, Watchlist.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
