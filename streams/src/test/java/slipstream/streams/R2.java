package slipstream.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Tier;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** The bundled record of R2's coverage, read as it is read at work. */
final class R2 {
  private static final Path ROOT = Path.of("..");

  private R2() {}

  static Analysis analysis() throws IOException {
    String yaml = Files.readString(ROOT.resolve("config/watchlist.yaml"));
    return Analysis.of(ConfigReader.read("watchlist.yaml", yaml, Watchlist.class), "v1");
  }

  static List<NewsItem> items() throws IOException {
    var items = new ArrayList<NewsItem>();
    for (String line : Files.readAllLines(ROOT.resolve("samples/deepseek-r2.jsonl"))) {
      var json = Json.MAPPER.readTree(line);
      String day = json.get("published").asText().substring(0, 10);
      String id = json.path("url").asText("item-" + items.size());
      items.add(
          new NewsItem(
              id,
              "v" + items.size(),
              "test",
              json.path("outlet").asText("unnamed"),
              Tier.PRESS,
              id,
              json.get("title").asText(),
              json.get("text").asText(),
              "en",
              null,
              Publication.ofDay(LocalDate.parse(day), Provenance.FILE),
              true));
    }
    return items;
  }
}
