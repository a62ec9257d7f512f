package slipstream.streams;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Hands every value on in another form. */
final class Adapter<V, R> extends ContextualProcessor<String, V, String, R> {
  private final Function<V, R> form;

  Adapter(Function<V, R> form) {
    this.form = form;
  }

  @Override
  public void process(Record<String, V> record) {
    context().forward(record.withValue(form.apply(record.value())));
  }
}
