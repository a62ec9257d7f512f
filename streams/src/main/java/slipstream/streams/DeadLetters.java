package slipstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that cannot be read, processed or written into {@code news.dead-letters}, in the
 * same transaction, and goes on. The record is kept as it came, with where and why in headers named
 * as Kafka's own (KIP-1034).
 *
 * <p>What goes wrong outside the record (a broker, a disk, a fenced transaction) is no dead letter:
 * the thread ends, is replaced, and reads the record again.
 */
public final class DeadLetters
    implements DeserializationExceptionHandler,
        ProcessingExceptionHandler,
        ProductionExceptionHandler {
  /** Key of the name of the topic in the Kafka Streams settings. */
  static final String TOPIC = "slipstream.dead.letters.topic";

  /** Key of the {@link StreamsMeters} in the Kafka Streams settings. */
  static final String METERS = "slipstream.dead.letters.meters";

  /** Why a record is put aside: it cannot be read, processed, sent, or serialised. */
  static final List<String> REASONS = List.of("undecodable", "failed", "too-large", "unwritable");

  private static final int FRAMES = 8;
  private static final String HEADER = "__streams.errors.";
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  @SuppressWarnings("NullAway.Init")
  private String topic;

  @SuppressWarnings("NullAway.Init")
  private StreamsMeters meters;

  @Override
  public void configure(Map<String, ?> settings) {
    topic = requireNonNull((String) settings.get(TOPIC), TOPIC);
    meters = requireNonNull((StreamsMeters) settings.get(METERS), METERS);
  }

  @Override
  public DeserializationExceptionHandler.Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
    return DeserializationExceptionHandler.Response.resume(
        letter(context, "undecodable", record.key(), record.value(), error));
  }

  @Override
  public ProcessingExceptionHandler.Response handleError(
      ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error) {
    if (error instanceof KafkaException && !(error instanceof SerializationException)) {
      return ProcessingExceptionHandler.Response.fail();
    }
    return ProcessingExceptionHandler.Response.resume(
        letter(context, "failed", context.sourceRawKey(), context.sourceRawValue(), error));
  }

  @Override
  public ProductionExceptionHandler.Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
    if (!(error instanceof RecordTooLargeException)) {
      return ProductionExceptionHandler.Response.fail();
    }
    return ProductionExceptionHandler.Response.resume(
        letter(context, "too-large", context.sourceRawKey(), context.sourceRawValue(), error));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public ProductionExceptionHandler.Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord record,
      Exception error,
      SerializationExceptionOrigin origin) {
    return ProductionExceptionHandler.Response.resume(
        letter(context, "unwritable", context.sourceRawKey(), context.sourceRawValue(), error));
  }

  private List<ProducerRecord<byte[], byte[]>> letter(
      ErrorHandlerContext context,
      String reason,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception error) {
    log.warn(
        "{}-{}@{}: {} at {}, put aside: {}",
        context.topic(),
        context.partition(),
        context.offset(),
        reason,
        context.processorNodeId(),
        error.toString());
    meters.deadLetter(reason);
    var letter = new ProducerRecord<>(topic, null, context.timestamp(), key, value);
    header(letter, "exception", error.getClass().getName());
    header(letter, "message", String.valueOf(error.getMessage()));
    header(letter, "stacktrace", trace(error));
    header(letter, "topic", context.topic());
    header(letter, "partition", String.valueOf(context.partition()));
    header(letter, "offset", String.valueOf(context.offset()));
    header(letter, "node", String.valueOf(context.processorNodeId()));
    header(letter, "reason", reason);
    return List.of(letter);
  }

  /** Where it happened; the rest of a stack is the same for every record. */
  private static String trace(Exception error) {
    return Arrays.stream(error.getStackTrace())
        .limit(FRAMES)
        .map(StackTraceElement::toString)
        .collect(joining("\n"));
  }

  private static void header(ProducerRecord<byte[], byte[]> letter, String name, String value) {
    letter.headers().add(HEADER + name, value.getBytes(UTF_8));
  }
}
