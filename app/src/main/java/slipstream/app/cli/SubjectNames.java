package slipstream.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ConfigFile;
import slipstream.contracts.config.ConfigReader;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/**
 * The names that people know, from the watchlist in force.
 *
 * @param watchlist null when none was applied yet
 */
record SubjectNames(@Nullable Watchlist watchlist) {
  static SubjectNames read(ClusterLink link) throws IOException, InterruptedException {
    ConfigFile file = link.table(link.topics().config("watchlist")).get("watchlist");
    return new SubjectNames(
        file == null ? null : ConfigReader.read("watchlist.yaml", file.content(), Watchlist.class));
  }

  List<String> ids() {
    return watchlist == null ? List.of() : watchlist.subjects().stream().map(Subject::id).toList();
  }

  void check(String id) throws IOException {
    if (ids().contains(id)) return;
    throw new IOException(
        "no subject has the id '%s'; known: %s".formatted(id, String.join(", ", ids())));
  }

  String of(String id) {
    return watchlist == null ? id : watchlist.subject(id).map(Subject::name).orElse(id);
  }
}
