package slipstream.alerts.channel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.alerts.outbox.Outbox;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;

/** Hands open deliveries to the workers of their channels. */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  private final Notifiers notifiers;
  private final NoticeWriter writer;
  private final RetrySchedule schedule;
  private final DeliveryMeters meters;
  private final Clock clock;
  private final Map<String, Running> running = new HashMap<>();

  private record Running(Channel channel, ChannelWorker worker) {}

  public Dispatcher(
      Notifiers notifiers,
      NoticeWriter writer,
      RetrySchedule schedule,
      MeterRegistry registry,
      Clock clock) {
    this.notifiers = notifiers;
    this.writer = writer;
    this.schedule = schedule;
    this.meters = new DeliveryMeters(registry);
    this.clock = clock;
  }

  /**
   * Takes new channels into use, ends those that are gone, and leaves the unchanged alone. What is
   * open for a channel that was started has to be submitted again.
   *
   * @return the channels that were started
   * @throws IllegalArgumentException when a channel is not valid; nothing has changed then
   */
  public synchronized Set<String> reload(Subscriptions subscriptions) {
    var wanted = new HashMap<String, Running>();
    for (Channel channel : subscriptions.channels()) {
      Running old = running.get(channel.name());
      boolean same = old != null && old.channel.equals(channel);
      wanted.put(channel.name(), same ? old : start(channel));
    }
    running.values().stream()
        .filter(old -> !old.equals(wanted.get(old.channel.name())))
        .forEach(old -> old.worker.close());
    var started = new HashSet<String>();
    wanted.forEach(
        (name, now) -> {
          if (!now.equals(running.get(name))) started.add(name);
        });
    running.clear();
    running.putAll(wanted);
    return started;
  }

  /**
   * Plans the next try, unless only an event can end the wait. A delivery to a channel that is gone
   * waits until it is configured.
   */
  public synchronized void submit(Delivery delivery, Outbox outbox) {
    if (delivery.state() == State.SKIPPED) meters.skipped(delivery);
    if (delivery.state() == State.DEAD && delivery.attempts() == 0) meters.refused(delivery);
    boolean held = delivery.state() == State.HELD && delivery.reason() == Reason.HOLD;
    if (!delivery.isOpen() || delivery.nextAttemptAt() == null || held) return;
    Running target = running.get(delivery.channel());
    if (target == null) {
      log.warn("channel {} is not configured: {} waits", delivery.channel(), delivery.key());
    } else {
      target.worker.submit(delivery, outbox);
    }
  }

  @Override
  public synchronized void close() {
    running.values().forEach(r -> r.worker.close());
    running.clear();
  }

  private Running start(Channel channel) {
    var notifier = notifiers.create(channel);
    int parallel = Integer.parseInt(channel.settings().getOrDefault("parallel", "1"));
    return new Running(
        channel,
        new ChannelWorker(channel.name(), parallel, notifier, writer, schedule, meters, clock));
  }
}
