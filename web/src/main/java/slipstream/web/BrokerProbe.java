package slipstream.web;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import slipstream.contracts.kafka.KafkaClients;

/** Asks Kafka whether it answers. */
final class BrokerProbe implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final String NAME = "kafka";

  private final String bootstrap;
  private final Admin admin;
  private Health last = new Health(NAME, false, "not asked yet");
  private long askedAt = System.nanoTime() - KEPT.toNanos();

  BrokerProbe(KafkaClients clients) {
    this.bootstrap = clients.bootstrap();
    this.admin = clients.admin("health");
  }

  /** The answer, at most two seconds old: however many ask, Kafka is not flooded. */
  synchronized Health ask() {
    if (System.nanoTime() - askedAt >= KEPT.toNanos()) {
      last = askNow();
      askedAt = System.nanoTime();
    }
    return last;
  }

  @Override
  public void close() {
    admin.close(CLOSE_WITHIN);
  }

  private Health askNow() {
    var options = new DescribeClusterOptions().timeoutMs((int) ANSWER_WITHIN.toMillis());
    try {
      var nodes = admin.describeCluster(options).nodes();
      int brokers = nodes.get(2 * ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS).size();
      return new Health(NAME, true, brokers == 1 ? "1 broker" : brokers + " brokers");
    } catch (ExecutionException | TimeoutException e) {
      return new Health(NAME, false, "no answer from " + bootstrap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Health(NAME, false, "stopping");
    }
  }
}
