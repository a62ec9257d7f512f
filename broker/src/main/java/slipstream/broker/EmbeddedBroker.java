package slipstream.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka server, broker and controller in one, on 127.0.0.1, with its data in one folder.
 *
 * <p>Kafka ends its JVM on a fatal fault (such as a full disk), so the service runs this in a child
 * process; inside the JVM it is for tests.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String NODE = "1";

  private final KafkaRaftServer server;
  private final FileChannel guard;
  private final FileLock lock;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, FileChannel guard, FileLock lock, int port) {
    this.server = server;
    this.guard = guard;
    this.lock = lock;
    this.port = port;
  }

  /**
   * Starts a broker, with the data of an earlier one where the folder holds it.
   *
   * @param data folder of its data; one process at a time
   * @param port to listen on; 0 = any free one
   * @throws DataInUseException when another process holds the folder
   */
  public static EmbeddedBroker start(Path data, int port) throws IOException {
    return start(data, port, Map.of());
  }

  /**
   * Starts a broker with further settings.
   *
   * @param extra broker settings, such as {@code log.segment.bytes}
   */
  public static EmbeddedBroker start(Path data, int port, Map<String, String> extra)
      throws IOException {
    Files.createDirectories(data);
    FileChannel guard = FileChannel.open(data.resolve("broker.lock"), CREATE, WRITE);
    FileLock lock = tryLock(guard);
    if (lock == null) {
      guard.close();
      throw new DataInUseException(data);
    }
    try {
      int chosen = port == 0 ? freePort(0) : port;
      var settings = settings(data.resolve("kafka"), chosen, freePort(chosen));
      settings.putAll(extra);
      return new EmbeddedBroker(startServer(settings), guard, lock, chosen);
    } catch (IOException | RuntimeException | Error e) {
      lock.release();
      guard.close();
      throw e;
    }
  }

  public String bootstrap() {
    return HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** Waits until the server has ended, by {@link #close} or by itself. */
  public void awaitEnd() {
    server.awaitShutdown();
  }

  @Override
  public void close() throws IOException {
    try {
      server.shutdown();
      server.awaitShutdown();
    } finally {
      lock.release();
      guard.close();
    }
  }

  /** Kafka's own lock is checked only after the metadata log was opened: too late to be safe. */
  private static @Nullable FileLock tryLock(FileChannel guard) throws IOException {
    try {
      return guard.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static KafkaRaftServer startServer(Properties settings) throws IOException {
    format(Path.of(settings.getProperty("log.dirs")));
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException | Error e) {
      server.shutdown();
      throw e;
    }
    return server;
  }

  private static void format(Path log) throws IOException {
    if (Files.exists(log.resolve("meta.properties"))) return;
    Files.createDirectories(log);
    try {
      new Formatter()
          .setNodeId(Integer.parseInt(NODE))
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName("CONTROLLER")
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .setMetadataLogDirectory(log.toString())
          .addDirectory(log.toString())
          .run();
    } catch (Exception e) {
      throw new IOException("cannot prepare " + log + " for Kafka: " + e.getMessage(), e);
    }
  }

  private static Properties settings(Path log, int port, int controllerPort) {
    var p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", NODE);
    p.put("log.dirs", log.toString());
    p.put("controller.listener.names", "CONTROLLER");
    p.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    p.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    for (var topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      p.put(topic + ".replication.factor", "1");
    }
    p.put("transaction.state.log.min.isr", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("auto.create.topics.enable", "false");
    tuneForOneNode(p);
    return p;
  }

  /** Defaults meant for big clusters cost a small one memory, files and seconds of recovery. */
  private static void tuneForOneNode(Properties p) {
    p.put("offsets.topic.num.partitions", "4");
    p.put("transaction.state.log.num.partitions", "4");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("log.cleaner.dedupe.buffer.size", "8388608");
    p.put("log.segment.bytes", "67108864");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "4");
    p.put("broker.session.timeout.ms", "3000");
    p.put("broker.heartbeat.interval.ms", "500");
    p.put("controller.quorum.election.timeout.ms", "100");
  }

  private static int freePort(int notThis) throws IOException {
    while (true) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        if (socket.getLocalPort() != notThis) return socket.getLocalPort();
      }
    }
  }
}
