package slipstream.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.notice.Style;
import slipstream.analysis.ledger.Announcements;
import slipstream.app.past.OutlookText;
import slipstream.app.past.Past;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.Decision;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Verdict;
import slipstream.contracts.kafka.TopicFollower;

/** Takes a wrong reading out of the ledger, or puts it back. */
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Take a claim that was read wrongly out of the ledger. Everything is decided again without it;"
          + " what it had announced is taken back by a correction, which goes to whoever was told.",
      "The ids of claims are in 'explain', 'outlook' and 'alerts --json'."
    })
public final class RejectCommand implements Callable<Integer> {
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);

  @Parameters(paramLabel = "CLAIM", description = "Id of the claim: 16 hex digits.")
  private String claim = "";

  @Option(names = "--why", paramLabel = "TEXT", description = "The reason; stands in 'explain'.")
  private @Nullable String why;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so (default: your login).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--undo", description = "Take the rejection back: the claim counts again.")
  private boolean undo;

  @Option(names = "--dry-run", description = "Only print what would follow.")
  private boolean dryRun;

  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!undo && (why == null || why.isBlank())) {
      throw new ParameterException(spec.commandLine(), "--why TEXT is needed: the reason");
    }
    var link = slipstream.inForce();
    var past = Past.read(link);
    LedgerClaim rejected =
        past.claim(claim)
            .orElseThrow(
                () -> new IOException("no claim has the id '%s': see 'explain'".formatted(claim)));
    if (undo && !past.rejected().contains(claim)) {
      throw new IOException("claim %s is not rejected".formatted(claim));
    }
    tellWhatFollows(past, rejected);
    if (!dryRun) send(link, rejected);
    return 0;
  }

  private void tellWhatFollows(Past past, LedgerClaim rejected) {
    String subject = rejected.claim().subject();
    Set<String> ids = new HashSet<>(past.rejected());
    if (undo) ids.remove(claim);
    else ids.add(claim);
    var fold = past.fold(subject, ids);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Then held:");
    out.println(OutlookText.lines(fold.outlook(), subject).indent(2).stripTrailing());
    var news = Announcements.settle(past.announced(subject), fold.changes(), Instant.now());
    out.println(news.isEmpty() ? "Nothing is announced." : "Announced:");
    for (Change change : news) {
      out.println(ChangeText.lines(change, Style.PLAIN).indent(2).stripTrailing());
    }
    out.flush();
  }

  private void send(ClusterLink link, LedgerClaim rejected)
      throws IOException, InterruptedException {
    var topic = link.topics().ledgerOverrides();
    String key = rejected.claim().subject() + "|" + claim;
    var value = undo ? null : new ClaimOverride(claim, String.valueOf(why), by, Instant.now());
    var taken = new CountDownLatch(1);
    try (var follower =
            TopicFollower.start(
                link.topics().releaseClaims(),
                link.clients(),
                link.topics().id("reject"),
                (k, now, time) -> {
                  if (k.equals(key) && now != null && isTaken(now.verdict())) taken.countDown();
                });
        var producer = link.clients().producer(link.topics().id("reject"))) {
      producer.send(topic.record(key, value, topic.partitions())).get();
      if (!taken.await(TAKEN_WITHIN.toSeconds(), TimeUnit.SECONDS) || !follower.isRunning()) {
        throw new IOException("it is written, but no running topology has taken it up yet");
      }
    } catch (ExecutionException e) {
      throw new IOException("Kafka did not take it: " + e.getCause(), e);
    }
    spec.commandLine().getOut().println(undo ? "It counts again." : "It is rejected.");
  }

  private boolean isTaken(@Nullable Verdict verdict) {
    return verdict != null && (verdict.decision() == Decision.REJECTED) != undo;
  }
}
