package slipstream.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.broker.ChildJvm;

/**
 * The embedded Kafka in a child JVM of the same class path. Kafka ends its JVM on a fatal fault:
 * the child is then started again on the same port, a few times, before the service gives up.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BrokerProcess.class);
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(6);
  private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);
  private static final int RESTARTS_IN_A_ROW = 5;

  /** A child that lived this long has recovered: its next death starts the count again. */
  private static final Duration RECOVERED = Duration.ofMinutes(10);

  private final Path data;
  private final Path logs;
  private final int port;
  private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
  private Process process;
  private volatile boolean closed;

  private BrokerProcess(Path data, Path logs, int wantedPort) throws IOException {
    this.data = data;
    this.logs = logs;
    this.process = launch(wantedPort);
    this.port = awaitReady(process);
  }

  /**
   * Starts the broker and waits until it serves.
   *
   * @param data folder of its data
   * @param logs folder of its log
   * @param port to listen on; 0 = any free one
   * @throws IOException with the broker's own reason when it does not start
   */
  public static BrokerProcess start(Path data, Path logs, int port) throws IOException {
    Files.createDirectories(logs);
    var broker = new BrokerProcess(data, logs, port);
    var supervisor = new Thread(broker::supervise, "broker-supervisor");
    supervisor.setDaemon(true);
    supervisor.start();
    return broker;
  }

  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Process id of the child that serves now. */
  public synchronized long pid() {
    return process.pid();
  }

  /** Completes exceptionally when the broker has died too often. */
  public CompletableFuture<Void> givenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    closed = true;
    Process last = current();
    try {
      last.getOutputStream().close();
      if (!last.waitFor(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) last.destroyForcibly();
    } catch (IOException e) {
      last.destroyForcibly();
    } catch (InterruptedException e) {
      last.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Process current() {
    return process;
  }

  private void supervise() {
    int restarts = 0;
    try {
      while (!closed) {
        long since = System.nanoTime();
        int exit = current().waitFor();
        if (closed) return;
        restarts = System.nanoTime() - since > RECOVERED.toNanos() ? 1 : restarts + 1;
        log.warn("Kafka ended with status {}; starting it again ({})", exit, restarts);
        if (restarts > RESTARTS_IN_A_ROW) throw new IOException("it ended with status " + exit);
        Thread.sleep(PAUSE_BEFORE_RESTART.toMillis());
        restart();
      }
    } catch (IOException e) {
      givenUp.completeExceptionally(
          new IOException("Kafka does not stay up: " + e.getMessage() + "; see " + logFile(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws IOException {
    Process next = launch(port);
    synchronized (this) {
      process = next;
    }
    awaitReady(next);
  }

  private Process launch(int wantedPort) throws IOException {
    var options = new ArrayList<>(List.of("-Xms64m", "-Xmx192m", "-Xshare:auto"));
    if (Runtime.version().feature() >= 22) options.add("--enable-native-access=ALL-UNNAMED");
    options.add("-Dslipstream.log.file=" + logFile());
    options.add("-Dlogback.configurationFile=logback-file.xml");
    return ChildJvm.of(options, BrokerMain.class, data.toString(), "" + wantedPort)
        .redirectError(ProcessBuilder.Redirect.appendTo(logs.resolve("kafka.err").toFile()))
        .start();
  }

  private Path logFile() {
    return logs.resolve("kafka.log");
  }

  private int awaitReady(Process child) throws IOException {
    try {
      String line =
          CompletableFuture.supplyAsync(() -> firstLine(child))
              .get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
      if (line.startsWith(BrokerMain.READY)) {
        return Integer.parseInt(line.substring(BrokerMain.READY.length()));
      }
      throw new IOException(
          line.startsWith(BrokerMain.FAILED)
              ? line.substring(BrokerMain.FAILED.length())
              : "it ended without a word; see " + logFile());
    } catch (TimeoutException e) {
      child.destroyForcibly();
      throw new IOException("not ready within " + READY_WITHIN.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      child.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Kafka was starting", e);
    }
  }

  private static String firstLine(Process child) {
    try {
      String line =
          new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return BrokerMain.FAILED + e.getMessage();
    }
  }
}
