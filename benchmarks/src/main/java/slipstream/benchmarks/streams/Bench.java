package slipstream.benchmarks.streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/** A broker in a JVM of its own on a fresh folder, and child processes of the same class path. */
final class Bench implements AutoCloseable {
  private static final Duration END_WITHIN = Duration.ofSeconds(10);

  /** But for the size, as the service runs its broker. */
  private static final List<String> BROKER_OPTIONS =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  final Path folder;
  final KafkaClients clients;
  private final Process broker;

  Bench() throws IOException {
    folder = Files.createTempDirectory("slipstream-bench");
    broker = java(BROKER_OPTIONS, BrokerProcess.class, folder.resolve("kafka").toString());
    var out =
        new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8));
    String bootstrap = out.readLine();
    if (bootstrap == null) throw new IOException("the broker did not start");
    clients = new KafkaClients(bootstrap);
  }

  Topics create(String prefix, int partitions) throws InterruptedException {
    return create(Topics.of(prefix, partitions));
  }

  Topics create(Topics topics) throws InterruptedException {
    try (var admin = clients.admin("bench")) {
      new TopicAdmin(admin).create(topics.all(), (short) 1);
    }
    return topics;
  }

  Producer<byte[], byte[]> producer() {
    return clients.producer("bench");
  }

  /** A child JVM of the same class path; its errors go to ours. */
  static Process java(List<String> options, Class<?> main, String... args) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  @Override
  public void close() throws IOException {
    broker.getOutputStream().close();
    try {
      if (!broker.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        broker.destroyForcibly();
      }
    } catch (InterruptedException e) {
      broker.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  /** The broker's process: prints where it listens, ends with its standard input. */
  static final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] args) throws IOException {
      try (var broker = EmbeddedBroker.start(Path.of(args[0]), 0)) {
        System.out.println(broker.bootstrap());
        while (System.in.read() >= 0) {
          // Standard input only tells when to end.
        }
      }
    }
  }
}
