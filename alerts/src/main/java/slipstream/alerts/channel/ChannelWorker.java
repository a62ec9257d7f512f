package slipstream.alerts.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.channel.DeliveryMeters.ChannelMeters;
import slipstream.alerts.channel.Outcome.Dead;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Delivery;

/**
 * Sends to one channel, on threads of its own: one channel never waits for another. Notices of one
 * subject keep their order while the channel takes them; what waits for the same moment of the same
 * subscription goes out as one notice.
 */
final class ChannelWorker implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ChannelWorker.class);

  private final String name;
  private final Notifier notifier;
  private final NoticeWriter writer;
  private final RetrySchedule schedule;
  private final DeliveryMeters meters;
  private final ChannelMeters channelMeters;
  private final Clock clock;
  private final List<ScheduledThreadPoolExecutor> lanes;
  private final Map<Slot, List<Task>> gathering = new HashMap<>();

  /** A delivery and the outbox that is in charge of it. */
  private record Task(Delivery delivery, Outbox outbox) {}

  /** What goes out together. */
  private record Slot(@Nullable String subscription, @Nullable Instant at) {}

  ChannelWorker(
      String name,
      int parallel,
      Notifier notifier,
      NoticeWriter writer,
      RetrySchedule schedule,
      DeliveryMeters meters,
      Clock clock) {
    this.name = name;
    this.notifier = notifier;
    this.writer = writer;
    this.schedule = schedule;
    this.meters = meters;
    this.channelMeters = meters.channel(name);
    this.clock = clock;
    this.lanes = IntStream.range(0, parallel).mapToObj(i -> lane(name, i)).toList();
  }

  /** Plans the next try of an open delivery. */
  void submit(Delivery delivery, Outbox outbox) {
    var task = new Task(delivery, outbox);
    if (NoticeWriter.gathers(delivery)) {
      gather(task);
    } else {
      plan(delivery, () -> attempt(List.of(task)));
    }
  }

  @Override
  public void close() {
    lanes.forEach(ScheduledThreadPoolExecutor::shutdownNow);
  }

  private void gather(Task task) {
    var slot = new Slot(task.delivery.subscription(), task.delivery.nextAttemptAt());
    synchronized (gathering) {
      var batch = gathering.get(slot);
      if (batch == null) {
        batch = new ArrayList<>();
        gathering.put(slot, batch);
        plan(task.delivery, () -> attempt(take(slot)));
      }
      batch.add(task);
    }
  }

  private List<Task> take(Slot slot) {
    synchronized (gathering) {
      var batch = Objects.requireNonNullElse(gathering.remove(slot), List.<Task>of());
      return batch.stream()
          .sorted(
              Comparator.comparing((Task t) -> NoticeWriter.saidAt(t.delivery))
                  .thenComparing(t -> t.delivery.key()))
          .toList();
    }
  }

  private void plan(Delivery delivery, Runnable attempt) {
    Instant at = delivery.nextAttemptAt();
    long wait = at == null ? 0 : Duration.between(clock.instant(), at).toMillis();
    int lane = Math.floorMod(delivery.subject().hashCode(), lanes.size());
    try {
      var unused = lanes.get(lane).schedule(attempt, Math.max(0, wait), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("channel {} is closed: {} waits in the outbox", name, delivery.key());
    }
  }

  private void attempt(List<Task> tasks) {
    var begun = tasks.stream().filter(t -> t.outbox.begin(t.delivery)).toList();
    if (begun.isEmpty()) return;
    Map<String, Delivery> results = Map.of();
    try {
      results = results(begun, send(begun));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      for (Task task : begun) task.outbox.end(task.delivery, results.get(task.delivery.key()));
    }
  }

  private Outcome send(List<Task> tasks) throws InterruptedException {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      Notice notice = writer.write(tasks.stream().map(Task::delivery).toList());
      outcome = notifier.send(notice);
    } catch (RuntimeException e) {
      log.warn("channel {}: unexpected {}", name, e.getClass().getName());
      outcome = new Retry("unexpected " + e.getClass().getSimpleName(), Duration.ZERO);
    }
    return settle(outcome, tasks, Duration.ofNanos(System.nanoTime() - start));
  }

  /** A retry that the schedule no longer allows is dead. */
  private Outcome settle(Outcome outcome, List<Task> tasks, Duration took) {
    Outcome settled = outcome;
    if (outcome instanceof Retry retry) {
      int attempts = tasks.stream().mapToInt(t -> t.delivery.attempts()).max().orElse(0) + 1;
      var wait = schedule.after(attempts, retry.after());
      settled =
          wait.isPresent()
              ? new Retry(retry.reason(), wait.get())
              : new Dead("given up after " + attempts + " tries: " + retry.reason());
    }
    count(settled, took);
    return settled;
  }

  private Map<String, Delivery> results(List<Task> tasks, Outcome outcome) {
    Instant now = clock.instant();
    var results = new HashMap<String, Delivery>();
    for (Task task : tasks) results.put(task.delivery.key(), result(task.delivery, outcome, now));
    return results;
  }

  private Delivery result(Delivery delivery, Outcome outcome, Instant now) {
    if (outcome instanceof Delivered delivered) {
      if (delivery.notice() != null) meters.reached(delivery.notice(), now);
      return delivery.delivered(delivered.receipt(), now);
    }
    if (outcome instanceof Retry retry) {
      log.info("channel {}: {} waits: {}", name, delivery.key(), retry.reason());
      return delivery.retry(retry.reason(), now.plus(retry.after()), now);
    }
    String reason = outcome instanceof Dead dead ? dead.reason() : "unknown outcome";
    log.warn("channel {}: {} is dead: {}", name, delivery.key(), reason);
    channelMeters.deadLetters().increment();
    return delivery.dead(reason, now);
  }

  private void count(Outcome outcome, Duration took) {
    if (outcome instanceof Delivered) {
      channelMeters.delivered().record(took);
    } else if (outcome instanceof Retry) {
      channelMeters.retried().record(took);
    } else {
      channelMeters.failed().record(took);
    }
  }

  private static ScheduledThreadPoolExecutor lane(String channel, int number) {
    return new ScheduledThreadPoolExecutor(
        1,
        work -> {
          var thread = new Thread(work, "channel-" + channel + "-" + number);
          thread.setDaemon(true);
          return thread;
        });
  }
}
