package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import slipstream.alerts.channel.Outcome.Dead;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;

/**
 * Sends by SMTP, plain text and HTML, encrypted by STARTTLS (required) unless {@code tls: none}.
 * The Message-ID follows from change and channel: a repeated message is recognised as the same one,
 * and a correction answers what it takes back.
 */
final class EmailNotifier implements Notifier {
  private static final String TIMEOUT_MS = "10000";
  private static final String BREAK = "<br>";

  private final Settings settings;
  private final Clock clock;
  private final SSLSocketFactory tls;

  /** Trusts the certificates that the Java platform trusts. */
  EmailNotifier(Settings settings, Clock clock) {
    this(settings, clock, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  EmailNotifier(Settings settings, Clock clock, SSLSocketFactory tls) {
    this.settings =
        settings.check(Set.of("host", "from", "to"), Set.of("port", "user", "password", "tls"));
    this.clock = clock;
    this.tls = tls;
    if (!Set.of("starttls", "implicit", "none").contains(encryption())) {
      throw new IllegalArgumentException(
          "tls is starttls, implicit or none, not '" + encryption() + "'");
    }
  }

  @Override
  public Outcome send(Notice notice) {
    try {
      var message = message(notice);
      Transport.send(
          message,
          message.getAllRecipients(),
          settings.optional("user").orElse(null),
          settings.optional("password").orElse(null));
      return new Delivered(message.getMessageID());
    } catch (AuthenticationFailedException e) {
      return new Retry("the mail server refused user and password", Duration.ZERO);
    } catch (SendFailedException e) {
      String reason = settings.redact("refused: " + e.getMessage());
      return isPermanent(e) ? new Dead(reason) : new Retry(reason, Duration.ZERO);
    } catch (MessagingException e) {
      return new Retry(settings.redact("mail: " + e.getMessage()), Duration.ZERO);
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    var message = new FixedIdMessage(Session.getInstance(properties()), id(notice.key()));
    message.setFrom(new InternetAddress(settings.value("from")));
    message.setRecipients(RecipientType.TO, InternetAddress.parse(settings.value("to")));
    message.setSubject(notice.title(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    String answered = notice.replyTo();
    if (answered != null) {
      message.setHeader("In-Reply-To", answered);
      message.setHeader("References", answered);
    }
    message.setContent(body(notice));
    message.saveChanges();
    return message;
  }

  private static MimeMultipart body(Notice notice) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(notice.text(), UTF_8.name());
    var html = new MimeBodyPart();
    html.setContent(html(notice), "text/html; charset=UTF-8");
    return new MimeMultipart("alternative", text, html);
  }

  private static String html(Notice notice) {
    String title = "<p><strong>" + Escape.html(notice.title()) + "</strong></p><p>";
    String link = Escape.html(Escape.link(notice.link()));
    String end =
        "</p>" + (link.isEmpty() ? "" : "<p><a href=\"" + link + "\">" + link + "</a></p>");
    int room = Notice.MAX_BYTES - Notice.bytes(title) - Notice.bytes(end);
    var lines = notice.details(line -> Escape.html(line) + BREAK, room);
    return title + String.join("", lines) + end;
  }

  private String encryption() {
    return settings.optional("tls").orElse("starttls");
  }

  private Properties properties() {
    String encryption = encryption();
    var p = new Properties();
    p.put("mail.transport.protocol", "smtp");
    p.put("mail.smtp.host", settings.value("host"));
    p.put("mail.smtp.port", settings.optional("port").orElse("587"));
    p.put("mail.smtp.auth", Boolean.toString(settings.optional("user").isPresent()));
    p.put("mail.smtp.starttls.enable", Boolean.toString(encryption.equals("starttls")));
    p.put("mail.smtp.starttls.required", Boolean.toString(encryption.equals("starttls")));
    p.put("mail.smtp.ssl.enable", Boolean.toString(encryption.equals("implicit")));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.ssl.socketFactory", tls);
    for (String timeout : Set.of("connectiontimeout", "timeout", "writetimeout")) {
      p.put("mail.smtp." + timeout, TIMEOUT_MS);
    }
    return p;
  }

  private static String id(String key) {
    return "<" + key.replaceAll("[^A-Za-z0-9._-]", ".") + "@slipstream>";
  }

  private static boolean isPermanent(SendFailedException e) {
    String text = String.valueOf(e.getMessage());
    var cause = e.getNextException();
    return (text + (cause == null ? "" : cause.getMessage())).matches("(?s).*\\b55[0-9]\\b.*");
  }

  /** Keeps our Message-ID where the library would make up a random one. */
  private static final class FixedIdMessage extends MimeMessage {
    private final String id;

    private FixedIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
