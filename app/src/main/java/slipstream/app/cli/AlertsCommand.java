package slipstream.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slipstream.alerts.WatchlistNames;
import slipstream.app.role.AlertsRole;
import slipstream.app.role.Configs;
import slipstream.app.role.Role;
import slipstream.app.role.Surroundings;
import slipstream.app.run.ChangePrinter;
import slipstream.app.run.Logs;
import slipstream.app.run.Terminal;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.TopicFollower;

/** Shows the announced changes, or runs the alerts role. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    description = {
      "Show the announced changes, oldest first: of the service that runs with --data, or of the"
          + " cluster given by --kafka together with an option below.",
      "With --kafka and none of --follow, --since, --subject and --json: run the alerts role, which"
          + " sends changes to the channels of subscriptions.yaml."
    },
    sortOptions = false)
public final class AlertsCommand extends RoleCommand {
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  @Option(names = "--follow", description = "Go on printing changes as they happen.")
  private boolean follow;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Since.class,
      description = "Only what was said since then: 2025-06-01 or 2025-06-01T12:00:00Z.")
  private @Nullable Instant since;

  @Option(names = "--subject", paramLabel = "ID", description = "Only this subject.")
  private @Nullable String subject;

  @Option(names = "--json", description = "One JSON line a change, as on the topic.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean reads = follow || since != null || subject != null || json || !cluster.isGiven();
    return reads ? read() : serve();
  }

  @Override
  Role start(Surroundings around, Configs configs) {
    return new AlertsRole(around, configs);
  }

  private int read() throws IOException, InterruptedException {
    Logs.quiet();
    var link = ClusterLink.open(cluster, service.data);
    var topic = link.topics().alertsChanges();
    String id = link.topics().id("alerts-reader");
    try (var names = new WatchlistNames(link.clients(), link.topics(), id)) {
      var printer = new ChangePrinter(Terminal.system(), json, names::of);
      var history = new History(this::isWanted, printer::print);
      try (var follower = TopicFollower.start(topic, link.clients(), id, history)) {
        if (!names.awaitRead(READ_WITHIN) || !follower.awaitCaughtUp(READ_WITHIN)) {
          throw new IOException(
              "%s was not read within %d s: is Kafka at %s reachable?"
                  .formatted(topic.name(), READ_WITHIN.toSeconds(), link.clients().bootstrap()));
        }
        boolean any = history.release();
        if (subject != null && !any) link.names().check(subject);
        if (follow) Thread.currentThread().join();
      }
    }
    return 0;
  }

  /** What was there is put in order, since each partition has its own; then each as it comes. */
  private static final class History implements TopicFollower.Sink<Change> {
    private final Predicate<Change> wanted;
    private final Consumer<Change> out;
    private final List<Learned> past = new ArrayList<>();
    private boolean released;

    private record Learned(long at, Change change) {}

    private History(Predicate<Change> wanted, Consumer<Change> out) {
      this.wanted = wanted;
      this.out = out;
    }

    @Override
    public synchronized void accept(String key, @Nullable Change change, long timestamp) {
      if (change == null || !wanted.test(change)) return;
      if (released) out.accept(change);
      else past.add(new Learned(timestamp, change));
    }

    /** Prints what was there; true when there was anything. */
    private synchronized boolean release() {
      past.sort(
          Comparator.comparing(Learned::at).thenComparing(learned -> learned.change.assertedAt()));
      past.forEach(learned -> out.accept(learned.change));
      boolean any = !past.isEmpty();
      past.clear();
      released = true;
      return any;
    }
  }

  private boolean isWanted(Change change) {
    return (since == null || !change.assertedAt().isBefore(since))
        && (subject == null || change.subject().equals(subject));
  }

  /** A day stands for its beginning in UTC. */
  static final class Since implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is neither a date (2025-06-01) nor a time (2025-06-01T12:00:00Z)");
      }
    }
  }
}
