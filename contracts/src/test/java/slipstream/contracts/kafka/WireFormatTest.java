package slipstream.contracts.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.NewsItem;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.Window;

class WireFormatTest {
  private static final Topics TOPICS = Topics.of("", 4);
  private static final Change CHANGE =
      new Change(
          "c1",
          "widget",
          ChangeKind.MOVED_EARLIER,
          Severity.HEADLINE,
          Position.NONE,
          new Position(
              OutlookState.DATED,
              ClaimStatus.ACCELERATED,
              Window.day(LocalDate.parse("2025-05-01"))),
          null,
          null,
          null,
          null,
          List.of("Reuters"),
          1,
          null,
          Instant.parse("2025-02-25T12:00:00Z"),
          null,
          true,
          null,
          List.of(),
          false,
          "abc");

  @Test
  void change_isPlainJsonWithKebabCaseEnums() {
    assertThat(json(CHANGE))
        .contains(
            "\"kind\":\"moved-earlier\"", "\"state\":\"dated\"", "\"earliest\":\"2025-05-01\"")
        .doesNotContain("null");
  }

  @Test
  void change_comesBackAsItWent() {
    assertThat(read(json(CHANGE))).isEqualTo(CHANGE);
  }

  @Test
  void change_carriesCloudEventAttributesInTheHeaders() {
    var headers = new RecordHeaders();
    headers.add("ce_id", "of the input record".getBytes(UTF_8));
    var topic = TOPICS.alertsChanges();
    topic.values().serializer().serialize(topic.name(), headers, CHANGE);

    assertThat(headers.toArray())
        .extracting(h -> h.key() + "=" + new String(h.value(), UTF_8))
        .contains(
            "ce_specversion=1.0",
            "ce_type=slipstream.change.v1",
            "ce_subject=widget",
            "ce_time=2025-02-25T12:00:00Z",
            "content-type=application/json")
        .doesNotContain("ce_id=of the input record");
  }

  @Test
  void unknownFieldsAndEnumValues_ofANewerVersion_areRead() {
    var newer =
        json(CHANGE).replace("moved-earlier", "teleported").replace("{\"id\"", "{\"new\":1,\"id\"");

    assertThat(read(newer).kind()).isEqualTo(ChangeKind.UNKNOWN);
  }

  @Test
  void missingRequiredField_isRefusedByName() {
    assertThatThrownBy(() -> read(json(CHANGE).replace("\"subject\":\"widget\",", "")))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("alerts.changes")
        .hasMessageContaining("missing required field 'subject'");
  }

  @Test
  void compoundKeys_lieWithTheirFirstPart() {
    assertThat(Topic.partition("widget|c1|hook", 7)).isEqualTo(Topic.partition("widget", 7));
  }

  @Test
  void prefixAndGeneration_nameTopicsApart() {
    var second = Topics.of("test.", 4).withGeneration(2);

    assertThat(second.releaseClaims().name()).isEqualTo("test.release.claims-g2");
    assertThat(second.alertsChanges().name()).isEqualTo("test.alerts.changes");
    assertThat(TOPICS.all()).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void item_withoutATier_isOfUnknownTier() {
    var item =
        TOPICS
            .newsItems()
            .values()
            .deserializer()
            .deserialize(
                "news.items",
                "{\"id\":\"i\",\"version\":\"v\",\"source\":\"s\",\"outlet\":\"o\",\"title\":\"t\",\"text\":\"x\"}"
                    .getBytes(UTF_8));

    assertThat(item)
        .extracting(NewsItem::tier, NewsItem::published)
        .containsExactly(Tier.UNKNOWN, null);
  }

  private static String json(Change change) {
    var topic = TOPICS.alertsChanges();
    return new String(topic.values().serializer().serialize(topic.name(), change), UTF_8);
  }

  private static Change read(String json) {
    var topic = TOPICS.alertsChanges();
    return topic.values().deserializer().deserialize(topic.name(), json.getBytes(UTF_8));
  }
}
