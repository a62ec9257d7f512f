package slipstream.alerts.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.Reason;
import slipstream.contracts.ItemRef;

/** Counts and times what channels do. Every meter of a configured channel exists from the start. */
public final class DeliveryMeters {
  private static final Duration[] DELIVERY = seconds(1, 5, 30);
  private static final Duration[] LATENCY = seconds(1, 10, 60, 600, 3600);

  /** Why a notice may end without being sent. */
  private static final Set<Reason> SKIPS =
      EnumSet.of(Reason.BACKFILL, Reason.EXPIRED, Reason.HOLD, Reason.TAKES_BACK, Reason.HEARTBEAT);

  private final MeterRegistry registry;
  private final Map<String, ChannelMeters> channels = new ConcurrentHashMap<>();
  private final Timer sincePublication;
  private final Timer sinceIngest;

  public DeliveryMeters(MeterRegistry registry) {
    this.registry = registry;
    this.sincePublication = latency("publication");
    this.sinceIngest = latency("ingest");
  }

  /** The meters of one channel, at zero when they are new. */
  ChannelMeters channel(String name) {
    return channels.computeIfAbsent(name, this::register);
  }

  /** Nobody is told, for a reason. */
  void skipped(Delivery delivery) {
    Counter counter = channel(delivery.channel()).skipped.get(delivery.reason());
    if (counter != null) counter.increment();
  }

  /** Given up without a try. */
  void refused(Delivery delivery) {
    channel(delivery.channel()).deadLetters().increment();
  }

  /** From publication and from ingest to the receiver. */
  void reached(Change change, Instant now) {
    ItemRef item = change.item();
    if (change.backfill()) return;
    if (item != null && item.published() != null) {
      sincePublication.record(positive(item.published().at(), now));
    }
    if (change.learnedAt() != null) sinceIngest.record(positive(change.learnedAt(), now));
  }

  /**
   * What one channel does.
   *
   * @param delivered tries that were received
   * @param retried tries that failed for now
   * @param failed tries after which the notice was given up
   * @param deadLetters notices given up
   * @param skipped notices that nobody is to receive, by reason
   */
  record ChannelMeters(
      Timer delivered,
      Timer retried,
      Timer failed,
      Counter deadLetters,
      Map<Reason, Counter> skipped) {}

  private ChannelMeters register(String channel) {
    return new ChannelMeters(
        delivery(channel, "delivered"),
        delivery(channel, "retried"),
        delivery(channel, "dead"),
        Counter.builder("slipstream.delivery.dead.letters")
            .description("Notices given up, by channel")
            .tag("channel", channel)
            .register(registry),
        SKIPS.stream().collect(Collectors.toMap(Function.identity(), r -> skips(channel, r))));
  }

  private Counter skips(String channel, Reason reason) {
    return Counter.builder("slipstream.delivery.skipped")
        .description("Notices that nobody is to receive, by reason")
        .tag("channel", channel)
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Timer delivery(String channel, String outcome) {
    return Timer.builder("slipstream.delivery")
        .description("Tries to deliver a notice, by what came of them")
        .tag("channel", channel)
        .tag("outcome", outcome)
        .serviceLevelObjectives(DELIVERY)
        .register(registry);
  }

  private Timer latency(String since) {
    return Timer.builder("slipstream.alert.latency")
        .description("Time until a notice was received, since publication or ingest of the item")
        .tag("since", since)
        .serviceLevelObjectives(LATENCY)
        .register(registry);
  }

  private static Duration positive(Instant from, Instant to) {
    var time = Duration.between(from, to);
    return time.isNegative() ? Duration.ZERO : time;
  }

  private static Duration[] seconds(long... seconds) {
    return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
  }
}
