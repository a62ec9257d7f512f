package slipstream.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Claim;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Window;
import slipstream.contracts.WindowText;
import slipstream.contracts.kafka.Json;

/** Prints what was read in an item: for people, or as JSON lines. */
final class AnalysisPrinter {
  private final PrintWriter out;
  private final boolean json;

  AnalysisPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(NewsItem item, List<Mention> mentions) {
    if (json) {
      mentions.forEach(mention -> out.println(line(mention)));
    } else {
      out.println(item.title());
      out.println("  " + item.outlet() + ", " + date(item.published()));
      if (mentions.isEmpty()) out.println("  mentions nothing that is watched");
      mentions.forEach(this::print);
      out.println();
    }
    out.flush();
  }

  private void print(Mention mention) {
    out.printf(
        Locale.ROOT,
        "%n  %s: named %d times, sentiment %+.2f over %d sentences%n",
        mention.watched(),
        mention.spans().size(),
        mention.sentiment().mean(),
        mention.sentiment().n());
    mention.claims().forEach(this::print);
  }

  private void print(Claim claim) {
    out.printf(
        "    %s: %s%s%n",
        words(claim.status()),
        window(claim.window()),
        claim.superseded() == null ? "" : ", was " + window(claim.superseded()));
    out.printf(
        "      %s, %s%n",
        words(claim.certainty()),
        claim.origins().isEmpty()
            ? "in the outlet's own words"
            : "from " + String.join(", ", claim.origins()));
    out.printf(
        "      \"%s\" (%s %d-%d%s)%n",
        claim.quote().text(),
        claim.quote().inTitle() ? "title" : "text",
        claim.quote().start(),
        claim.quote().end(),
        claim.rule() == null ? "" : ", rule " + claim.rule());
  }

  private static String window(@Nullable Window window) {
    return window == null
        ? "no date"
        : "%s (%s .. %s)"
            .formatted(
                WindowText.of(window),
                window.earliest(),
                window.latest() == null ? "open" : window.latest());
  }

  private static String date(@Nullable Publication published) {
    if (published == null) return "no date";
    return (published.provenance() == Provenance.ESTIMATED ? "~" : "") + published.day();
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String line(Mention mention) {
    try {
      return Json.MAPPER.writeValueAsString(mention);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mention can always be written", e);
    }
  }
}
