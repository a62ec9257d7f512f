package slipstream.app.cli;

import java.util.List;
import picocli.CommandLine.Command;
import slipstream.app.role.Configs;
import slipstream.app.role.Role;
import slipstream.app.role.Surroundings;
import slipstream.app.role.WebRole;

/** The web role. */
@Command(
    name = "web",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Run the web role on a cluster: the page, the REST API, /metrics and /health.")
public final class WebCommand extends RoleCommand {
  @Override
  Role start(Surroundings around, Configs configs) {
    return new WebRole(around, configs::watchlist, List::of, service.host, service.port);
  }

  /** The web role brings its own. */
  @Override
  Runnable serveOperations(Surroundings around, Role role) {
    return () -> {};
  }
}
