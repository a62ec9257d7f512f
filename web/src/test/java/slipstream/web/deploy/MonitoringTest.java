package slipstream.web.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonitoringTest {
  private static final String OURS = "\\b((?:slipstream|http_server)_[a-z_]+)\\b";

  @Test
  void everyMetricShownOrWatched_isDocumented() {
    assertThat(MetricsTable.series()).containsAll(used(OURS));
  }

  @Test
  void kafkasMetricsShownOrWatched_areOnesThatAreKept() {
    String docs = Repository.text("docs/metrics.md");
    var kept =
        Repository.find("`(kafka\\.[a-z.]+)`", docs).stream()
            .map(m -> m.replace('.', '_'))
            .toList();
    assertThat(used("\\b(kafka_[a-z_]+)\\b"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(kept).containsAnyOf(name, name.replaceAll("_total$", "")));
  }

  @Test
  void everyDocumentedMetric_isShownOrWatched() {
    var used = used(OURS);
    assertThat(MetricsTable.rows())
        .allSatisfy(row -> assertThat(row.series()).as(row.meter()).containsAnyElementsOf(used));
  }

  @Test
  void everyMeterOfTheCode_isDocumented_andTheReverse() {
    var documented = MetricsTable.rows().stream().map(MetricsTable.Row::meter).toList();
    assertThat(metersOfTheCode()).containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void namesInPrometheus_followFromTheMeters() {
    assertThat(MetricsTable.rows())
        .allSatisfy(
            row -> {
              String name = row.meter().replace('.', '_');
              assertThat(row.prometheus()).startsWith(name);
              assertThat(row.prometheus().substring(name.length()))
                  .isIn(
                      row.kind().equals("counter")
                          ? Set.of("_total")
                          : Set.of("", "_seconds", "_bytes"));
            });
  }

  @Test
  void everyWantedAlert_isThere_withSeverityAndWords() {
    var alerts = new ArrayList<JsonNode>();
    Repository.yaml("monitoring/prometheus/rules/slipstream.yml")
        .at("/groups")
        .forEach(group -> group.at("/rules").forEach(alerts::add));
    assertThat(alerts)
        .extracting(a -> a.at("/alert").asText())
        .contains(
            "SlipstreamDown",
            "SourceStale",
            "AllSourcesFailing",
            "DeadLettersGrowing",
            "StreamsNotRunning",
            "ConsumerLag",
            "RecordsDropped",
            "DeliveryFailing",
            "AlertUndelivered",
            "ReleaseDateChanged");
    assertThat(alerts)
        .allSatisfy(
            a -> {
              assertThat(a.at("/labels/severity").asText()).isIn("critical", "warning", "info");
              assertThat(a.at("/annotations/summary").asText()).isNotBlank();
              assertThat(a.at("/annotations/description").asText()).isNotBlank();
            });
  }

  @Test
  void everyAlert_hasATest() {
    String rules = Repository.text("monitoring/prometheus/rules/slipstream.yml");
    String tests = Repository.text("monitoring/prometheus/tests/slipstream.yml");
    assertThat(Repository.find("alertname: (\\w+)", tests))
        .isEqualTo(Repository.find("alert: (\\w+)", rules));
  }

  static List<Path> dashboards() {
    return Repository.files("monitoring/grafana/dashboards", ".json");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void dashboard_isProvisionedAsOurs(Path file) {
    var dashboard = Repository.json(file);
    assertThat(dashboard.at("/editable").asBoolean(true)).isFalse();
    assertThat(dashboard.at("/uid").asText()).isEqualTo("slipstream-" + stem(file));
    assertThat(dashboard.has("id")).isFalse();
    assertThat(dashboard.has("__inputs")).isFalse();
    assertThat(words(dashboard.at("/tags"))).contains("slipstream");
    assertThat(dashboard.at("/refresh").asText()).isEqualTo("30s");
    assertThat(dashboard.at("/links/0/tags/0").asText()).isEqualTo("slipstream");
    assertThat(panels(dashboard)).hasSizeLessThanOrEqualTo(25);
    assertThat(dashboard.at("/panels/0/title").asText()).isEqualTo("Is it OK?");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void dashboard_choosesItsDataByVariables(Path file) {
    var variables = Repository.json(file).at("/templating/list");
    assertThat(variables.at("/0/name").asText()).isEqualTo("datasource");
    assertThat(variables.at("/0/label").asText()).isEqualTo("Data source");
    for (int i : new int[] {1, 2}) {
      var variable = variables.at("/" + i);
      assertThat(variable.at("/name").asText()).isEqualTo(i == 1 ? "job" : "instance");
      assertThat(variable.at("/multi").asBoolean()).isTrue();
      assertThat(variable.at("/allValue").asText()).isEqualTo(".+");
      assertThat(variable.at("/refresh").asInt()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panel_saysWhatItShowsAndInWhichUnit(Path file) {
    assertThat(panels(Repository.json(file)))
        .allSatisfy(
            panel -> {
              assertThat(panel.at("/title").asText()).isNotBlank();
              assertThat(panel.at("/description").asText())
                  .as(panel.at("/title").asText())
                  .isNotBlank();
              assertThat(panel.at("/targets")).isNotEmpty();
              var defaults = panel.at("/fieldConfig/defaults");
              boolean isName = panel.at("/options/textMode").asText().equals("name");
              assertThat(defaults.has("unit") || defaults.has("mappings") || isName)
                  .as(panel.at("/title").asText())
                  .isTrue();
              if (panel.at("/type").asText().equals("stat")) {
                assertThat(defaults.at("/noValue").asText()).isNotBlank();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void query_isFilteredAndUsesTheRangeOfTheDashboard(Path file) {
    var queries = panels(Repository.json(file)).stream().flatMap(p -> expressions(p).stream());
    assertThat(queries)
        .allSatisfy(
            query -> {
              assertThat(Repository.find("\\[([^]]+)]", query))
                  .isSubsetOf("$__rate_interval", "$__range");
              var bare =
                  query.replaceAll("\\{job=~\"\\$job\",instance=~\"\\$instance\"[^}]*}", "{ours}");
              assertThat(Repository.find("\\b([a-z]+_[a-z_]+)\\b(?!\\{ours}|[ (])", bare))
                  .isEmpty();
              if (query.contains("_total")) {
                assertThat(query).containsPattern("(rate|irate|increase)\\(\\w+_total\\{");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panels_doNotOverlap(Path file) {
    var taken = new TreeSet<String>();
    Repository.json(file)
        .at("/panels")
        .forEach(
            panel -> {
              var at = panel.at("/gridPos");
              for (int x = at.at("/x").asInt();
                  x < at.at("/x").asInt() + at.at("/w").asInt();
                  x++) {
                for (int y = at.at("/y").asInt();
                    y < at.at("/y").asInt() + at.at("/h").asInt();
                    y++) {
                  assertThat(taken.add(x + "," + y)).as(panel.at("/title").asText()).isTrue();
                  assertThat(x).isLessThan(24);
                }
              }
            });
  }

  private static Set<String> used(String names) {
    var used =
        Repository.find(names, Repository.text("monitoring/prometheus/rules/slipstream.yml"));
    for (var dashboard : dashboards()) {
      for (var panel : panels(Repository.json(dashboard))) {
        expressions(panel).forEach(e -> used.addAll(Repository.find(names, e)));
      }
    }
    return used;
  }

  private static Set<String> metersOfTheCode() {
    return Repository.sources().stream()
        .map(Repository::text)
        .filter(source -> source.contains("import io.micrometer"))
        .flatMap(s -> Repository.find("\"((?:slipstream|http\\.server)\\.[a-z.]+)\"", s).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> panels(JsonNode dashboard) {
    return StreamSupport.stream(dashboard.at("/panels").spliterator(), false)
        .filter(panel -> !panel.at("/type").asText().equals("row"))
        .toList();
  }

  private static List<String> expressions(JsonNode panel) {
    return StreamSupport.stream(panel.at("/targets").spliterator(), false)
        .map(target -> target.at("/expr").asText())
        .filter(e -> !e.isEmpty())
        .toList();
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String stem(Path file) {
    return file.getFileName().toString().replace(".json", "");
  }
}
