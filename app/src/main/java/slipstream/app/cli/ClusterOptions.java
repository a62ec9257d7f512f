package slipstream.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/** Which Kafka cluster, and how our topics are named there. */
public final class ClusterOptions {
  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:SLIPSTREAM_KAFKA}",
      description = {
        "Brokers of the cluster, separated by commas. Default: the embedded Kafka of the service that"
            + " runs with the same --data.",
        "Environment: SLIPSTREAM_KAFKA"
      })
  @Nullable String kafka;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      defaultValue = "${env:SLIPSTREAM_PREFIX:-}",
      description = {
        "Put before the names of topics and groups, so that two installations share a cluster.",
        "Environment: SLIPSTREAM_PREFIX"
      })
  String prefix = "";

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "${env:SLIPSTREAM_PARTITIONS:-4}",
      description = {
        "Partitions of each topic (default: 4); fixed once the topics exist.",
        "Environment: SLIPSTREAM_PARTITIONS"
      })
  int partitions = Topics.DEFAULT_PARTITIONS;

  @Option(
      names = "--kafka-property",
      paramLabel = "KEY=VALUE",
      description =
          "A further setting of every Kafka client, such as security.protocol=SASL_SSL. In the"
              + " environment: KAFKA_SECURITY_PROTOCOL=... (secrets belong there).")
  Map<String, String> properties = new LinkedHashMap<>();

  Topics topics() {
    return Topics.of(prefix, partitions);
  }

  KafkaClients clients(String bootstrap) {
    return new KafkaClients(bootstrap, allProperties(System.getenv()));
  }

  boolean isGiven() {
    return kafka != null && !kafka.isBlank();
  }

  /** {@code KAFKA_SECURITY_PROTOCOL} in the environment is {@code security.protocol}. */
  private Map<String, String> allProperties(Map<String, String> environment) {
    var all = new LinkedHashMap<String, String>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("KAFKA_")) {
            all.put(name.substring(6).toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    all.putAll(properties);
    return all;
  }
}
