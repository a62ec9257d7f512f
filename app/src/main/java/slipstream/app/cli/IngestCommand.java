package slipstream.app.cli;

import picocli.CommandLine.Command;
import slipstream.app.role.Configs;
import slipstream.app.role.IngestRole;
import slipstream.app.role.Role;
import slipstream.app.role.Surroundings;

/** The ingest role. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Run the ingest role on a cluster: fetch what the sources bring into news.items. Several share"
            + " the sources; relative archive locations start from --config.")
public final class IngestCommand extends RoleCommand {
  @Override
  Role start(Surroundings around, Configs configs) {
    return new IngestRole(around, configs);
  }
}
