package slipstream.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import slipstream.alerts.channel.RetrySchedule;
import slipstream.contracts.Change;
import slipstream.contracts.Delivery;
import slipstream.contracts.Outlook;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.PartitionLoader;
import slipstream.contracts.kafka.Topic;
import slipstream.contracts.kafka.TopicAdmin;
import slipstream.contracts.kafka.Topics;

/** The alert topics of one test, under a prefix of its own, and what the test does with them. */
final class Installation implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final RetrySchedule QUICK =
      new RetrySchedule(Collections.nCopies(40, Duration.ofMillis(150)));

  static final int PARTITIONS = 2;

  final Topics topics = Topics.of("t" + NUMBER.incrementAndGet() + ".", PARTITIONS);
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final KafkaClients clients;
  private final Producer<byte[], byte[]> producer;
  private final List<AlertsService> services = new ArrayList<>();

  Installation(KafkaClients clients) throws InterruptedException {
    this.clients = clients;
    try (var admin = clients.admin("test")) {
      new TopicAdmin(admin).create(topics.all(), (short) 1);
    }
    producer = clients.producer("test");
  }

  static Channel webhook(String name, String url) {
    return new Channel(name, "webhook", Map.of("url", url));
  }

  AlertsService start(Subscriptions subscriptions) {
    return start(subscriptions, QUICK);
  }

  AlertsService start(Subscriptions subscriptions, RetrySchedule schedule) {
    return start(subscriptions, schedule, Clock.systemUTC());
  }

  /** Alerts that believe it is later. */
  AlertsService startLater(Subscriptions subscriptions, Duration by) {
    return start(subscriptions, QUICK, Clock.offset(Clock.systemUTC(), by));
  }

  private AlertsService start(Subscriptions subscriptions, RetrySchedule schedule, Clock clock) {
    var service = new AlertsService(clients, topics, () -> subscriptions, meters, clock, schedule);
    services.add(service);
    service.start();
    return service;
  }

  void announce(Change... changes) {
    for (Change change : changes) send(change);
    producer.flush();
  }

  void send(Change change) {
    var record = topics.alertsChanges().record(change.subject(), change, topics.partitions());
    var unused = producer.send(record);
  }

  /** What is no change at all. */
  void sendBytes(String subject, String value) {
    int partition = Topic.partition(subject, PARTITIONS);
    var record =
        new ProducerRecord<>(
            topics.alertsChanges().name(),
            partition,
            subject.getBytes(UTF_8),
            value.getBytes(UTF_8));
    var unused = producer.send(record);
  }

  String bootstrap() {
    return clients.bootstrap();
  }

  /** Every committed record of a topic, as it is. */
  List<ConsumerRecord<byte[], byte[]>> records(Topic<?, ?> topic) {
    var partitions =
        IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic.name(), p)).toList();
    var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    try (var reader = clients.reader("test-records")) {
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      var ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
        reader.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  /** What is held now, as the ledger says it. */
  void hold(Outlook outlook) {
    var record = topics.releaseOutlooks().record(outlook.subject(), outlook, topics.partitions());
    var unused = producer.send(record);
    producer.flush();
  }

  /** The states in {@code alerts.deliveries}, as anyone can read them. */
  Map<String, Delivery> deliveries() {
    return load(topics.alertsDeliveries());
  }

  Map<String, Delivery> deadLetters() {
    return load(topics.alertsDeadLetters());
  }

  private Map<String, Delivery> load(Topic<String, Delivery> topic) {
    var all = new TreeMap<String, Delivery>();
    for (int p = 0; p < topics.partitions(); p++) {
      new PartitionLoader(p).into(topic, all).load(clients, "test");
    }
    return all;
  }

  @Override
  public void close() {
    services.forEach(AlertsService::close);
    producer.close();
  }
}
