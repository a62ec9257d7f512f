package slipstream.streams;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;

/**
 * What a consumer group has yet to read. Not for use by several threads at once.
 *
 * <p>The end of a topic is its high watermark, not the last stable offset: a transaction is
 * reported as committed shortly before its markers are written, and "all is read" must not fall in
 * between.
 */
public final class Lag implements AutoCloseable {
  private static final Duration PEEK = Duration.ofMillis(500);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

  private final Admin admin;
  private final Consumer<byte[], byte[]> reader;

  public Lag(KafkaClients clients, String clientId) {
    this.admin = clients.admin(clientId + "-lag");
    this.reader = clients.reader(clientId + "-lag");
  }

  /**
   * True when the group has committed every record of the topics, and no transaction is open.
   *
   * @throws KafkaException when the broker does not answer
   */
  public boolean isZero(String group, Collection<Topic<String, ?>> topics)
      throws InterruptedException {
    return records(group, topics) == 0;
  }

  /**
   * Offsets between what the group has committed and the end of the topics; 0 when no record stands
   * between them: the markers and aborted records of transactions take up offsets too, and a group
   * may never commit past them.
   *
   * @throws KafkaException when the broker does not answer
   */
  public long records(String group, Collection<Topic<String, ?>> topics)
      throws InterruptedException {
    try {
      var gaps = gaps(group, topics);
      if (gaps.isEmpty() || !anyRecord(gaps)) return 0;
      return gaps.values().stream().mapToLong(gap -> gap.end - gap.from).sum();
    } catch (ExecutionException e) {
      throw new KafkaException("cannot tell the lag of " + group, e.getCause());
    }
  }

  /**
   * Sum of the offsets the group has committed: it grows whenever something was read.
   *
   * @throws KafkaException when the broker does not answer
   */
  long committed(String group, Collection<Topic<String, ?>> topics) throws InterruptedException {
    try {
      var names = topics.stream().map(Topic::name).collect(toSet());
      long sum = 0;
      for (var entry : groupOffsets(group).entrySet()) {
        OffsetAndMetadata offset = entry.getValue();
        if (offset != null && names.contains(entry.getKey().topic())) sum += offset.offset();
      }
      return sum;
    } catch (ExecutionException e) {
      throw new KafkaException("cannot tell what " + group + " has read", e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close(CLOSE_WITHIN);
    reader.close(CloseOptions.timeout(CLOSE_WITHIN));
  }

  /** From what the group has committed (nothing yet: from the beginning) to the end. */
  private Map<TopicPartition, Gap> gaps(String group, Collection<Topic<String, ?>> topics)
      throws InterruptedException, ExecutionException {
    var from = offsets(topics, OffsetSpec.earliest());
    groupOffsets(group)
        .forEach(
            (partition, committed) -> {
              if (committed != null) from.replace(partition, committed.offset());
            });
    var gaps = new HashMap<TopicPartition, Gap>();
    offsets(topics, OffsetSpec.latest())
        .forEach(
            (partition, end) -> {
              var gap = new Gap(from.getOrDefault(partition, 0L), end);
              if (gap.end > gap.from) gaps.put(partition, gap);
            });
    return gaps;
  }

  private Map<TopicPartition, OffsetAndMetadata> groupOffsets(String group)
      throws InterruptedException, ExecutionException {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) return Map.of();
      throw e;
    }
  }

  private Map<TopicPartition, Long> offsets(Collection<Topic<String, ?>> topics, OffsetSpec spec)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted =
        topics.stream().flatMap(t -> partitions(t).stream()).collect(toMap(identity(), p -> spec));
    var offsets = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  private static List<TopicPartition> partitions(Topic<String, ?> topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(p -> new TopicPartition(topic.name(), p))
        .toList();
  }

  /** True as well when an open transaction holds the end back: its records are still to come. */
  private boolean anyRecord(Map<TopicPartition, Gap> gaps) {
    reader.assign(gaps.keySet());
    gaps.forEach((partition, gap) -> reader.seek(partition, gap.from));
    long deadline = System.nanoTime() + PEEK.toNanos();
    while (System.nanoTime() < deadline) {
      if (!reader.poll(POLL).isEmpty()) return true;
      if (gaps.entrySet().stream().allMatch(g -> reader.position(g.getKey()) >= g.getValue().end)) {
        return false;
      }
    }
    return true;
  }

  private record Gap(long from, long end) {}
}
