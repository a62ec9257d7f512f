package slipstream.alerts.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.notice.Notice;
import slipstream.contracts.Change;

/**
 * Posts to a Prometheus Alertmanager (API v2). One alert a change, alive for {@code hours}; a
 * correction also ends the alert that it takes back.
 */
final class AlertmanagerNotifier implements Notifier {
  private static final String PATH = "/api/v2/alerts";
  private static final String DEFAULT_HOURS = "24";

  private final Settings settings;
  private final HttpSender http;
  private final Clock clock;
  private final Duration alive;

  AlertmanagerNotifier(Settings settings, HttpSender http, Clock clock) {
    this.settings = settings.check(Set.of("url"), Set.of("token", "hours"));
    this.http = http;
    this.clock = clock;
    this.alive = Duration.ofHours(hours(settings.optional("hours").orElse(DEFAULT_HOURS)));
  }

  @Override
  public Outcome send(Notice notice) throws InterruptedException {
    if (notice.isSignOfLife()) return new Delivered(null);
    return http.send(
        settings,
        () -> {
          String url = settings.value("url").replaceAll("/+$", "") + PATH;
          var request = JsonPost.of(url, notice.key(), alerts(notice));
          settings.optional("token").ifPresent(t -> request.header("Authorization", "Bearer " + t));
          return request.build();
        });
  }

  private List<Map<String, Object>> alerts(Notice notice) {
    Instant now = clock.instant();
    var alerts = new ArrayList<Map<String, Object>>();
    for (Change change : notice.changes()) {
      var annotations = new HashMap<String, String>();
      annotations.put("summary", notice.headline(change));
      annotations.put("description", notice.of(change).text());
      alerts.add(alert(change, change.id(), annotations, now, now.plus(alive)));
      if (change.takesBack() != null) {
        alerts.add(alert(change, change.takesBack(), Map.of(), now.minusSeconds(1), now));
      }
    }
    return alerts;
  }

  /** What tells alerts apart is the id alone: kind and severity differ in a correction. */
  private static Map<String, Object> alert(
      Change change, String id, Map<String, String> annotations, Instant from, Instant to) {
    var alert = new HashMap<String, Object>();
    alert.put(
        "labels",
        Map.of("alertname", "ReleaseDateChanged", "subject", change.subject(), "change", id));
    alert.put("annotations", annotations(change, annotations));
    alert.put("startsAt", from);
    alert.put("endsAt", to);
    var item = change.item();
    String link = Escape.link(item == null ? null : item.url());
    if (!link.isEmpty()) alert.put("generatorURL", link);
    return alert;
  }

  private static Map<String, String> annotations(Change change, Map<String, String> texts) {
    if (texts.isEmpty()) return texts;
    var all = new HashMap<>(texts);
    all.put("severity", change.severity().name().toLowerCase(Locale.ROOT));
    return all;
  }

  private static long hours(String value) {
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("hours is a number from 1 to 9999, not '" + value + "'");
    }
    return Long.parseLong(value);
  }
}
