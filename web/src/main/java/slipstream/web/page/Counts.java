package slipstream.web.page;

import java.util.Locale;
import java.util.Map;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;
import slipstream.web.view.Snapshot;

/** How often what was said, and in what mood. */
final class Counts {
  private Counts() {}

  static Html render(Snapshot held, String subject) {
    var status = held.statusTotal(subject);
    var mood = held.sentimentTotal(subject);
    if (status.isEmpty() && mood.isEmpty()) return Html.NOTHING;
    return Html.of(
        "<h3>Counts</h3><div class=\"counts\">{}{}</div>",
        status.map(Counts::statuses).orElse(Html.NOTHING),
        mood.map(Counts::mood).orElse(Html.NOTHING));
  }

  static Html sentiment(Snapshot held, String watched) {
    return held.sentimentTotal(watched)
        .map(Counts::mood)
        .orElse(Html.of("<p class=\"quiet\">No item yet</p>"));
  }

  private static Html statuses(StatusCount count) {
    int most = count.claims().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    var rows =
        count.claims().entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .sorted(
                Map.Entry.<ClaimStatus, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(e -> status(e.getKey(), e.getValue(), most))
            .collect(Html.joining());
    return Html.of(
        """
        <table><caption>Claims by status, one per story and origin</caption>
        <thead><tr><th scope="col">Status</th><th scope="col">Claims</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        rows);
  }

  private static Html status(ClaimStatus status, int n, int most) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td>{} {}</td></tr>",
        Wording.plain(status),
        n,
        Html.of("<meter min=\"0\" max=\"{}\" value=\"{}\" aria-hidden=\"true\"></meter>", most, n));
  }

  private static Html mood(SentimentCount count) {
    double mean = count.n() == 0 ? 0 : count.sum() / count.n();
    return Html.of(
        """
        <div class="mood">
        <p>Sentiment <strong>{}</strong> <span class="quiet">mean of {}, −1 to +1</span></p>
        {}
        <p class="quiet">{} positive · {} neutral · {} negative</p>
        </div>
        """,
        signed(mean),
        Wording.count(count.n(), "item"),
        bar(count),
        count.positive(),
        count.neutral(),
        count.negative());
  }

  private static Html bar(SentimentCount count) {
    double all = Math.max(1, count.positive() + count.neutral() + count.negative());
    double positive = 100 * count.positive() / all;
    double neutral = 100 * count.neutral() / all;
    return Html.of(
        """
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="positive" width="{}" height="4"/><rect class="neutral" x="{}" width="{}" height="4"/><rect class="negative" x="{}" width="{}" height="4"/>
        </svg>
        """,
        number(positive),
        number(positive),
        number(neutral),
        number(positive + neutral),
        number(100 - positive - neutral));
  }

  private static String signed(double value) {
    String shown = String.format(Locale.ROOT, "%.2f", Math.abs(value));
    if (shown.equals("0.00")) return shown;
    return (value > 0 ? "+" : "−") + shown;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
