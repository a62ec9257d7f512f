package slipstream.benchmarks.fetching;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;
import slipstream.ingest.IngestService;
import slipstream.ingest.IngestSettings;
import slipstream.ingest.fetch.FetchSettings;

/** One ingest worker with the usual settings, except that every name leads to this machine. */
public final class WorkerMain {
  private static final int THREADS = 64;

  private WorkerMain() {}

  /** Fetch settings of everything that is measured here. */
  static FetchSettings fetch(String name) {
    return new FetchSettings(
        name,
        List.of("*.example"),
        THREADS,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        host -> new InetAddress[] {InetAddress.getLoopbackAddress()});
  }

  /**
   * Works until its standard input ends; for each line there it prints the heap in use, in MiB, and
   * the time of the processor used, in seconds. A line {@code g} collects the garbage first.
   *
   * @param args name, bootstrap servers, partitions
   */
  public static void main(String[] args) throws IOException {
    var service =
        new IngestService(
            new KafkaClients(args[1]),
            Topics.of("", Integer.parseInt(args[2])),
            Instant::now,
            new SimpleMeterRegistry(),
            new IngestSettings(Path.of("."), THREADS, fetch(args[0])));
    service.start();
    for (int b = System.in.read(); b >= 0; b = System.in.read()) {
      if (b == 'g') System.gc();
      if (b == '\n') tell();
    }
    service.close();
    System.exit(0);
  }

  private static void tell() {
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    long cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1_000_000_000;
    System.out.println(heap + " " + cpu);
  }
}
