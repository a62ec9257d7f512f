package slipstream.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import slipstream.broker.ChildJvm;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.fetch.FetchSettings;

/** An ingest worker in a process of its own, to be killed; every name leads to this machine. */
public final class WorkerProcess {
  private WorkerProcess() {}

  static Process start(String name, String bootstrap, Topics topics) throws IOException {
    return ChildJvm.of(
            List.of("-Xmx256m"),
            WorkerProcess.class,
            name,
            bootstrap,
            topics.id(""),
            Integer.toString(topics.partitions()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) throws InterruptedException {
    var fetch =
        new FetchSettings(
            args[0],
            List.of("*.example"),
            16,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    var service =
        new IngestService(
            new KafkaClients(args[1]),
            Topics.of(args[2], Integer.parseInt(args[3])),
            Instant::now,
            new SimpleMeterRegistry(),
            new IngestSettings(Path.of("."), 16, fetch));
    service.start();
    new CountDownLatch(1).await();
  }
}
