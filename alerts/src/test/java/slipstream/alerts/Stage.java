package slipstream.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import slipstream.broker.EmbeddedBroker;
import slipstream.contracts.Delivery;
import slipstream.contracts.Delivery.State;
import slipstream.contracts.kafka.KafkaClients;

/** One broker for a test class; topics and a receiver of its own for each test. */
public final class Stage
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {
  private Path data;
  private EmbeddedBroker broker;
  private KafkaClients clients;
  private Installation installation;
  private Receiver receiver;

  String bootstrap() {
    return broker.bootstrap();
  }

  KafkaClients clients() {
    return clients;
  }

  Installation installation() {
    return installation;
  }

  Receiver receiver() {
    return receiver;
  }

  /** What is known of a notice; null when nothing is. */
  @Nullable State state(String key) {
    Delivery delivery = installation.deliveries().get(key);
    return delivery == null ? null : delivery.state();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    data = Files.createTempDirectory("stage");
    broker = EmbeddedBroker.start(data, 0);
    clients = new KafkaClients(broker.bootstrap());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    installation = new Installation(clients);
    receiver = new Receiver();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    installation.close();
    receiver.close();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    broker.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
