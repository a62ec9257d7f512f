package slipstream.app.cli;

import picocli.CommandLine.Command;
import slipstream.app.role.Configs;
import slipstream.app.role.Role;
import slipstream.app.role.StreamsRole;
import slipstream.app.role.Surroundings;

/** The streams role. */
@Command(
    name = "streams",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Run the streams role on a cluster: mentions, ledger, outlooks, changes and counts. Several"
            + " share the partitions; state is kept under --data.",
    footer = {
      "",
      "In the environment (of 'run', too): SLIPSTREAM_STORY_DAYS (default 30), how long copies of an item"
          + " are looked for; SLIPSTREAM_HOURLY_DAYS (default: for ever), how long hourly counts are"
          + " kept."
    })
public final class StreamsCommand extends RoleCommand {
  @Override
  Role start(Surroundings around, Configs configs) throws InterruptedException {
    return StreamsRole.alone(around, configs);
  }
}
