package slipstream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipstream.analysis.claims.ClaimClassifiers;
import slipstream.analysis.claims.ClaimReader;
import slipstream.analysis.claims.DateExample;
import slipstream.analysis.claims.DateRole;
import slipstream.analysis.claims.LinearClassifier;
import slipstream.analysis.claims.Teller;
import slipstream.analysis.claims.TellerExample;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.text.SplitText;
import slipstream.benchmarks.ClassifierTrainer.Example;
import slipstream.contracts.Certainty;
import slipstream.contracts.Window;
import slipstream.contracts.config.Watchlist;

/**
 * What a set of annotated items teaches: a date that means a claimed window is the release's, one
 * that means a superseded window an old plan's, any other something else's; what says what is
 * claimed is told by who tells the claim.
 */
record ClaimExamples(List<Example<DateRole>> dates, List<Example<Teller>> tellers) {
  /** Without weights the rules decide, so that what is learnt depends on no weights of before. */
  private static final ClaimClassifiers RULES =
      new ClaimClassifiers(
          new LinearClassifier<>(DateRole.class, Map.of()),
          new LinearClassifier<>(Teller.class, Map.of()));

  /**
   * @param set its name
   * @param items an item a line, as the annotation guideline has it
   */
  static ClaimExamples read(String set, Path items, Watchlist watchlist) throws IOException {
    ClaimReader reader = ClaimReader.of(watchlist, RULES);
    Matcher matcher = Matcher.of(watchlist);
    var examples = new ClaimExamples(new ArrayList<>(), new ArrayList<>());
    for (JsonNode item : JsonLines.read(items)) examples.add(set, item, reader, matcher);
    Set<String> words = names(watchlist).filter(n -> !n.contains(" ")).collect(Collectors.toSet());
    examples.removeIf(feature -> Stream.of(values(feature)).anyMatch(words::contains));
    return examples;
  }

  /**
   * Removes what holds a name of several words, of whatever set: no rule and no weight is about a
   * product. Those of one word are common words in other sets.
   */
  void forget(Set<String> names) {
    removeIf(
        feature -> {
          String value = " " + String.join(" ", values(feature)) + " ";
          return names.stream().anyMatch(name -> value.contains(" " + name + " "));
        });
  }

  private void removeIf(Predicate<String> isNamed) {
    dates.forEach(date -> date.features().removeIf(isNamed));
    tellers.forEach(said -> said.features().removeIf(isNamed));
  }

  /** The words of a feature behind what it is called. */
  private static String[] values(String feature) {
    return feature.substring(feature.indexOf(' ') + 1).split(" ", -1);
  }

  /** The names of what a list watches, in small letters: so they are not masked. */
  static Stream<String> names(Watchlist watchlist) {
    return watchlist.subjects().stream()
        .flatMap(subject -> Stream.concat(Stream.of(subject.name()), subject.aliases().stream()))
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private void add(String set, JsonNode item, ClaimReader reader, Matcher matcher) {
    String title = item.path("title").asText();
    String text = item.path("text").asText();
    String outlet = item.path("publisher").asText();
    List<Hit> hits = matcher.find(outlet, new SplitText(title), new SplitText(text));
    LocalDate day = LocalDate.parse(item.path("published").asText().substring(0, 10));
    for (JsonNode watched : item.path("watch")) {
      String subject = watched.asText();
      if (hits.stream().noneMatch(hit -> hit.watched().equals(subject))) continue;
      for (DateExample date : reader.dates(subject, title, text, day, outlet, hits)) {
        dates.add(new Example<>(set, date.features(), role(item, subject, date)));
      }
      for (TellerExample said : reader.tellers(subject, title, text, day, outlet, hits)) {
        teller(item, subject, said)
            .ifPresent(teller -> tellers.add(new Example<>(set, said.features(), teller)));
      }
    }
  }

  /** Who tells the claim of the same status; empty for gossip and guesses. */
  private static Optional<Teller> teller(JsonNode item, String subject, TellerExample said) {
    return about(subject, item.path("claims"))
        .filter(claim -> isOf(claim, said))
        .findFirst()
        .map(claim -> Teller.of(certainty(claim)));
  }

  /** Those of some claims that are about the subject. */
  private static Stream<JsonNode> about(String subject, JsonNode claims) {
    return Stream.iterate(0, i -> i < claims.size(), i -> i + 1)
        .map(claims::get)
        .filter(claim -> claim.path("subject").asText().equals(subject));
  }

  private static boolean isOf(JsonNode claim, TellerExample said) {
    return claim.path("status").asText().equals(said.status().name().toLowerCase(Locale.ROOT));
  }

  private static Certainty certainty(JsonNode claim) {
    return Certainty.valueOf(claim.path("certainty").asText().toUpperCase(Locale.ROOT));
  }

  private static DateRole role(JsonNode item, String subject, DateExample date) {
    if (says(item, subject, "window", date)) return DateRole.NEWS;
    if (says(item, subject, "superseded", date)) return DateRole.OLD;
    return DateRole.OTHER;
  }

  /** Whether a claim about the subject, or another reading of it, has the date as a window. */
  private static boolean says(JsonNode item, String subject, String field, DateExample date) {
    return Stream.of(item.path("claims"), item.path("accept"))
        .flatMap(claims -> about(subject, claims))
        .anyMatch(claim -> date.windows().stream().anyMatch(w -> isWindow(w, claim.path(field))));
  }

  private static boolean isWindow(Window window, JsonNode told) {
    String latest = window.latest() == null ? null : window.latest().toString();
    return window.earliest().toString().equals(told.path("earliest").textValue())
        && Objects.equals(latest, told.path("latest").textValue());
  }
}
