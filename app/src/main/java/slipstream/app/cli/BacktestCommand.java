package slipstream.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.notice.Style;
import slipstream.app.past.Past;
import slipstream.app.past.RuleRun;
import slipstream.contracts.Change;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.Delivery;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;

/** Tries a subscription on the past. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Print which notices a subscription would have sent over the past, had each item been read when"
          + " it was published: matched, held, bundled and delayed as the alerts role does it."
    },
    footer = {
      "",
      "Examples:",
      "  slipstream backtest --rule 'kinds: [slipped, overdue], daysMoved: 7'",
      "  slipstream backtest --rule '{severities: [headline], hold: {origins: 2, longest: PT12H}}'",
      "  slipstream backtest --rule release-desk     (a subscription of the applied subscriptions.yaml)"
    })
public final class BacktestCommand implements Callable<Integer> {
  private static final String OURS = "backtest";

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      required = true,
      description =
          "The keys of a subscription as YAML (see subscriptions.yaml; name and channels may be left"
              + " out), @FILE with them, or the name of an applied subscription.")
  private String rule = "";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = AlertsCommand.Since.class,
      description = "Only what was said since then: 2025-06-01 or 2025-06-01T12:00:00Z.")
  private @Nullable Instant since;

  @Option(names = "--json", description = "One JSON line a notice: sentAt, change.")
  private boolean json;

  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  /** A notice as a JSON line. */
  private record Line(Instant sentAt, Change change) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var link = slipstream.inForce();
    var tried = subscription(link);
    var subscriptions =
        new Subscriptions(List.of(new Channel(OURS, "stdout", Map.of())), List.of(tried));
    int sent = 0;
    int matched = 0;
    for (var notice : new RuleRun(Past.read(link), subscriptions).run()) {
      if (since != null && notice.change().assertedAt().isBefore(since)) continue;
      matched++;
      if (notice.delivery().state() == Delivery.State.DELIVERED) sent++;
      print(notice);
    }
    var out = spec.commandLine().getOut();
    if (!json) out.printf("%d changes match, %d notices would have been sent.%n", matched, sent);
    out.flush();
    return 0;
  }

  private void print(RuleRun.Notice notice) {
    var out = spec.commandLine().getOut();
    boolean sent = notice.delivery().state() == Delivery.State.DELIVERED;
    if (json) {
      if (sent) out.println(Lines.json(new Line(notice.delivery().updatedAt(), notice.change())));
      return;
    }
    var reason = notice.delivery().reason();
    String why = reason == null ? "" : " (" + reason.name().toLowerCase(Locale.ROOT) + ")";
    out.printf("%s %s%s%n", sent ? "sent" : "not sent", notice.delivery().updatedAt(), why);
    out.println(ChangeText.lines(notice.change(), Style.PLAIN).indent(2));
  }

  private Subscription subscription(ClusterLink link) throws IOException, InterruptedException {
    String yaml = rule.startsWith("@") ? Files.readString(Path.of(rule.substring(1)), UTF_8) : rule;
    if (yaml.contains(":")) return read(yaml);
    ConfigFile file = link.table(link.topics().config("subscriptions")).get("subscriptions");
    var applied =
        file == null
            ? new Subscriptions(List.of(), List.of())
            : ConfigReader.read("subscriptions.yaml", file.content(), Subscriptions.class);
    Subscription found =
        applied
            .subscription(yaml.strip())
            .orElseThrow(
                () ->
                    new IOException(
                        "no applied subscription is named '%s'; known: %s"
                            .formatted(
                                yaml.strip(),
                                applied.subscriptions().stream()
                                    .map(Subscription::name)
                                    .toList())));
    return read(Lines.json(found));
  }

  /** Name and channel are ours: nothing is sent anywhere. */
  private static Subscription read(String yaml) throws IOException {
    String text = yaml.strip();
    boolean flow = !text.startsWith("{") && text.lines().count() == 1;
    try {
      JsonNode keys = new YAMLMapper().readTree(flow ? "{" + text + "}" : text);
      if (!(keys instanceof ObjectNode subscription)) {
        throw new IOException("--rule: not the keys of a subscription, such as 'kinds: [slipped]'");
      }
      subscription.put("name", OURS);
      subscription.putArray("channels").add(OURS);
      return ConfigReader.read("--rule", subscription.toString(), Subscription.class);
    } catch (JsonProcessingException e) {
      throw new IOException("--rule: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
  }
}
