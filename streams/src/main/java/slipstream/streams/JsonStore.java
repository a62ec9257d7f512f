package slipstream.streams;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import slipstream.contracts.kafka.JsonSerde;

/** Stores of records as JSON, each with a changelog. */
public final class JsonStore {
  private JsonStore() {}

  /** On disk. */
  public static StoreBuilder<?> persistent(String name, Class<?> type) {
    return of(Stores.persistentKeyValueStore(name), type);
  }

  /** In memory: for what is few. */
  public static StoreBuilder<?> inMemory(String name, Class<?> type) {
    return of(Stores.inMemoryKeyValueStore(name), type);
  }

  private static StoreBuilder<?> of(KeyValueBytesStoreSupplier supplier, Class<?> type) {
    return Stores.keyValueStoreBuilder(supplier, Serdes.String(), JsonSerde.of(type));
  }
}
