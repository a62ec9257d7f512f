package slipstream.alerts.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.MOVED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.contracts.Change;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Outlook;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.Topics;

/** {@code docs/asyncapi.yaml} and its schemas say what really is on the topics. */
class PublicTopicsTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Topics TOPICS = Topics.of("", 4);

  /** A public topic as the document describes it. */
  record Described(String address, String type, Path schemaFile, JsonNode schema) {
    @Override
    public String toString() {
      return address;
    }

    JsonNode example() {
      return schema.path("examples").path(0);
    }

    String validate(String json) throws IOException {
      Schema loaded =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(schemaFile));
      return loaded.validate(Json.MAPPER.readTree(json)).toString();
    }
  }

  static Stream<Described> described() throws IOException {
    var document =
        new ObjectMapper(new YAMLFactory()).readTree(DOCS.resolve("asyncapi.yaml").toFile());
    return StreamSupport.stream(document.path("channels").spliterator(), false)
        .map(channel -> read(document, channel));
  }

  private static Described read(JsonNode document, JsonNode channel) {
    String message = channel.path("messages").fieldNames().next();
    var described = document.at("/components/messages/" + message);
    String file = described.at("/payload/schema/$ref").asText();
    try {
      return new Described(
          channel.path("address").asText(),
          described.at("/headers/allOf/1/properties/ce_type/const").asText(),
          DOCS.resolve(file),
          Json.MAPPER.readTree(DOCS.resolve(file).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void documentedChannels_areThePublicTopicsThatAreCreated() throws IOException {
    var created =
        TOPICS.all().stream().filter(PublicTopicsTest::isPublic).map(Topic::name).toList();

    assertThat(described().map(Described::address)).containsExactlyInAnyOrderElementsOf(created);
  }

  @ParameterizedTest
  @MethodSource("described")
  void example_validates_andIsReadAndWrittenUnchanged(Described topic) throws IOException {
    var record = record(topic);
    var written = new String(record.value(), UTF_8);

    assertThat(topic.validate(topic.example().toString())).isEqualTo("[]");
    assertThat(topic.validate(written)).isEqualTo("[]");
    assertThat(Json.MAPPER.readTree(written)).isEqualTo(topic.example());
  }

  @ParameterizedTest
  @MethodSource("described")
  void schema_refusesARecordWithoutItsFirstRequiredField(Described topic) throws IOException {
    var broken = (ObjectNode) topic.example().deepCopy();
    broken.remove(topic.schema().path("required").path(0).asText());

    assertThat(topic.validate(broken.toString())).contains("required");
  }

  @ParameterizedTest
  @MethodSource("described")
  void cloudEventsSdk_readsOurRecords(Described topic) {
    var record = record(topic);
    var event = KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();

    assertThat(event.getType()).isEqualTo(topic.type());
    assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
    assertThat(event.getSource()).hasToString("/slipstream/");
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(event.getData().toBytes()).isEqualTo(record.value());
  }

  @Test
  void change_hasItsSubjectTimeAndAStableId() {
    var topic = TOPICS.alertsChanges();
    var first = topic.record(MOVED.subject(), MOVED, 4);
    var again = topic.record(MOVED.subject(), MOVED, 4);
    var event = KafkaMessageFactory.createReader(first.headers(), first.value()).toEvent();

    assertThat(event.getSubject()).isEqualTo("widget");
    assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2025-02-25T12:00:00Z"));
    assertThat(event.getId())
        .isEqualTo(
            KafkaMessageFactory.createReader(again.headers(), again.value()).toEvent().getId());
  }

  @ParameterizedTest
  @MethodSource("described")
  void schema_namesEveryFieldOfTheRecord_andWhichMayBeMissing(Described topic) {
    var problems = new TreeMap<String, String>();
    compare(RECORDS.get(topic.address()), topic.schema(), topic.schema(), problems);

    assertThat(problems).isEmpty();
  }

  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.of(
          "news.items", NewsItem.class,
          "news.mentions", Mention.class,
          "release.claims", LedgerClaim.class,
          "release.outlooks", Outlook.class,
          "alerts.changes", Change.class,
          "counts.status", StatusCount.class,
          "counts.sentiment", SentimentCount.class);

  private static void compare(
      Class<?> type, JsonNode schema, JsonNode root, Map<String, String> problems) {
    var wanted = new TreeSet<String>();
    var needed = new TreeSet<String>();
    for (RecordComponent component : type.getRecordComponents()) {
      wanted.add(component.getName());
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        needed.add(component.getName());
      }
      nested(
          component.getType(), schema.path("properties").path(component.getName()), root, problems);
    }
    var found = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(found::add);
    var required = new TreeSet<String>();
    schema.path("required").forEach(r -> required.add(r.asText()));
    if (!found.equals(wanted)) problems.put(type.getSimpleName() + " fields", found + "");
    if (!required.equals(needed)) problems.put(type.getSimpleName() + " required", required + "");
  }

  private static void nested(
      Class<?> type, JsonNode property, JsonNode root, Map<String, String> problems) {
    var definition = root.at(property.path("$ref").asText().replace("#", ""));
    if (type.isRecord()) compare(type, definition, root, problems);
    if (type.isEnum()) {
      var found = new TreeSet<String>();
      definition.path("enum").forEach(v -> found.add(v.asText()));
      var wanted = new TreeSet<>(names(type));
      if (!found.equals(wanted)) problems.put(type.getSimpleName() + " values", found + "");
    }
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(c -> Json.MAPPER.convertValue(c, String.class))
        .filter(n -> !Set.of("unknown").contains(n))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> record(Described described) {
    return TOPICS.all().stream()
        .filter(t -> t.name().equals(described.address()))
        .map(t -> write(t, described.example()))
        .findFirst()
        .orElseThrow();
  }

  private static <V> ProducerRecord<byte[], byte[]> write(Topic<String, V> topic, JsonNode value) {
    byte[] json = value.toString().getBytes(UTF_8);
    V read = topic.values().deserializer().deserialize(topic.name(), json);
    return topic.record("key", read, 4);
  }

  private static boolean isPublic(Topic<String, ?> topic) {
    var writer = topic.values().serializer().getClass().getEnclosingClass();
    return writer != null && writer.getSimpleName().startsWith("CloudEvent");
  }
}
