package slipstream.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static slipstream.alerts.Changes.MOVED;
import static slipstream.alerts.Changes.edit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.notice.SubjectNames;
import slipstream.contracts.Change;
import slipstream.contracts.Quote;
import slipstream.contracts.config.Subscriptions.Channel;

class EmailNotifierTest {
  private static final Secrets SECRETS =
      new Secrets(Map.of("RIGHT", "open-sesame", "WRONG", "wrong-sesame"));

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.setUser("desk@example.org", "desk", "open-sesame");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void mail_hasTextAndEscapedHtml() throws Exception {
    var change = edit(MOVED, "quote", new Quote("<script>x</script>", 0, 1, false));
    send(change, null, Map.of("tls", "none"));

    var mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).startsWith("widget moved earlier: early May 2025");
    String body = GreenMailUtil.getBody(mail);
    assertThat(body).contains("\"<script>x</script>\"", "&lt;script&gt;x&lt;/script&gt;");
  }

  @Test
  void repeatedMail_hasTheSameId_andACorrectionAnswersIt() throws Exception {
    var first = send(MOVED, null, Map.of("tls", "none"));
    send(MOVED, null, Map.of("tls", "none"));
    String id = ((Delivered) first).receipt();
    send(edit(MOVED, "id", "c9"), id, Map.of("tls", "none"));

    var mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).isEqualTo(id);
    assertThat(mails[2].getHeader("In-Reply-To")).containsExactly(id);
  }

  @Test
  void serverWithoutTls_getsNoMailAndNoPassword() throws Exception {
    var outcome = send(MOVED, null, Map.of("user", "desk", "password", "${RIGHT}"));

    assertThat(outcome).isInstanceOf(Retry.class);
    assertThat(outcome.toString()).contains("STARTTLS").doesNotContain("open-sesame");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void mail_isEnciphered_withStartTls(@TempDir Path folder) throws Exception {
    var certificate = Certificate.of("ip:127.0.0.1", folder);
    try (var front = new StartTlsFront(server.getSmtp().getPort(), certificate.server())) {
      assertThat(sendTo(front, certificate.client())).isInstanceOf(Delivered.class);
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void certificateOfAnotherServer_isRefused(@TempDir Path folder) throws Exception {
    var certificate = Certificate.of("dns:elsewhere.example", folder);
    try (var front = new StartTlsFront(server.getSmtp().getPort(), certificate.server())) {
      assertThat(sendTo(front, certificate.client())).isInstanceOf(Retry.class);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void certificateThatNobodyVouchesFor_isRefused(@TempDir Path folder) throws Exception {
    var certificate = Certificate.of("ip:127.0.0.1", folder);
    try (var front = new StartTlsFront(server.getSmtp().getPort(), certificate.server())) {
      assertThat(sendTo(front, SSLContext.getDefault())).isInstanceOf(Retry.class);
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void wrongPassword_isARetry_thatDoesNotShowIt() throws Exception {
    var outcome = send(MOVED, null, Map.of("tls", "none", "user", "desk", "password", "${WRONG}"));

    assertThat(outcome).isInstanceOf(Retry.class);
    assertThat(outcome.toString()).doesNotContain("wrong-sesame");
  }

  @Test
  void noServer_isARetry() throws Exception {
    server.stop();

    assertThat(send(MOVED, null, Map.of("tls", "none", "port", "1"))).isInstanceOf(Retry.class);
  }

  private Outcome sendTo(StartTlsFront front, SSLContext trusting) throws Exception {
    var settings = Map.of("port", "" + front.port(), "user", "desk", "password", "${RIGHT}");
    return send(MOVED, null, settings, trusting.getSocketFactory());
  }

  private Outcome send(Change change, @Nullable String replyTo, Map<String, String> more)
      throws Exception {
    return send(change, replyTo, more, SSLContext.getDefault().getSocketFactory());
  }

  private Outcome send(
      Change change, @Nullable String replyTo, Map<String, String> more, SSLSocketFactory tls) {
    var settings = new HashMap<String, String>();
    settings.put("host", "127.0.0.1");
    if (!more.containsKey("port")) {
      settings.put("port", Integer.toString(server.getSmtp().getPort()));
    }
    settings.put("from", "slipstream@example.org");
    settings.put("to", "desk@example.org");
    settings.putAll(more);
    var channel = new Channel("mail", "email", settings);
    var notifier = new EmailNotifier(new Settings(channel, SECRETS), Clock.systemUTC(), tls);
    return notifier.send(
        new Notice(change.id() + ":mail", List.of(change), "Why.", replyTo, SubjectNames.IDS));
  }
}
