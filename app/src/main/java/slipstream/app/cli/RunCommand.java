package slipstream.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import slipstream.app.run.MainJob;
import slipstream.app.run.Terminal;

/** The main job: everything in one process, on an embedded Kafka. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Start an embedded Kafka, ingest, the topology, the alerts and the page; read what the"
          + " configuration names, print each change of a release date as it is found, and go on"
          + " watching until Ctrl-C. What was read and announced is kept under --data: the next run"
          + " goes on where this one stopped.",
      ""
    },
    footer = {
      "",
      "A past of your own: write items as JSON lines (url, outlet, title, text, published, and"
          + " optionally language, author, tier), name what to watch in DIR/watchlist.yaml, and run",
      "  slipstream run --config DIR --ingest items.jsonl --data past --until-idle --json"
    })
public final class RunCommand implements Callable<Integer> {
  @Mixin private ServiceOptions.ConfigOption config = new ServiceOptions.ConfigOption();

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "${env:SLIPSTREAM_KAFKA_PORT:-9092}",
      description = {
        "Port of the embedded Kafka on 127.0.0.1, for other clients (default: 9092; 0 = any free one).",
        "Environment: SLIPSTREAM_KAFKA_PORT"
      })
  private int kafkaPort;

  @Option(
      names = "--ingest",
      paramLabel = "PATH",
      description =
          "Also read this folder or file of articles: .txt, .html, .json, .jsonl. May be repeated.")
  private List<Path> ingest = new ArrayList<>();

  @Option(
      names = "--until-idle",
      description =
          "Stop with status 0 when everything given has been read and announced, and windows that"
              + " ended before --now are overdue.")
  private boolean untilIdle;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      converter = AlertsCommand.Since.class,
      description = "The clock that decides what is overdue (default: the wall clock).")
  private @Nullable Instant now;

  @Option(names = "--json", description = "Print each change as one JSON line.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings =
        new MainJob.Settings(
            service.data,
            config.read(),
            ingest,
            service.host,
            service.port,
            kafkaPort,
            now,
            untilIdle,
            json);
    return MainJob.run(settings, Terminal.system());
  }
}
