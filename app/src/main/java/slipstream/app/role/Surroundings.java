package slipstream.app.role;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;
import slipstream.contracts.kafka.KafkaClients;
import slipstream.contracts.kafka.Topics;

/**
 * What a role finds around it.
 *
 * @param clients of the cluster
 * @param topics as they are named there
 * @param registry of its metrics
 * @param now the clock that decides what is overdue
 * @param config folder that relative archive locations start from
 * @param state folder of its state, deleted at no loss
 */
public record Surroundings(
    KafkaClients clients,
    Topics topics,
    PrometheusMeterRegistry registry,
    Supplier<Instant> now,
    Path config,
    Path state) {}
