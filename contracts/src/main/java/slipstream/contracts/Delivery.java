package slipstream.contracts;

import static slipstream.contracts.Required.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one notice to one channel, on {@code alerts.deliveries}, keyed by {@code
 * subject|changeId|channel}, partitioned by subject, compacted.
 *
 * @param subject id of the subject
 * @param change id of the change; also the idempotency key of every try
 * @param channel name of the channel
 * @param state where the notice stands
 * @param attempts tries made so far
 * @param nextAttemptAt when to try (again); null unless pending or held
 * @param lastError what the last try said, without secrets; null when none failed
 * @param updatedAt when this state was written
 * @param notice the change to send, kept until it is delivered
 */
public record Delivery(
    String subject,
    String change,
    String channel,
    State state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable String lastError,
    Instant updatedAt,
    @Nullable Change notice) {
  public Delivery {
    field(subject, "subject");
    field(change, "change");
    field(channel, "channel");
    field(state, "state");
    field(updatedAt, "updatedAt");
  }

  /** Where a notice stands. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  public enum State {
    PENDING,
    HELD,
    DELIVERED,
    DEAD,
    SKIPPED,
    /** A value written by a newer version of Slipstream. */
    @JsonEnumDefaultValue
    UNKNOWN
  }
}
