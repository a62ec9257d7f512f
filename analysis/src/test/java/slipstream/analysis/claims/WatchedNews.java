package slipstream.analysis.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import slipstream.analysis.match.Matcher;
import slipstream.contracts.Claim;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;
import slipstream.contracts.kafka.Json;

/** Reads short articles, "title|text", as one who watches a few invented products. */
final class WatchedNews {
  /** When the articles are published: a Tuesday. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static final String SUBJECTS =
"""
{"subjects": [
  {"id": "lumen", "name": "Lumen 3", "owner": "Aster Labs", "context": ["Aster", "Mira Holt"],
   "exclude": ["Lumen 3 Lite"], "milestone": "release"},
  {"id": "vela", "name": "Vela (X)", "owner": "Corran Motors", "context": ["Corran"],
   "milestone": "release"},
  {"id": "brume", "name": "Tides: Brume Rising", "owner": "Kaldi Games",
   "aliases": ["Brume Rising"], "context": ["Kaldi"], "milestone": "release"},
  {"id": "back", "name": "No Way Back", "owner": "Kaldi Games", "context": ["Kaldi"],
   "milestone": "release"},
  {"id": "two", "name": "ID. Two", "owner": "Corran Motors", "context": ["Corran"],
   "milestone": "release"}]}
""";

  private static final Matcher MATCHER = Matcher.of(watchlist());
  private static final ClaimReader READER = ClaimReader.of(watchlist());

  private WatchedNews() {}

  static List<String> statuses(String article) {
    return read(article).stream().map(claim -> claim.status().name()).toList();
  }

  /** Status, first day and first day of the old plan: "DELAYED 2026-09-01 < 2026-06-01". */
  static List<String> told(String article) {
    return read(article).stream().map(WatchedNews::told).toList();
  }

  private static String told(Claim claim) {
    Window old = claim.superseded();
    String day = claim.window() == null ? "" : " " + claim.window().earliest();
    return claim.status().name() + day + (old == null ? "" : " < " + old.earliest());
  }

  static List<Claim> read(String article) {
    return read(article, DAY);
  }

  static List<Claim> read(String article, LocalDate day) {
    String[] parts = article.split("\\|", 2);
    return read(parts[0], parts[1], "The Paper", day);
  }

  static List<Claim> read(String title, String text, String outlet, LocalDate day) {
    var published = Publication.ofDay(day, Provenance.FILE);
    return READER.read(title, text, published, outlet, MATCHER.find(title, text));
  }

  private static Watchlist watchlist() {
    try {
      return Json.MAPPER.readValue(SUBJECTS, Watchlist.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
