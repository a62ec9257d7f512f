package slipstream.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.outbox.Draft;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Delivery;

/** One partition this process owns: first opening in the background, then in charge. */
final class Shard {
  private static final Duration GATHERED_FOR = Duration.ofMillis(100);

  final TopicPartition partition;

  /** Offset in {@code alerts.changes} that was committed last; -1 before the first. */
  long committed = -1;

  /** When time is looked at again. */
  Instant nextTick = Instant.EPOCH;

  /** True once the first commit of this owner is done and its notices are planned. */
  volatile boolean started;

  /** True while no more is read because too much waits. */
  boolean waits;

  /** The channel that gets no more because too much waits for it; null = none. */
  @Nullable String jammed;

  private final CompletableFuture<Outbox> opening;
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private List<Delivery> carried;
  private Instant nextReports = Instant.EPOCH;

  /**
   * @param carried results reported to an earlier outbox of this partition and not committed
   */
  Shard(TopicPartition partition, CompletableFuture<Outbox> opening, List<Delivery> carried) {
    this.partition = partition;
    this.opening = opening;
    this.carried = carried;
  }

  boolean isOpen() {
    return opening.isDone() && !opening.isCompletedExceptionally();
  }

  boolean hasFailed() {
    return opening.isCompletedExceptionally();
  }

  Outbox outbox() {
    return opening.join();
  }

  /**
   * Results to be committed next. They wait a moment for each other, or go along with a commit that
   * is to be made anyway: a commit costs the same for one as for many.
   */
  List<Delivery> takeReports(boolean anyway, Instant now) {
    if (!anyway && now.isBefore(nextReports)) return List.of();
    nextReports = now.plus(GATHERED_FOR);
    var reports = new ArrayList<>(carried);
    carried = List.of();
    reports.addAll(outbox().takeReports());
    return reports;
  }

  /** To be carried out with the next commit; any thread may ask. */
  void request(Request request) {
    requests.add(request);
  }

  void carryOut(Draft draft, Instant now) {
    for (var request = requests.poll(); request != null; request = requests.poll()) {
      request.accept(draft, now);
    }
  }

  /** Something to change in the outbox that neither a record nor a try has caused. */
  @FunctionalInterface
  interface Request {
    void accept(Draft draft, Instant now);
  }

  /** Lets go, now or as soon as it is open. */
  void abandon() {
    var unused = opening.thenAccept(Outbox::close);
  }
}
