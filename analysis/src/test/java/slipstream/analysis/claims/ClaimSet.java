package slipstream.analysis.claims;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Claim;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** A set of gold items, and what the reader makes of each. */
record ClaimSet(List<JsonNode> items, Watchlist watchlist) {
  static ClaimSet load(String items, String subjects) throws IOException {
    var nodes = new ArrayList<JsonNode>();
    try (var reader =
        new BufferedReader(new InputStreamReader(open(items), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) nodes.add(Json.MAPPER.readTree(line));
    }
    try (InputStream in = open(subjects)) {
      return new ClaimSet(nodes, Json.MAPPER.readValue(in, Watchlist.class));
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(ClaimSet.class.getResourceAsStream(name), name);
  }

  /** Scores the reader on every item. */
  ClaimScore score() {
    var matcher = Matcher.of(watchlist);
    var reader = ClaimReader.of(watchlist);
    var score = new ClaimScore();
    for (JsonNode item : items) score.add(item, read(matcher, reader, item));
    return score;
  }

  static List<Claim> read(Matcher matcher, ClaimReader reader, JsonNode item) {
    String title = item.get("title").asText();
    String text = item.get("text").asText();
    var published =
        Publication.ofDay(LocalDate.parse(item.get("published").asText()), Provenance.FILE);
    String outlet = item.get("publisher").asText();
    var hits = matcher.find(outlet, new SplitText(title), new SplitText(text));
    return reader.read(title, text, published, outlet, hits).stream()
        .filter(claim -> watches(item, claim.subject()))
        .toList();
  }

  private static boolean watches(JsonNode item, String subject) {
    for (JsonNode watched : item.get("watch")) if (watched.asText().equals(subject)) return true;
    return false;
  }
}
