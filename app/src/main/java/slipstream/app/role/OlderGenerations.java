package slipstream.app.role;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * The topologies of the generations before one. Two that announce at the same time could announce
 * the same twice: the younger one waits until nobody runs the older ones.
 */
public final class OlderGenerations {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private OlderGenerations() {}

  /**
   * Waits until no process runs an older generation; one that was killed counts until its session
   * ends.
   *
   * @throws IllegalStateException when somebody still does after {@code within}
   */
  public static void awaitStopped(KafkaClients clients, Topics topics, Duration within)
      throws InterruptedException {
    var groups =
        IntStream.range(1, topics.generation())
            .mapToObj(n -> topics.withGeneration(n).generationId("slipstream"))
            .toList();
    long deadline = System.nanoTime() + within.toNanos();
    try (var admin = clients.admin(topics.id("generations"))) {
      for (String group : groups) {
        while (hasMembers(admin, group)) {
          if (System.nanoTime() > deadline) {
            throw new IllegalStateException(
                "an older generation (group %s) is still running: stop it first".formatted(group));
          }
          Thread.sleep(PAUSE.toMillis());
        }
      }
    }
  }

  private static boolean hasMembers(Admin admin, String group) throws InterruptedException {
    try {
      var described = admin.describeConsumerGroups(List.of(group)).describedGroups();
      return !requireNonNull(described.get(group)).get().members().isEmpty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) return false;
      throw new KafkaException("cannot tell who runs " + group, e.getCause());
    }
  }
}
