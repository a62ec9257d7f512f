package slipstream.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Source;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.Harvest;
import slipstream.ingest.SourceHealth;

/** Prints how sources do: for people, or as JSON lines. */
final class SourcesPrinter {
  private static final List<String> HEAD =
      List.of("SOURCE", "STATE", "LAST SUCCESS", "NEWEST ITEM", "NEXT POLL", "");

  private static final int SHOWN = 5;
  private static final int EXCERPT = 160;

  private final PrintWriter out;
  private final boolean json;

  SourcesPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void printAll(List<SourceHealth> sources, Instant now) {
    if (json) {
      sources.forEach(health -> printJson(fields(health)));
    } else {
      table(sources, now);
    }
    out.flush();
  }

  /** What came of reading a source once. */
  void print(Source source, Harvest harvest) {
    if (json) {
      harvest.items().forEach(this::printJson);
    } else {
      out.printf("%s %s%n", lower(source.kind()), source.location());
      out.println(summary(harvest));
      harvest.items().stream().limit(SHOWN).forEach(this::print);
      int more = harvest.items().size() - SHOWN;
      if (more > 0) out.printf("%n... and %d more%n", more);
    }
    out.flush();
  }

  private static String summary(Harvest harvest) {
    Cursor cursor = harvest.cursor();
    if (!harvest.outcome().isSuccess()) {
      String why = cursor.lastError() == null ? "an article could not be read" : cursor.lastError();
      return "failed (%s): %s".formatted(lower(harvest.outcome()), why);
    }
    var parts = new ArrayList<String>();
    parts.add(harvest.items().size() + " items");
    if (!cursor.pending().isEmpty()) parts.add(cursor.pending().size() + " more pages to read");
    if (harvest.refusal() != null) {
      parts.add("one page was no article: " + lower(harvest.refusal()));
    } else if (harvest.rejected() > 0) {
      parts.add(harvest.rejected() + " entries cannot become items");
    }
    if (cursor.identity() != null) parts.add("told apart by " + cursor.identity());
    if (!harvest.pause().isZero()) parts.add("next poll in " + words(harvest.pause()));
    return String.join("; ", parts);
  }

  private void print(NewsItem item) {
    out.printf("%n%s%n", item.title());
    out.printf("  %s, %s%n", item.outlet(), date(item.published()));
    if (item.url() != null) out.printf("  %s%n", item.url());
    String text = item.text().replace('\n', ' ');
    if (!text.isBlank()) {
      out.printf("  %s%n", text.length() > EXCERPT ? text.substring(0, EXCERPT) + " ..." : text);
    }
  }

  private static String date(@Nullable Publication published) {
    if (published == null) return "no date found";
    return "%s (%s)".formatted(published.at(), lower(published.provenance()));
  }

  private void table(List<SourceHealth> sources, Instant now) {
    if (sources.isEmpty()) {
      out.println("no sources: add some to sources.yaml");
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD);
    for (SourceHealth health : sources) rows.add(row(health, now));
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    for (var row : rows) out.println(line(row, widths));
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private static List<String> row(SourceHealth health, Instant now) {
    Cursor cursor = health.cursor();
    return List.of(
        health.source().id(),
        lower(health.state()),
        ago(cursor.lastSuccess(), now),
        ago(cursor.newestItem(), now),
        until(cursor.nextPoll(), now),
        health.detail());
  }

  private static Map<String, Object> fields(SourceHealth health) {
    var fields = new LinkedHashMap<String, Object>();
    Cursor cursor = health.cursor();
    fields.put("id", health.source().id());
    fields.put("kind", lower(health.source().kind()));
    fields.put("location", health.source().location());
    fields.put("state", lower(health.state()));
    fields.put("detail", health.detail());
    fields.put("lastSuccess", cursor.lastSuccess());
    fields.put("newestItem", cursor.newestItem());
    fields.put("nextPoll", cursor.nextPoll());
    fields.put("interval", cursor.interval());
    fields.put("failures", cursor.failures());
    fields.put("lastError", cursor.lastError());
    return fields;
  }

  private void printJson(Object value) {
    try {
      out.println(Json.MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read from JSON can be written", e);
    }
  }

  private static String ago(@Nullable Instant at, Instant now) {
    if (at == null) return "-";
    Duration since = Duration.between(at, now);
    return since.isNegative() ? "in " + words(since.negated()) : words(since) + " ago";
  }

  private static String until(@Nullable Instant at, Instant now) {
    if (at == null) return "-";
    Duration until = Duration.between(now, at);
    return until.isNegative() ? "now" : "in " + words(until);
  }

  private static String words(Duration time) {
    if (time.toHours() >= 48) return time.toDays() + " days";
    if (time.toMinutes() >= 120) return time.toHours() + " h";
    return time.toSeconds() >= 120 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
