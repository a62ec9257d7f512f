package slipstream.app.past;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import slipstream.app.cli.ClusterLink;
import slipstream.streams.Replayed;

/**
 * Sends dead letters again. Which were sent is remembered as the offsets of the group {@code
 * dead-letters}.
 */
public final class Replay {
  private final ClusterLink link;
  private final String group;

  public Replay(ClusterLink link) {
    this.link = link;
    this.group = link.topics().id("dead-letters");
  }

  /**
   * What became of a letter.
   *
   * @param letter the letter
   * @param again false when its topic is not one that can be replayed
   */
  public record Sent(DeadLetter letter, boolean again) {
    @Override
    public String toString() {
      return again
          ? "sent    " + letter.line()
          : "skipped %s  only news.items and news.mentions are replayed, not %s"
              .formatted(letter.id(), letter.topic());
    }
  }

  /** The letters that were not sent again yet. */
  public List<DeadLetter> open() throws IOException, InterruptedException {
    var done = done();
    return DeadLetter.read(link).stream()
        .filter(l -> l.record().offset() >= done.getOrDefault(partition(l), 0L))
        .toList();
  }

  /**
   * Sends letters again.
   *
   * @param ids which; empty = all that are open, which are closed by it
   * @throws IOException when an id is not known, or Kafka does not take a letter
   */
  public List<Sent> send(Set<String> ids) throws IOException, InterruptedException {
    var letters = ids.isEmpty() ? open() : named(ids);
    var sent = new ArrayList<Sent>();
    try (var producer = link.clients().producer(group)) {
      for (DeadLetter letter : letters) sent.add(new Sent(letter, send(letter, producer)));
      if (ids.isEmpty()) close(letters);
    } catch (ExecutionException e) {
      throw new IOException("Kafka did not take it: " + e.getCause(), e);
    }
    return sent;
  }

  private List<DeadLetter> named(Set<String> ids) throws IOException {
    var letters = DeadLetter.read(link).stream().filter(l -> ids.contains(l.id())).toList();
    var unknown = new TreeSet<>(ids);
    letters.forEach(l -> unknown.remove(l.id()));
    if (unknown.isEmpty()) return letters;
    throw new IOException("no dead letter has the id " + String.join(", ", unknown));
  }

  /** A mention of another generation was rebuilt with it, so it goes to the one in force. */
  private boolean send(DeadLetter letter, Producer<byte[], byte[]> producer)
      throws ExecutionException, InterruptedException {
    var topics = link.topics();
    boolean item = letter.topic().equals(topics.newsItems().name());
    if (!item && !letter.topic().equals(topics.newsMentions().name())) return false;
    var record = letter.record();
    int partition = Integer.parseInt(letter.headers().getOrDefault("partition", "0"));
    var again =
        new ProducerRecord<>(
            letter.topic(), partition, record.timestamp(), record.key(), record.value());
    again.headers().add(Replayed.HEADER, letter.headers().getOrDefault("node", "").getBytes(UTF_8));
    producer.send(again).get();
    return true;
  }

  private Map<TopicPartition, Long> done() throws IOException, InterruptedException {
    var done = new HashMap<TopicPartition, Long>();
    try (var admin = link.clients().admin(group)) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((p, offset) -> done.put(p, offset == null ? 0 : offset.offset()));
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IOException("cannot tell what was replayed: " + e.getCause(), e);
      }
    }
    return done;
  }

  private void close(List<DeadLetter> letters) throws ExecutionException, InterruptedException {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (DeadLetter letter : letters) {
      offsets.put(partition(letter), new OffsetAndMetadata(letter.record().offset() + 1));
    }
    if (offsets.isEmpty()) return;
    try (var admin = link.clients().admin(group)) {
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
  }

  private static TopicPartition partition(DeadLetter letter) {
    return new TopicPartition(letter.record().topic(), letter.record().partition());
  }
}
