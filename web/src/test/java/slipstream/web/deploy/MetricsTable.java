package slipstream.web.deploy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of {@code docs/metrics.md}. */
public final class MetricsTable {
  private MetricsTable() {}

  /**
   * A line of the table.
   *
   * @param meter name in the code
   * @param prometheus name without the suffixes of a timer or summary
   * @param labels names of the labels
   */
  public record Row(String meter, String prometheus, String kind, Set<String> labels) {
    /** The names that Prometheus knows it by. */
    public Set<String> series() {
      if (kind.startsWith("timer") || kind.startsWith("summary")) {
        var suffixes =
            kind.contains("buckets")
                ? Stream.of("_count", "_sum", "_max", "_bucket")
                : Stream.of("_count", "_sum", "_max");
        return suffixes.map(s -> prometheus + s).collect(Collectors.toCollection(TreeSet::new));
      }
      return Set.of(prometheus);
    }
  }

  public static List<Row> rows() {
    return Repository.text("docs/metrics.md")
        .lines()
        .filter(line -> line.matches("\\| (slipstream|http)\\..*"))
        .map(MetricsTable::row)
        .toList();
  }

  public static Set<String> series() {
    return rows().stream()
        .flatMap(row -> row.series().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Row row(String line) {
    String[] cells = line.substring(2).split(" *\\| *", -1);
    var labels =
        Stream.of(cells[3].replaceAll("=[^=]*(?=, [a-z]+ =|$)", "").split(", *"))
            .map(String::strip)
            .filter(label -> !label.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Row(cells[0], cells[1].replace("`", ""), cells[2], labels);
  }
}
