package slipstream.web.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** There is no container engine in the tests: they hold the files against each other. */
class ComposeTest {
  private static final JsonNode COMPOSE = Repository.yaml("docker-compose.yml");
  private static final String DOCKERFILE = Repository.text("Dockerfile");
  private static final Set<String> ROLES = Set.of("ingest", "streams", "alerts", "web");
  private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");

  @Test
  void services_areTheBrokersTheRolesAndTheirWatchers() {
    var expected = new TreeSet<>(ROLES);
    expected.addAll(BROKERS);
    expected.addAll(List.of("config", "prometheus", "grafana"));
    assertThat(services().keySet()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void command_isOneOfTheCommandLine() {
    var commands = new TreeSet<String>();
    Repository.files("app/src/main/java/slipstream/app/cli", "Command.java")
        .forEach(f -> commands.addAll(Repository.find("name = \"([a-z]+)\"", Repository.text(f))));
    for (String role : ROLES) {
      assertThat(words(service(role).at("/command"))).containsExactly(role);
      assertThat(commands).contains(role);
    }
    assertThat(words(service("config").at("/command"))).containsExactly("config", "apply");
    assertThat(commands).contains("config", "apply");
  }

  @Test
  void environmentOfTheRoles_isKnownToTheCommandLine() {
    var known = new TreeSet<String>();
    Repository.files("app/src/main/java/slipstream/app/cli", ".java")
        .forEach(f -> known.addAll(Repository.find("env:([A-Z_]+)", Repository.text(f))));
    assertThat(known).containsAll(Repository.find("(SLIPSTREAM_[A-Z_]+)=", DOCKERFILE));
    for (String role : ROLES) {
      assertThat(known).containsAll(fields(service(role).at("/environment")).keySet());
    }
  }

  @Test
  void everythingMounted_isInTheRepositoryOrDeclared() {
    var declared = fields(COMPOSE.at("/volumes")).keySet();
    services()
        .values()
        .forEach(
            service ->
                words(service.at("/volumes")).stream()
                    .filter(mount -> mount.contains(":"))
                    .map(mount -> mount.substring(0, mount.indexOf(':')))
                    .forEach(
                        source -> {
                          if (source.startsWith("."))
                            assertThat(Repository.path(source)).isDirectory();
                          else assertThat(declared).contains(source);
                        }));
  }

  @Test
  void everyPort_isPublishedOnLoopbackOnly() {
    assertThat(services().values())
        .allSatisfy(
            service ->
                assertThat(words(service.at("/ports"))).allMatch(p -> p.startsWith("127.0.0.1:")));
  }

  @Test
  void roles_canBeScaled() {
    for (String role : List.of("ingest", "streams", "alerts")) {
      assertThat(service(role).has("ports")).isFalse();
      assertThat(service(role).has("container_name")).isFalse();
      assertThat(words(service(role).at("/volumes"))).contains("/var/lib/slipstream");
    }
  }

  @Test
  void portOfTheRoles_isTheOneServedPublishedAndScraped() {
    var port = Repository.find("SLIPSTREAM_PORT=(\\d+)", DOCKERFILE);
    assertThat(Repository.find("EXPOSE (\\d+)", DOCKERFILE)).isEqualTo(port);
    assertThat(words(service("web").at("/ports")))
        .allMatch(p -> port.contains(p.substring(p.lastIndexOf(':') + 1)));
    var scraped =
        Repository.yaml("monitoring/prometheus/prometheus.yml")
            .at("/scrape_configs/0/dns_sd_configs/0");
    assertThat(port).contains(scraped.at("/port").asText());
    assertThat(words(scraped.at("/names"))).containsExactlyInAnyOrderElementsOf(ROLES);
  }

  @Test
  void brokers_areReachedWhereTheyAdvertise() {
    for (int i = 0; i < BROKERS.size(); i++) {
      var broker = service(BROKERS.get(i));
      var environment = fields(broker.at("/environment"));
      var listeners = addresses(environment.get("KAFKA_LISTENERS"));
      var advertised = addresses(environment.get("KAFKA_ADVERTISED_LISTENERS"));
      assertThat(environment).containsEntry("KAFKA_NODE_ID", Integer.toString(i + 1));
      assertThat(advertised.get("INTERNAL")).isEqualTo(BROKERS.get(i) + listeners.get("INTERNAL"));
      assertThat(words(broker.at("/ports")))
          .containsExactly(advertised.get("HOST") + listeners.get("HOST"));
      assertThat(environment.get("KAFKA_CONTROLLER_QUORUM_VOTERS"))
          .contains((i + 1) + "@" + BROKERS.get(i) + listeners.get("CONTROLLER"));
      assertThat(words(broker.at("/volumes")).get(0))
          .isEqualTo(BROKERS.get(i) + ":" + environment.get("KAFKA_LOG_DIRS"));
      assertThat(words(broker.at("/healthcheck/test")).toString())
          .contains(listeners.get("INTERNAL").replace(':', '/'));
    }
  }

  @Test
  void roles_knowEveryBroker() {
    for (String role : ROLES) {
      assertThat(service(role).at("/environment/SLIPSTREAM_KAFKA").asText().split(","))
          .containsExactlyElementsOf(BROKERS.stream().map(b -> b + ":9092").toList());
    }
  }

  @Test
  void versions_arePinnedAsInTheBuild() {
    String pom = Repository.text("pom.xml");
    var kafka = Repository.find("<kafka.version>([^<]+)<", pom).iterator().next();
    var own =
        Repository.find("<artifactId>slipstream</artifactId>\\s*<version>([^<]+)<", pom)
            .iterator()
            .next();
    for (String broker : BROKERS) {
      assertThat(service(broker).at("/image").asText()).isEqualTo("apache/kafka:" + kafka);
    }
    for (String role : ROLES) {
      assertThat(service(role).at("/image").asText()).isEqualTo("slipstream:" + own);
    }
    assertThat(services().values())
        .allMatch(s -> s.at("/image").asText().matches(".+:v?\\d+\\.\\d+.*"));
  }

  @Test
  void roles_waitForTheConfigurationAndItForTheBrokers() {
    for (String role : ROLES) {
      assertThat(service(role).at("/depends_on/config/condition").asText())
          .isEqualTo("service_completed_successfully");
    }
    assertThat(fields(service("config").at("/depends_on")).keySet())
        .containsExactlyInAnyOrderElementsOf(BROKERS);
  }

  @Test
  void grafana_findsPrometheusAndItsDashboards() {
    var source = Repository.yaml("monitoring/grafana/provisioning/datasources/slipstream.yml");
    assertThat(source.at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
    assertThat(source.at("/datasources/0/jsonData/timeInterval").asText())
        .isEqualTo(
            Repository.yaml("monitoring/prometheus/prometheus.yml")
                .at("/global/scrape_interval")
                .asText());
    String folder =
        Repository.yaml("monitoring/grafana/provisioning/dashboards/slipstream.yml")
            .at("/providers/0/options/path")
            .asText();
    assertThat(words(service("grafana").at("/volumes")))
        .contains(
            "./monitoring/grafana/dashboards:" + folder + ":ro",
            "./monitoring/grafana/provisioning:/etc/grafana/provisioning:ro");
    String home =
        service("grafana").at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH").asText();
    assertThat(Repository.path("monitoring/grafana/dashboards" + home.substring(folder.length())))
        .exists();
  }

  @Test
  void image_isBuiltFromWhatTheBuildMakes() {
    String pom = Repository.text("app/pom.xml");
    assertThat(pom).contains("<finalName>slipstream</finalName>", "${project.build.directory}/lib");
    assertThat(DOCKERFILE)
        .contains(
            "/build/app/target/slipstream.jar",
            "/build/app/target/lib lib",
            "\"-jar\", \"slipstream.jar\"");
    assertThat(Repository.find("(?m)^COPY (\\w+) \\1$", DOCKERFILE))
        .allSatisfy(folder -> assertThat(Repository.path(folder)).isDirectory());
    assertThat(DOCKERFILE).containsPattern("(?m)^USER [1-9]\\d*");
  }

  private static Map<String, JsonNode> services() {
    var services = COMPOSE.at("/services");
    return services.properties().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static JsonNode service(String name) {
    return COMPOSE.at("/services/" + name);
  }

  /** {@code A://host:1,B://:2} as A: host:1, B: :2. */
  private static Map<String, String> addresses(String listeners) {
    return List.of(listeners.split(",")).stream()
        .map(l -> l.split("://"))
        .collect(toMap(l -> l[0], l -> l[1]));
  }

  private static Map<String, String> fields(JsonNode object) {
    return object.properties().stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue().asText()));
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toList());
  }
}
