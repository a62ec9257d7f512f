package slipstream.streams;

import org.jspecify.annotations.Nullable;

/**
 * How the topology stands.
 *
 * @param state of Kafka Streams, such as {@code RUNNING} or {@code REBALANCING}
 * @param aliveThreads stream threads at work
 * @param wantedThreads as configured
 * @param clockRunning false when the clock's thread has ended
 * @param failure what ended the topology for good; null = nothing
 */
public record StreamsHealth(
    String state,
    int aliveThreads,
    int wantedThreads,
    boolean clockRunning,
    @Nullable Throwable failure) {

  public boolean isWell() {
    return failure == null
        && state.equals("RUNNING")
        && aliveThreads == wantedThreads
        && clockRunning;
  }
}
