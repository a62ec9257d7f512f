package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static slipstream.alerts.Changes.MOVED;
import static slipstream.alerts.Changes.change;
import static slipstream.alerts.Changes.edit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.alerts.Receiver;
import slipstream.alerts.Receiver.Answer;
import slipstream.alerts.channel.Outcome.Dead;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Change;
import slipstream.contracts.Quote;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.kafka.Json;
import slipstream.contracts.kafka.Topics;

class ChannelsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private static final String SECRET = "hunter2hunter2";

  /** The example of the Standard Webhooks specification's libraries. */
  private static final String ONE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String TWO = "c2Vjb25k";
  private static final Change NASTY =
      edit(MOVED, "quote", new Quote("<b>@everyone</b> & [x](y) \"z\"", 0, 1, false));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Notifiers notifiers =
      new Notifiers(
          new Secrets(Map.of("SECRET", SECRET, "ONE", ONE, "TWO", TWO, "BAD", "not base64!")),
          Topics.of("", 1).alertsChanges(),
          CLOCK,
          new PrintStream(printed, true, UTF_8));
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Delivered", "204, Delivered", "302, Dead", "400, Dead", "401, Dead", "404, Dead",
    "410, Dead", "408, Retry", "425, Retry", "429, Retry", "500, Retry", "503, Retry"
  })
  void status_decides(int status, String outcome) throws Exception {
    receiver.answer(status);

    assertThat(send("slack", Map.of("url", receiver.url("/")), MOVED).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "'Fri, 20 Nov 2026 12:01:00 GMT', PT1M",
    "soon, PT0S",
    "99999999, PT12H",
    "'Fri, 20 Nov 2026 11:00:00 GMT', PT0S"
  })
  void retryAfter_isHonoured_withinReason(String header, Duration wait) throws Exception {
    receiver.answer(r -> new Answer(503, "", List.of("Retry-After", header)));

    assertThat(send("slack", Map.of("url", receiver.url("/")), MOVED))
        .isEqualTo(new Retry("HTTP 503", wait));
  }

  @Test
  void nobodyThere_isARetry_thatNamesNoSecret() throws Exception {
    receiver.down();
    var gone = send("slack", Map.of("url", receiver.url("/${SECRET}")), MOVED);
    var bad = send("slack", Map.of("url", "http://[${SECRET}/"), MOVED);
    var missing = send("slack", Map.of("url", receiver.url("/${NOT_SET}")), MOVED);

    assertThat(List.of(gone, bad, missing))
        .allSatisfy(o -> assertThat(o).isInstanceOf(Retry.class))
        .noneSatisfy(o -> assertThat(o.toString()).contains(SECRET));
    assertThat(missing.toString()).contains("NOT_SET");
  }

  @Test
  void secretFile_isReadAtUse(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("url"), receiver.url("/one") + "\n");
    var notifier = notifiers.create(new Channel("desk", "slack", Map.of("url", "file:" + file)));
    notifier.send(notice(MOVED));
    Files.writeString(file, receiver.url("/two"));
    notifier.send(notice(MOVED));

    assertThat(receiver.received())
        .extracting(Receiver.Received::path)
        .containsExactly("/one", "/two");
  }

  @Test
  void webhook_isSignedWithEachActiveSecret() throws Exception {
    String signature =
        StandardWebhooks.sign(
            List.of(ONE),
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}".getBytes(UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    send("webhook", Map.of("url", receiver.url("/"), "secrets", "${ONE}, ${TWO}"), MOVED);
    var request = receiver.received().get(0);
    assertThat(request.header("webhook-signature"))
        .isEqualTo(
            StandardWebhooks.sign(
                List.of(ONE, TWO),
                request.header("webhook-id"),
                Long.parseLong(request.header("webhook-timestamp")),
                request.body().getBytes(UTF_8)))
        .contains(" v1,");
  }

  @Test
  void webhook_sendsSeveralChangesAsACloudEventsBatch() throws Exception {
    send("webhook", Map.of("url", receiver.url("/")), change("c1", "a"), change("c2", "b"));

    var batch = Json.MAPPER.readTree(receiver.received().get(0).body());
    assertThat(batch).hasSize(2);
    assertThat(batch.get(1).path("type").asText()).isEqualTo("slipstream.change.v1");
    assertThat(batch.get(1).path("data").path("id").asText()).isEqualTo("c2");
  }

  @Test
  void slack_mentionsNobody() throws Exception {
    send("slack", Map.of("url", receiver.url("/")), NASTY);

    assertThat(sent().at("/blocks/0/text/text").asText())
        .contains(
            "*widget moved earlier",
            "&lt;b&gt;@everyone&lt;/b&gt; &amp;",
            "<https://news.example/widget>");
  }

  @Test
  void discord_mentionsNobody_andEscapesMarkdown() throws Exception {
    send("discord", Map.of("url", receiver.url("/")), NASTY);

    assertThat(sent().at("/allowed_mentions/parse")).isEmpty();
    assertThat(sent().at("/embeds/0/description").asText()).contains("\\[x\\]\\(y\\)");
    assertThat(sent().at("/embeds/0/url").asText()).isEqualTo("https://news.example/widget");
  }

  @Test
  void teams_isAnAdaptiveCard() throws Exception {
    send("teams", Map.of("url", receiver.url("/")), MOVED);

    var card = sent().at("/attachments/0/content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://news.example/widget");
  }

  @Test
  void telegram_escapesHtml_keepsTheMessageId_andAnswersIt() throws Exception {
    receiver.answer(
        r -> new Answer(200, "{\"ok\":true,\"result\":{\"message_id\":42}}", List.of()));
    var settings = Map.of("api", receiver.url(""), "token", "${SECRET}", "chat", "-100");
    var notifier = notifiers.create(new Channel("desk", "telegram", settings));
    var outcome = notifier.send(new Notice("k", List.of(NASTY), "Why.", "17", SubjectNames.IDS));

    assertThat(outcome).isEqualTo(new Delivered("42"));
    assertThat(receiver.received().get(0).path()).isEqualTo("/bot" + SECRET + "/sendMessage");
    assertThat(sent().path("text").asText()).contains("&lt;b&gt;@everyone&lt;/b&gt;");
    assertThat(sent().at("/reply_parameters/message_id").asInt()).isEqualTo(17);
  }

  @Test
  void ntfy_hasTitleLinkAndToken() throws Exception {
    var settings = Map.of("url", receiver.url(""), "topic", "releases", "token", "${SECRET}");
    send("ntfy", settings, MOVED);

    assertThat(sent().path("click").asText()).isEqualTo("https://news.example/widget");
    assertThat(sent().path("priority").asInt()).isEqualTo(4);
    assertThat(receiver.received().get(0).header("Authorization")).isEqualTo("Bearer " + SECRET);
  }

  @Test
  void alertmanager_correctionEndsTheAlertItTakesBack() throws Exception {
    send(
        "alertmanager",
        Map.of("url", receiver.url("")),
        edit(MOVED, "id", "c9", "takesBack", "c1"));

    assertThat(receiver.received().get(0).path()).isEqualTo("/api/v2/alerts");
    assertThat(sent().at("/0/endsAt").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(sent().at("/1/labels/change").asText()).isEqualTo("c1");
    assertThat(sent().at("/1/endsAt").asText()).isEqualTo("2026-11-20T12:00:00Z");
  }

  @Test
  void file_keepsALineAChange(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/notices.jsonl");
    send("file", Map.of("path", file.toString()), change("c1", "a"));
    send("file", Map.of("path", file.toString()), change("c2", "a"));

    assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("\"id\":\"c2\"");
  }

  @Test
  void stdout_isForPeople() throws Exception {
    send("stdout", Map.of(), MOVED);

    assertThat(printed.toString(UTF_8)).startsWith("MOVED EARLIER  widget").contains("Why.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "discord", "teams", "ntfy", "webhook", "alertmanager"})
  void signOfLife_fitsEveryChannel(String type) throws Exception {
    var settings =
        type.equals("ntfy")
            ? Map.of("url", receiver.url("/"), "topic", "t")
            : Map.of("url", receiver.url("/"));

    assertThat(send(type, settings)).isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "discord", "teams", "ntfy", "webhook", "alertmanager"})
  void hugeDigest_fitsEveryChannel(String type) throws Exception {
    var settings =
        type.equals("ntfy")
            ? Map.of("url", receiver.url("/"), "topic", "t")
            : Map.of("url", receiver.url("/"));
    var many = new Change[200];
    for (int i = 0; i < many.length; i++) many[i] = edit(NASTY, "id", "c" + i);

    assertThat(send(type, settings, many)).isInstanceOf(Delivered.class);
    for (String text : texts(type)) {
      assertThat(text).contains("and more on the topic", "Why.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "discord", "teams", "ntfy", "telegram"})
  void notice_isAtMost4096Bytes_onceEscaped(String type) throws Exception {
    var quote = new Quote("\"<*&\u20ac>\"".repeat(300), 0, 1, false);
    var many = new Change[50];
    for (int i = 0; i < many.length; i++) many[i] = edit(MOVED, "id", "c" + i, "quote", quote);
    var settings = new HashMap<>(Map.of("url", receiver.url("/")));
    if (type.equals("ntfy")) settings.put("topic", "t");
    if (type.equals("telegram")) {
      settings.putAll(Map.of("api", receiver.url(""), "token", "${SECRET}", "chat", "1"));
      settings.remove("url");
    }
    send(type, settings, many);

    int bytes = texts(type).stream().mapToInt(t -> t.getBytes(UTF_8).length).sum();
    assertThat(bytes).isBetween(2000, Notice.MAX_BYTES);
  }

  /** What people read of a message. */
  private List<String> texts(String type) throws IOException {
    return switch (type) {
      case "slack" -> List.of(sent().at("/blocks/0/text/text").asText());
      case "discord" -> List.of(sent().at("/embeds/0/description").asText());
      case "teams" -> List.of(String.join("\n", sent().findValuesAsText("text")));
      case "ntfy" -> List.of(sent().path("message").asText());
      case "telegram" -> List.of(sent().path("text").asText());
      default -> List.of();
    };
  }

  @ParameterizedTest
  @CsvSource({"ntfy, token", "webhook, secrets", "telegram, token", "email, password"})
  void secretInPlainWords_isRefused_withoutShowingIt(String type, String setting) {
    var settings = new HashMap<String, String>();
    for (String any : List.of("url", "topic", "chat", "host", "from", "to")) settings.put(any, "x");
    settings.keySet().retainAll(KNOWN.get(type));
    settings.put(setting, SECRET);

    assertThatThrownBy(() -> notifiers.create(new Channel("desk", type, settings)))
        .hasMessage(
            "channel desk (%s): '%s' is a secret: write ${VARIABLE} or file:PATH in its place"
                .formatted(type, setting));
  }

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "ntfy", Set.of("url", "topic"),
          "webhook", Set.of("url"),
          "telegram", Set.of("chat"),
          "email", Set.of("host", "from", "to"));

  @Test
  void unknownOrMissingSetting_isRefusedByName() {
    assertThatThrownBy(() -> send("slack", Map.of("url", "http://x", "colour", "red"), MOVED))
        .hasMessage("channel desk (slack) has the unknown setting 'colour'");
    assertThatThrownBy(() -> send("ntfy", Map.of("url", "http://x"), MOVED))
        .hasMessage("channel desk (ntfy) needs the setting 'topic'");
  }

  @Test
  void badWebhookSecret_isARetryThatDoesNotShowIt() throws Exception {
    var outcome = send("webhook", Map.of("url", receiver.url("/"), "secrets", "${BAD}"), MOVED);

    assertThat(outcome).isInstanceOf(Retry.class);
    assertThat(outcome.toString()).doesNotContain("not base64!");
    assertThat(outcome).isNotInstanceOf(Dead.class);
  }

  private JsonNode sent() throws IOException {
    return Json.MAPPER.readTree(receiver.received().get(0).body());
  }

  private Outcome send(String type, Map<String, String> settings, Change... changes)
      throws InterruptedException {
    return notifiers.create(new Channel("desk", type, settings)).send(notice(changes));
  }

  private static Notice notice(Change... changes) {
    return new Notice("c1:desk", List.of(changes), "Why.", null, SubjectNames.IDS);
  }
}
