package slipstream.analysis.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Window;

/** Counts like the scorer of the annotation guideline: greedy matching, other readings accepted. */
final class ClaimScore {
  private int gold;
  private int got;
  private int detected;
  private int exact;
  private int empty;
  private int clean;
  private int supersededGold;
  private int superseded;
  private int certain;
  private int quoted;

  void add(JsonNode item, List<Claim> claims) {
    List<JsonNode> best = List.of();
    int bestPoints = Integer.MIN_VALUE;
    for (List<JsonNode> variant : variants(item)) {
      int points = 10 * points(variant, claims) - Math.abs(variant.size() - claims.size());
      if (points > bestPoints) {
        best = variant;
        bestPoints = points;
      }
    }
    count(item, best, claims);
  }

  private void count(JsonNode item, List<JsonNode> best, List<Claim> claims) {
    gold += best.size();
    got += claims.size();
    if (best.isEmpty()) empty++;
    if (best.isEmpty() && claims.isEmpty()) clean++;
    var free = new ArrayList<>(claims);
    var open = new ArrayList<>(best);
    for (int wanted : new int[] {3, 1}) {
      for (JsonNode expected : List.copyOf(open)) {
        Claim match =
            free.stream().filter(c -> grade(expected, c) >= wanted).findFirst().orElse(null);
        if (match == null) continue;
        free.remove(match);
        open.remove(expected);
        countPair(item, expected, match, wanted);
      }
    }
  }

  private void countPair(JsonNode item, JsonNode expected, Claim claim, int grade) {
    detected++;
    if (grade == 3) exact++;
    String window = window(expected.get("superseded"));
    if (window != null) {
      supersededGold++;
      if (window.equals(window(claim.superseded()))) superseded++;
    }
    String certainty = expected.path("certainty").asText();
    if (claim.certainty().name().toLowerCase(Locale.ROOT).equals(certainty)) certain++;
    var quote = claim.quote();
    String source = item.get(quote.inTitle() ? "title" : "text").asText();
    if (source.substring(quote.start(), quote.end()).equals(quote.text())) quoted++;
  }

  private static int points(List<JsonNode> variant, List<Claim> claims) {
    var free = new ArrayList<>(claims);
    int points = 0;
    for (JsonNode expected : variant) {
      Claim best = null;
      for (Claim claim : free) {
        if (best == null || grade(expected, claim) > grade(expected, best)) best = claim;
      }
      if (best == null || grade(expected, best) == 0) continue;
      points += grade(expected, best);
      free.remove(best);
    }
    return points;
  }

  /** 0 = another claim, 1 = the same subject and status class, 3 = the same window too. */
  private static int grade(JsonNode expected, Claim claim) {
    boolean same =
        expected.get("subject").asText().equals(claim.subject())
            && status(expected.get("status").asText(), window(expected.get("window")))
                .equals(status(name(claim.status()), window(claim.window())));
    if (!same) return 0;
    String window = window(expected.get("window"));
    boolean noDate = status(name(claim.status()), window(claim.window())).equals("no-date");
    return noDate || java.util.Objects.equals(window, window(claim.window())) ? 3 : 1;
  }

  private static String name(ClaimStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String status(String status, @Nullable String window) {
    boolean undated = status.equals("undated") || (status.equals("delayed") && window == null);
    return undated ? "no-date" : status;
  }

  private static @Nullable String window(@Nullable JsonNode node) {
    if (node == null || node.path("earliest").asText("").isEmpty()) return null;
    String latest = node.path("latest").asText("");
    return node.get("earliest").asText() + ".." + (latest.equals("null") ? "" : latest);
  }

  private static @Nullable String window(@Nullable Window window) {
    if (window == null) return null;
    return window.earliest() + ".." + (window.latest() == null ? "" : window.latest());
  }

  private static List<List<JsonNode>> variants(JsonNode item) {
    var base = new ArrayList<JsonNode>();
    item.get("claims").forEach(base::add);
    var variants = new ArrayList<List<JsonNode>>();
    variants.add(base);
    for (JsonNode other : item.path("accept")) {
      if (other.path("none").asBoolean()) variants.add(List.of());
      else if (base.isEmpty()) variants.add(List.of(other));
      else addVariants(base, other, variants);
    }
    return variants;
  }

  private static void addVariants(
      List<JsonNode> base, JsonNode other, List<List<JsonNode>> variants) {
    for (int at = 0; at < base.size(); at++) {
      if (!base.get(at).get("subject").equals(other.get("subject"))) continue;
      ObjectNode varied = base.get(at).deepCopy();
      varied.setAll((ObjectNode) other.deepCopy());
      var variant = new ArrayList<>(base);
      variant.set(at, varied);
      variants.add(variant);
    }
  }

  double detectF1() {
    return 2.0 * detected / (gold + got);
  }

  double exactF1() {
    return 2.0 * exact / (gold + got);
  }

  double clean() {
    return (double) clean / empty;
  }

  double superseded() {
    return (double) superseded / supersededGold;
  }

  double certain() {
    return (double) certain / detected;
  }

  double quoted() {
    return (double) quoted / detected;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "detect %.3f exact %.3f clean %.3f superseded %.3f certainty %.3f quotes %.3f",
        detectF1(),
        exactF1(),
        clean(),
        superseded(),
        certain(),
        quoted());
  }
}
