package slipstream.web.view;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * How far the topology and the alerts are behind, as {@code slipstream.group.lag}: seen from
 * outside, so that it also tells of a role that is gone.
 *
 * <p>Counted in offsets: the markers of transactions take some, so a few remain when all is read.
 */
public final class GroupLag implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GroupLag.class);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final List<String> groups;
  private final Admin admin;
  private final MultiGauge gauge;

  public GroupLag(KafkaClients clients, Topics topics, MeterRegistry registry) {
    this.groups = List.of(topics.generationId("slipstream"), topics.id("alerts"));
    this.admin = clients.admin(topics.id("lag"));
    this.gauge =
        MultiGauge.builder("slipstream.group.lag")
            .description("Offsets that a consumer group has yet to read; NaN when unknown")
            .register(registry);
  }

  /** Asks Kafka and brings the gauge up to date. */
  public void refresh() {
    var rows = new ArrayList<Row<?>>();
    for (String group : groups) rows.add(Row.of(Tags.of("group", group), lag(group)));
    gauge.register(rows, true);
  }

  @Override
  public void close() {
    admin.close(CLOSE_WITHIN);
  }

  private double lag(String group) {
    try {
      var committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return committed.isEmpty() ? Double.NaN : behind(committed);
    } catch (ExecutionException | TimeoutException e) {
      log.debug("the lag of {} is not known", group, e);
      return Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  private double behind(Map<TopicPartition, OffsetAndMetadata> committed)
      throws InterruptedException, ExecutionException, TimeoutException {
    var ends = ends(committed.keySet());
    return committed.entrySet().stream()
        .filter(e -> e.getValue() != null)
        .mapToLong(e -> Math.max(0, ends.getOrDefault(e.getKey(), 0L) - e.getValue().offset()))
        .sum();
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
      throws InterruptedException, ExecutionException, TimeoutException {
    var wanted = partitions.stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
    return admin
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue().offset()));
  }
}
