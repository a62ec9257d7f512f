package slipstream.web.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest value of each key, in the order the keys were first seen. */
final class Table<V> {
  private final Map<String, V> rows = new LinkedHashMap<>();

  /**
   * @param value null removes the key
   */
  synchronized void put(String key, @Nullable V value) {
    if (value == null) rows.remove(key);
    else rows.put(key, value);
  }

  synchronized List<V> values() {
    return new ArrayList<>(rows.values());
  }
}
