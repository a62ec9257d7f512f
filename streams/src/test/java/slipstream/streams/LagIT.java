package slipstream.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Tick;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

class LagIT {
  private static final Topic<String, Tick> CLOCK = Topics.of("lag.", 2).ledgerClock();
  private static final String GROUP = "lag.readers";

  private static EmbeddedBroker broker;
  private static KafkaClients clients;
  private static Lag lag;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin).create(List.of(CLOCK), (short) 1);
    }
    lag = new Lag(clients, "test");
  }

  @AfterAll
  static void stop() throws Exception {
    lag.close();
    broker.close();
  }

  @Test
  void committedRecordsCount_markersAndAbortedRecordsDoNot() throws Exception {
    assertThat(records()).as("an empty topic").isZero();

    transaction(true, 0, 1);
    assertThat(records()).as("a group that never committed").isPositive();

    commit(0, 1);
    assertThat(records()).as("one partition read up to the marker").isPositive();

    commit(1, 1);
    await().untilAsserted(() -> assertThat(records()).as("only markers are left").isZero());

    transaction(false, 0);
    await().untilAsserted(() -> assertThat(records()).as("an aborted record is left").isZero());

    openTransactionCounts();

    transaction(true, 0);
    assertThat(records()).as("a new record").isPositive();
  }

  private static long records() throws InterruptedException {
    return lag.records(GROUP, List.of(CLOCK));
  }

  private static void commit(int partition, long offset) throws Exception {
    try (var admin = clients.admin("test")) {
      var offsets =
          Map.of(new TopicPartition(CLOCK.name(), partition), new OffsetAndMetadata(offset));
      admin.alterConsumerGroupOffsets(GROUP, offsets).all().get();
    }
  }

  private static void openTransactionCounts() throws ExecutionException, InterruptedException {
    try (var producer = begin()) {
      producer.send(CLOCK.record("now", new Tick(Instant.EPOCH), CLOCK.partitions())).get();
      assertThat(records()).as("a record of an open transaction").isPositive();
      producer.abortTransaction();
    }
  }

  private static Producer<byte[], byte[]> begin() {
    var producer = clients.transactional("test", "lag-test");
    producer.initTransactions();
    producer.beginTransaction();
    return producer;
  }

  private static void transaction(boolean commit, int... partitions)
      throws ExecutionException, InterruptedException {
    try (var producer = begin()) {
      var record = CLOCK.record("now", new Tick(Instant.EPOCH), CLOCK.partitions());
      for (int partition : partitions) {
        producer
            .send(new ProducerRecord<>(CLOCK.name(), partition, record.key(), record.value()))
            .get();
      }
      if (commit) producer.commitTransaction();
      else producer.abortTransaction();
    }
  }
}
