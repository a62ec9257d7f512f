package slipstream.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;

/** The registry of a role: of Kafka's several hundred meters those that somebody looks at. */
public final class Meters {
  /** Kept of what Kafka's clients and Kafka Streams measure, by Micrometer's names. */
  static final Set<String> KAFKA =
      Set.of(
          "kafka.consumer.fetch.manager.records.consumed.total",
          "kafka.consumer.fetch.manager.records.lag.max",
          "kafka.producer.record.error.total",
          "kafka.producer.record.send.total",
          "kafka.stream.alive.stream.threads",
          "kafka.stream.client.state",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.state.total.sst.files.size",
          "kafka.stream.task.dropped.records.total",
          "kafka.stream.task.restore.remaining.records.total",
          "kafka.stream.thread.commit.latency.avg",
          "kafka.stream.thread.commit.ratio",
          "kafka.stream.thread.poll.latency.avg",
          "kafka.stream.thread.poll.ratio",
          "kafka.stream.thread.process.latency.avg",
          "kafka.stream.thread.process.ratio",
          "kafka.stream.topic.records.consumed.total",
          "kafka.stream.topic.records.produced.total");

  /** Labels whose values come from the configuration: a fuse, far above what one install needs. */
  private static final List<String> CONFIGURED =
      List.of("source", "subject", "watched", "channel", "reason", "part");

  private static final int MOST_VALUES = 500;

  private Meters() {}

  /** A new registry, for all meters of the process. */
  public static PrometheusMeterRegistry registry() {
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(MeterFilter.deny(Meters::isUnused));
    for (String label : CONFIGURED) {
      registry
          .config()
          .meterFilter(
              MeterFilter.maximumAllowableTags(
                  "slipstream", label, MOST_VALUES, MeterFilter.deny()));
    }
    return registry;
  }

  private static boolean isUnused(Meter.Id id) {
    return id.getName().startsWith("kafka.") && !KAFKA.contains(id.getName());
  }
}
