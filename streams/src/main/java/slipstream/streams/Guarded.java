package slipstream.streams;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sees to it that a record that cannot be processed reaches the exception handler: Kafka Streams
 * 4.3 takes a {@link ClassCastException} for a wrong serde and ends the thread, and a stack that
 * overflows on a deeply nested text is no exception to it at all.
 */
record Guarded<KIn, VIn, KOut, VOut>(Processor<KIn, VIn, KOut, VOut> processor)
    implements Processor<KIn, VIn, KOut, VOut> {

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    processor.init(context);
  }

  @Override
  public void process(Record<KIn, VIn> record) {
    try {
      processor.process(record);
    } catch (ClassCastException | StackOverflowError e) {
      throw new IllegalStateException(e.toString(), e);
    }
  }

  @Override
  public void close() {
    processor.close();
  }
}
