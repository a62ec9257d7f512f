package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.Claim;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;

/** Who said it first, under one name: of the claims found, at least this share is right. */
class OriginSetTest {
  private static final String OWN_OUTLET = "-";

  @Test
  void originsOfAnnotatedItems_areReadAsWellAsEver() throws Exception {
    ClaimSet set = ClaimSet.load("dev.jsonl", "subjects.json");
    Watchlist watchlist = withKnownOrigins(set.watchlist());
    Map<String, String> expected = expected();
    var matcher = Matcher.of(watchlist);
    var reader = ClaimReader.of(watchlist);
    var wrong = new ArrayList<String>();
    int found = 0;
    for (JsonNode item : set.items()) {
      for (Claim claim : ClaimSet.read(matcher, reader, item)) {
        String key = key(item, claim);
        String origin = expected.get(key);
        if (origin == null) continue;
        found++;
        String read = claim.origins().isEmpty() ? OWN_OUTLET : claim.origins().get(0);
        if (!read.equals(origin)) wrong.add(key + origin + ", read " + read);
      }
    }
    assertThat(found).isGreaterThan(60);
    assertThat(1 - (double) wrong.size() / found).as("%s", wrong).isGreaterThanOrEqualTo(0.92);
  }

  private static String key(JsonNode item, Claim claim) {
    String status = claim.status().name().toLowerCase(Locale.ROOT);
    return item.get("id").asText() + " | " + claim.subject() + " | " + status + " | ";
  }

  private static Map<String, String> expected() throws IOException {
    var expected = new HashMap<String, String>();
    try (var in = OriginSetTest.class.getResourceAsStream("dev-origins.txt")) {
      byte[] all = Objects.requireNonNull(in).readAllBytes();
      List<String> lines = new String(all, StandardCharsets.UTF_8).lines().toList();
      for (String line : lines) {
        if (line.startsWith("#")) continue;
        int bar = line.lastIndexOf('|') + 2;
        expected.put(line.substring(0, bar), line.substring(bar));
      }
    }
    return expected;
  }

  private static Watchlist withKnownOrigins(Watchlist watched) throws IOException {
    String yaml = Files.readString(Path.of("../config/watchlist.yaml"));
    Watchlist known = ConfigReader.read("watchlist.yaml", yaml, Watchlist.class);
    return new Watchlist(watched.subjects(), List.of(), known.origins(), known.events());
  }
}
