package slipstream.contracts;

import static slipstream.contracts.Required.field;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of one notice to one channel, on {@code alerts.deliveries}, keyed by {@code
 * subject|changeId|channel}, partitioned by subject, compacted.
 *
 * @param subject id of the subject
 * @param change id of the change; with the channel the idempotency key of every try
 * @param channel name of the channel
 * @param state where the notice stands
 * @param attempts tries made so far
 * @param nextAttemptAt when to try (again); null when nothing is planned
 * @param lastError what the last try said, without secrets; null when none failed
 * @param updatedAt when this state was written
 * @param notice the change to send, kept until it is delivered
 * @param subscription name of the subscription that asked for it; null when none did
 * @param reason why it waits, was skipped, or is sent beyond a subscription; null = none
 * @param receipt the receiver's id of the message, for threading; before it is delivered, of the
 *     message it answers; null when there is none
 * @param createdAt when the notice was put into the outbox
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
    @Nullable Change notice,
    @Nullable String subscription,
    @Nullable Reason reason,
    @Nullable String receipt,
    Instant createdAt) {
  public Delivery {
    field(subject, "subject");
    field(change, "change");
    field(channel, "channel");
    field(state, "state");
    field(updatedAt, "updatedAt");
    createdAt = createdAt == null ? updatedAt : createdAt;
  }

  /** A notice to send at once. */
  public static Delivery pending(
      Change notice, String channel, @Nullable String subscription, Instant now) {
    return new Delivery(
        notice.subject(),
        notice.id(),
        channel,
        State.PENDING,
        0,
        now,
        null,
        now,
        notice,
        subscription,
        null,
        null,
        now);
  }

  /** The key of the notice of a change to a channel. */
  public static String key(String subject, String change, String channel) {
    return subject + "|" + change + "|" + channel;
  }

  public String key() {
    return key(subject, change, channel);
  }

  /** True while there is something left to do, now or later. */
  @JsonIgnore
  public boolean isOpen() {
    return state == State.PENDING || state == State.HELD;
  }

  /** Received: the change need not be kept any longer. */
  public Delivery delivered(@Nullable String receipt, Instant now) {
    return with(State.DELIVERED, attempts + 1, null, null, now, null, receipt);
  }

  /** Not received; another try is due later. */
  public Delivery retry(String error, Instant next, Instant now) {
    return with(State.PENDING, attempts + 1, next, error, now, notice, receipt);
  }

  /** Given up; the change is kept, so that it can be replayed. */
  public Delivery dead(String error, Instant now) {
    return with(State.DEAD, attempts + 1, null, error, now, notice, receipt);
  }

  /** Given up without a try; the change is kept, so that it can be replayed. */
  public Delivery refused(String error, Instant now) {
    return with(State.DEAD, attempts, null, error, now, notice, receipt);
  }

  /** To be sent again from the start. */
  public Delivery replayed(Change notice, Instant now) {
    return with(State.PENDING, 0, now, null, now, notice, receipt);
  }

  /** The same without the change, which stays on its own topic. */
  public Delivery withoutNotice() {
    return with(state, attempts, nextAttemptAt, lastError, updatedAt, null, receipt);
  }

  /** Waits for a reason; {@code next} is null when only an event ends the wait. */
  public Delivery held(Reason why, @Nullable Instant next) {
    return with(State.HELD, attempts, next, null, updatedAt, notice, receipt).because(why);
  }

  /** The wait is over: to be tried now. */
  public Delivery released(Instant now) {
    return with(State.PENDING, attempts, now, lastError, now, notice, receipt).as(change, null);
  }

  /** The same as an answer to an earlier message of the receiver; null = to none. */
  public Delivery inReplyTo(@Nullable String receipt) {
    return with(state, attempts, nextAttemptAt, lastError, updatedAt, notice, receipt);
  }

  /** Nobody is told, for a reason. */
  public Delivery skipped(Reason why, Instant now) {
    return with(State.SKIPPED, attempts, null, null, now, null, null).because(why);
  }

  /** The same with another reason. */
  public Delivery because(Reason why) {
    return as(change, why);
  }

  /** The same under another id: a notice about a notice. */
  public Delivery about(String id) {
    return as(id, reason);
  }

  private Delivery as(String change, @Nullable Reason reason) {
    return new Delivery(
        subject,
        change,
        channel,
        state,
        attempts,
        nextAttemptAt,
        lastError,
        updatedAt,
        notice,
        subscription,
        reason,
        receipt,
        createdAt);
  }

  private Delivery with(
      State state,
      int attempts,
      @Nullable Instant next,
      @Nullable String error,
      Instant now,
      @Nullable Change notice,
      @Nullable String receipt) {
    return new Delivery(
        subject,
        change,
        channel,
        state,
        attempts,
        next,
        error,
        now,
        notice,
        subscription,
        reason,
        receipt,
        createdAt);
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

  /** Why a notice waits, was skipped, or is sent though no subscription asks for it. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  public enum Reason {
    /** Skipped: learned more than 48 h after it was published. */
    BACKFILL,
    /** Skipped: announced longer ago than the outbox remembers what was told. */
    EXPIRED,
    /** Waits for a second origin. */
    HOLD,
    /** Waits for the next digest. */
    DIGEST,
    /** Waits for others that come soon after. */
    BUNDLE,
    /** Waits for the end of the quiet hours. */
    QUIET,
    /** Waits for the end of a mute. */
    MUTE,
    /** Takes back what the channel received; or, skipped, was taken back before it was sent. */
    TAKES_BACK,
    /** Tells that another channel is dead. */
    UNDELIVERED,
    /** Nothing changed: a sign of life. */
    HEARTBEAT,
    /** A value written by a newer version of Slipstream. */
    @JsonEnumDefaultValue
    UNKNOWN
  }
}
