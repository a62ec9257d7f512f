package slipstream.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Mixin;
import slipstream.app.role.Configs;
import slipstream.app.role.Generations;
import slipstream.app.role.Role;
import slipstream.app.role.Surroundings;
import slipstream.app.run.StopSignal;
import slipstream.web.Meters;
import slipstream.web.OpsServer;

/** One role in a process of its own, on a cluster, until it is asked to stop. */
abstract class RoleCommand implements Callable<Integer> {
  private static final Duration CONFIG_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  @Mixin ClusterOptions cluster = new ClusterOptions();

  @Mixin ServiceOptions service = new ServiceOptions();

  @Mixin ServiceOptions.ConfigOption config = new ServiceOptions.ConfigOption();

  /** Starts the role. */
  abstract Role start(Surroundings around, Configs configs) throws InterruptedException;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return serve();
  }

  /** Serves until Ctrl-C, SIGTERM or a failure of the role; a new generation starts it anew. */
  final int serve() throws IOException, InterruptedException {
    var link = ClusterLink.open(cluster, service.data);
    try (var stop = new StopSignal();
        var generations = Generations.follow(link.clients(), link.topics())) {
      while (serve(link, stop, generations)) {
        System.err.printf("slipstream: generation %d is in force%n", generations.number());
      }
    }
    return 0;
  }

  /** True when another generation was put in force. */
  private boolean serve(ClusterLink base, StopSignal stop, Generations generations)
      throws IOException, InterruptedException {
    int number = generations.number();
    var link = new ClusterLink(base.clients(), base.topics().withGeneration(number));
    link.createTopics();
    try (var configs = Configs.follow(link.clients(), link.topics(), CONFIG_WITHIN)) {
      var around =
          new Surroundings(
              link.clients(),
              link.topics(),
              Meters.registry(),
              Instant::now,
              config.folder,
              service.data.resolve("streams"));
      try (var role = start(around, configs)) {
        Runnable stopServing = serveOperations(around, role);
        try {
          System.err.printf("slipstream: %s%n", role.health().detail());
          return await(stop, role, () -> generations.number() != number);
        } finally {
          stopServing.run();
        }
      }
    }
  }

  /** {@code /metrics} and {@code /health} of the role; gives what ends them. */
  Runnable serveOperations(Surroundings around, Role role) {
    var server =
        new OpsServer(
            around.clients(),
            around.registry(),
            () -> List.of(role.health()),
            service.host,
            service.port);
    server.start();
    return server::close;
  }

  private static boolean await(StopSignal stop, Role role, BooleanSupplier outdated)
      throws IOException, InterruptedException {
    while (!stop.await(LOOK_EVERY)) {
      role.failIfEnded();
      if (outdated.getAsBoolean()) return true;
    }
    return false;
  }
}
