package slipstream.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import slipstream.alerts.AlertsService;
import slipstream.contracts.config.Subscriptions;
import slipstream.contracts.config.Subscriptions.Channel;
import slipstream.contracts.config.Subscriptions.Subscription;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * The process that is measured: {@code alerts}, or {@code bare}: a loop that consumes and posts,
 * with nothing to lose and nothing to promise.
 */
public final class Sender {
  static final int PARTITIONS = 4;
  private static final Duration POLL = Duration.ofMillis(50);

  private Sender() {}

  /** Arguments: alerts or bare, address of Kafka, prefix of the topics, URL of the webhook. */
  public static void main(String[] args) throws IOException, InterruptedException {
    var clients = new KafkaClients(args[1]);
    var topics = Topics.of(args[2], PARTITIONS);
    if (args[0].equals("bare")) {
      bare(clients, topics, URI.create(args[3]));
    } else {
      alerts(clients, topics, args[3]);
    }
  }

  private static void alerts(KafkaClients clients, Topics topics, String url)
      throws InterruptedException {
    var hook = new Channel("hook", "webhook", Map.of("url", url, "parallel", "2"));
    var all = new Subscription("all", List.of("hook"), List.of(), List.of(), List.of(), false);
    var subscriptions = new Subscriptions(List.of(hook), List.of(all));
    var service =
        new AlertsService(
            clients, topics, () -> subscriptions, new SimpleMeterRegistry(), Clock.systemUTC());
    service.start();
    new CountDownLatch(1).await();
  }

  private static void bare(KafkaClients clients, Topics topics, URI url)
      throws IOException, InterruptedException {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var topic = topics.alertsChanges();
    try (var consumer = clients.member("bare", topics.id("bare"))) {
      consumer.subscribe(List.of(topic.name()));
      while (true) {
        var records = consumer.poll(POLL);
        for (var record : records) {
          // The pipeline reads each change, too: who is told depends on it.
          var change = topic.values().deserializer().deserialize(topic.name(), record.value());
          var request =
              HttpRequest.newBuilder(url)
                  .header(Endpoint.ID, change.id() + ":" + new String(record.key(), UTF_8))
                  .POST(BodyPublishers.ofByteArray(record.value()))
                  .build();
          http.send(request, BodyHandlers.discarding());
        }
        if (!records.isEmpty()) consumer.commitSync();
      }
    }
  }
}
