package slipstream.alerts.channel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * When a notice is tried again: the waits of Standard Webhooks, spread by 10 % so that receivers
 * that come back are not met by all notices at once.
 *
 * @param waits before the second try, the third ...; when they are used up the notice is dead
 */
public record RetrySchedule(List<Duration> waits) {
  public static final RetrySchedule STANDARD =
      new RetrySchedule(
          Stream.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT10H")
              .map(Duration::parse)
              .toList());

  private static final double JITTER = 0.1;

  public RetrySchedule {
    waits = List.copyOf(waits);
  }

  /**
   * The wait before the next try; empty when there is none.
   *
   * @param attempts made so far, at least 1
   * @param asked the least wait that the receiver asked for
   */
  Optional<Duration> after(int attempts, Duration asked) {
    if (attempts > waits.size()) return Optional.empty();
    double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    var wait = Duration.ofMillis((long) (waits.get(attempts - 1).toMillis() * spread));
    return Optional.of(wait.compareTo(asked) < 0 ? asked : wait);
  }
}
