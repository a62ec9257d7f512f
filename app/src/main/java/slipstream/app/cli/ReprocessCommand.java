package slipstream.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.notice.Style;
import slipstream.analysis.ledger.Announcements;
import slipstream.app.config.ConfigFolder;
import slipstream.app.config.ConfigPublisher;
import slipstream.app.past.OutlookText;
import slipstream.app.past.Past;
import slipstream.app.past.Reprocess;
import slipstream.app.run.Terminal;
import slipstream.contracts.Change;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Watchlist;
import slipstream.streams.Analysis;

/** Reads the whole past anew. */
@Command(
    name = "reprocess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Read every item anew with the watchlist in force and this version of Slipstream: mentions, claims,"
          + " outlooks and counts are built beside the running ones, which go on; then the running"
          + " service turns to the new ones, and the old ones are deleted.",
      "Nothing is announced twice: what was announced stays, what is found anew is announced as backfill,"
          + " and what no longer holds is taken back by a correction."
    },
    footer = {
      "",
      "A new watchlist: save watchlist.yaml (a running service takes it over for new items; on a cluster"
          + " 'config apply'), look with --try, then run 'slipstream reprocess'."
    })
public final class ReprocessCommand implements Callable<Integer> {
  @Option(
      names = "--try",
      description =
          "Build, print what would be another outlook or be announced, and drop it again.")
  private boolean tries;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "With --try: the watchlist.yaml of this folder instead of the one in force.")
  private @Nullable Path config;

  @Option(names = "--keep-old", description = "Do not delete the topics of the old generation.")
  private boolean keepOld;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      converter = AlertsCommand.Since.class,
      description =
          "The clock that decides what is overdue, as the service was given it (default: the wall"
              + " clock).")
  private @Nullable Instant now;

  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (config != null && !tries) {
      throw new ParameterException(spec.commandLine(), "--config goes with --try");
    }
    var current = slipstream.inForce();
    var reprocess = new Reprocess(current, slipstream.data().resolve("streams"));
    var terminal = Terminal.system();
    InstantSource clock = now == null ? InstantSource.system() : InstantSource.fixed(now);
    reprocess.build(
        analysis(current), clock, left -> terminal.status(left + " records to read ..."));
    terminal.status(null);
    tellDifferences(Past.read(current), Past.read(reprocess.next()));
    if (tries) {
      reprocess.drop();
      terminal.tell("Dropped again: nothing was changed.");
    } else {
      reprocess.putInForce(keepOld);
      terminal.tell(
          "Generation %d is in force; a running service has turned to it."
              .formatted(reprocess.next().topics().generation()));
    }
    return 0;
  }

  private Analysis analysis(ClusterLink link) throws IOException, InterruptedException {
    if (config != null) {
      var files = ConfigFolder.read(config);
      String version = ConfigPublisher.version(files.watchlist().yaml());
      return Analysis.of(files.watchlist().value(), version);
    }
    ConfigFile file = link.table(link.topics().config("watchlist")).get("watchlist");
    if (file == null) throw new IOException("no watchlist was applied: see 'config apply'");
    var watchlist = ConfigReader.read("watchlist.yaml", file.content(), Watchlist.class);
    return Analysis.of(watchlist, file.version());
  }

  private void tellDifferences(Past before, Past after) {
    PrintWriter out = spec.commandLine().getOut();
    var subjects = new TreeSet<>(before.subjects());
    subjects.addAll(after.subjects());
    int claims = after.claims().values().stream().mapToInt(List::size).sum();
    out.printf("%d claims of %d subjects%n", claims, after.subjects().size());
    for (String subject : subjects) {
      Outlook old = before.outlooks().get(subject);
      Outlook now = after.outlooks().get(subject);
      if (old == null || now == null || !old.held().equals(now.held())) {
        out.println(
            now == null ? subject + ": no longer watched" : OutlookText.lines(now, subject));
      } else {
        out.printf("%s: the outlook stays%n", subject);
      }
      tellNews(before, after, subject, out);
    }
    out.flush();
  }

  private static void tellNews(Past before, Past after, String subject, PrintWriter out) {
    List<Change> news = new ArrayList<>();
    if (after.outlooks().containsKey(subject)) {
      var found = after.fold(subject, after.rejected()).changes();
      news.addAll(Announcements.settle(before.announced(subject), found, Instant.now()));
    }
    if (news.isEmpty()) out.println("  nothing to announce");
    for (Change change : news) out.println(ChangeText.lines(change, Style.PLAIN).indent(2));
  }
}
