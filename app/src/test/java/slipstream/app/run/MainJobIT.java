package slipstream.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.app.Slipstream;
import slipstream.broker.ChildJvm;

/** The main job as people start it: a process of its own, with Kafka in another. */
class MainJobIT {
  private static final Path PAST = Path.of("src/test/resources/past");

  @TempDir Path folder;

  @Test
  void run_printsTheChanges_logsIntoItsFolder_andEndsWhenIdle() throws Exception {
    Files.copy(PAST.resolve("watchlist.yaml"), folder.resolve("watchlist.yaml"));
    Files.writeString(
        folder.resolve("subscriptions.yaml"),
        "channels: [{name: journal, type: file, settings: {path: %s}}]"
            .formatted(folder.resolve("notices")));
    Path printed = folder.resolve("printed");
    Process run =
        ChildJvm.of(List.of("-Xmx320m"), Slipstream.class, arguments())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(run.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(run.exitValue()).isZero();
    } finally {
      run.destroyForcibly();
    }
    assertThat(Files.readAllLines(printed)).hasSize(3).allMatch(line -> line.startsWith("{"));
    assertThat(folder.resolve("data/logs/slipstream.log")).isNotEmptyFile();
  }

  private String[] arguments() {
    return """
        run --until-idle --json --port 0 --kafka-port 0 --now 2031-12-01T00:00:00Z
        --config %1$s --data %1$s/data --ingest %2$s"""
        .formatted(folder, PAST.resolve("items.jsonl"))
        .split("\\s+");
  }
}
