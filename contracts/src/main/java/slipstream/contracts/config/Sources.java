package slipstream.contracts.config;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where items are fetched from: {@code sources.yaml}.
 *
 * @param contact address that the user agent names, so that a publisher can reach the operator;
 *     nothing but loopback is fetched without one
 * @param sources the places
 * @param allowPrivate hosts in private networks that may be fetched, by name
 */
public record Sources(@Nullable String contact, List<Source> sources, List<String> allowPrivate) {
  public Sources {
    sources = sources == null ? List.of() : List.copyOf(sources);
    allowPrivate = allowPrivate == null ? List.of() : List.copyOf(allowPrivate);
    var ids = new HashSet<String>();
    for (Source source : sources) {
      if (!ids.add(source.id())) {
        throw new IllegalArgumentException("id '" + source.id() + "' is used twice");
      }
    }
  }
}
