package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static slipstream.alerts.Changes.change;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.contracts.Delivery;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.kafka.Topic;

/** A secret goes to its receiver and nowhere else, whatever goes wrong on the way. */
class SecretsIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SECRET = "hush-hush-4711";

  @RegisterExtension static final Stage stage = new Stage();

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("slipstream");

  @BeforeEach
  void listen() {
    ours.setLevel(Level.TRACE);
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(logged);
    ours.setLevel(Level.INFO);
  }

  @Test
  void secret_isInNoLogLineNoRecordNoErrorAndNoText() throws IOException {
    stage.receiver().answer(r -> new Receiver.Answer(400, "no: " + r.path(), List.of()));
    var subscriptions = subscriptions();
    var once = new RetrySchedule(List.of(Duration.ofMillis(100)));
    var service = stage.installation().start(subscriptions, once);
    stage.installation().announce(change("c1", "widget"));
    await().atMost(SOON).until(() -> dead() == subscriptions.channels().size());
    await().atMost(SOON).until(service::isIdle);

    assertThat(stage.receiver().received())
        .anyMatch(r -> r.path().contains(SECRET))
        .anyMatch(r -> r.header("Authorization").contains(SECRET));
    assertThat(logged.list).isNotEmpty();
    assertThat(Stream.of(lines(), written(), List.of(service.health(), subscriptions)))
        .allSatisfy(texts -> assertThat(texts.toString()).doesNotContain(SECRET));
  }

  private List<String> lines() {
    var lines = new ArrayList<String>();
    for (ILoggingEvent event : List.copyOf(logged.list)) {
      lines.add(event.getFormattedMessage());
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    return lines;
  }

  private List<String> written() {
    var topics = stage.installation().topics;
    return Stream.<Topic<?, ?>>of(topics.alertsDeliveries(), topics.alertsDeadLetters())
        .flatMap(topic -> stage.installation().records(topic).stream())
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  private long dead() {
    return stage.installation().deliveries().values().stream()
        .filter(d -> d.state() == Delivery.State.DEAD)
        .filter(d -> d.reason() == null)
        .count();
  }

  /** Refused, unreachable, not a URL, not base64, no TLS: each with a secret in it. */
  private Subscriptions subscriptions() throws IOException {
    return ConfigReader.read(
        "subscriptions.yaml",
        """
        channels:
          - {name: refused, type: slack, settings: {url: "%s"}}
          - {name: unreachable, type: discord, settings: {url: "%s"}}
          - {name: no-url, type: teams, settings: {url: "%s"}}
          - {name: signed, type: webhook, settings: {url: "%s", secrets: "%s"}}
          - {name: bot, type: telegram, settings: {api: "%s", token: "%s", chat: "1"}}
          - {name: phone, type: ntfy, settings: {url: "%s", topic: t, token: "%s"}}
          - name: mail
            type: email
            settings: {host: 127.0.0.1, port: "1", user: me, password: "%s", from: a@b.example, to: c@d.example}
        subscriptions:
          - {name: all, channels: [refused, unreachable, no-url, signed, bot, phone, mail]}
        """
            .formatted(
                file("refused", stage.receiver().url("/" + SECRET)),
                file("unreachable", "http://127.0.0.1:1/" + SECRET),
                file("no-url", "http://[" + SECRET + "/"),
                stage.receiver().url("/"),
                file("signing", SECRET + " is not base64"),
                stage.receiver().url(""),
                file("bot", SECRET),
                stage.receiver().url("/"),
                file("phone", SECRET),
                file("mail", SECRET)),
        Subscriptions.class);
  }

  private String file(String name, String secret) throws IOException {
    return "file:" + Files.writeString(folder.resolve(name), secret);
  }
}
