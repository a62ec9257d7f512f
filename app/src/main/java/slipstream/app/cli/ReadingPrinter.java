package slipstream.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.Trace;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Span;
import slipstream.contracts.Window;

/**
 * Prints which rule read what: each sentence that tells something of a release, the words that were
 * read underlined and numbered, and below it what each was taken for. Fits a terminal of 100
 * columns.
 */
final class ReadingPrinter {
  private static final int WIDTH = 96;
  private static final String INDENT = "    ";

  /** What alone tells nothing of a release: a sentence with no more than these is left out. */
  private static final Set<String> BYSTANDERS =
      Set.of("say", "other", "unrelated", "office", "report", "rumour", "guess", "release", "plan");

  private final PrintWriter out;

  ReadingPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(NewsItem item, List<Trace> traces) {
    var sentences = new LinkedHashMap<Span, List<Trace>>();
    for (Trace trace : traces) {
      sentences.computeIfAbsent(trace.sentence(), span -> new ArrayList<>()).add(trace);
    }
    for (Map.Entry<Span, List<Trace>> entry : sentences.entrySet()) {
      if (entry.getValue().stream().allMatch(t -> BYSTANDERS.contains(t.what()))) continue;
      Span sentence = entry.getKey();
      print(sentence.inTitle() ? item.title() : item.text(), sentence, entry.getValue());
    }
    out.flush();
  }

  private void print(String source, Span sentence, List<Trace> traces) {
    int from = sentence.start();
    while (from < sentence.end()) {
      int to = lineEnd(source, from, sentence.end());
      out.println(INDENT + source.substring(from, to).replace('\n', ' ').stripTrailing());
      for (String row : underlines(from, to, traces)) out.println(INDENT + row);
      from = to;
    }
    for (int i = 0; i < traces.size(); i++) out.println(legend(i + 1, source, traces.get(i)));
    out.println();
  }

  /** Where a line that begins at {@code from} ends: behind the last space that fits. */
  private static int lineEnd(String source, int from, int end) {
    int limit = from + WIDTH - INDENT.length();
    if (end <= limit) return end;
    int space = source.lastIndexOf(' ', limit - 1);
    return space <= from ? limit : space + 1;
  }

  /** Rows of numbered lines below the words of one printed line, as many as overlaps ask for. */
  private static List<String> underlines(int from, int to, List<Trace> traces) {
    var rows = new ArrayList<StringBuilder>();
    for (int i = 0; i < traces.size(); i++) {
      Span span = traces.get(i).span();
      int start = Math.max(from, span.start()) - from;
      int end = Math.min(to, span.end()) - from;
      if (end > start) draw(rows, start, end, span.start() >= from ? i + 1 : 0);
    }
    return rows.stream().map(StringBuilder::toString).toList();
  }

  /**
   * @param number stands before the line; 0 = the words began on the line above
   */
  private static void draw(List<StringBuilder> rows, int start, int end, int number) {
    String mark = number == 0 ? "" : Integer.toString(number);
    StringBuilder row = null;
    for (StringBuilder each : rows) if (row == null && each.length() <= start) row = each;
    if (row == null) {
      row = new StringBuilder();
      rows.add(row);
    }
    row.append(" ".repeat(start - row.length())).append(mark);
    row.append("~".repeat(Math.max(0, end - start - mark.length())));
  }

  private static String legend(int number, String source, Trace trace) {
    String words = source.substring(trace.span().start(), trace.span().end()).replace('\n', ' ');
    String line =
        "%s%3d  %-12s %s%s  <- %s"
            .formatted(INDENT, number, trace.what(), words, window(trace.window()), trace.rule());
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }

  private static String window(@Nullable Window window) {
    if (window == null) return "";
    return " = "
        + window.earliest()
        + " .. "
        + (window.latest() == null ? "open" : window.latest());
  }
}
