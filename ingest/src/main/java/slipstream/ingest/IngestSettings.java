package slipstream.ingest;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How ingest runs.
 *
 * @param contact address or URL the user agent names; null = nothing but loopback is fetched
 * @param allowPrivate hosts in private networks that may be fetched, by name
 * @param base folder that relative archive locations start from
 * @param threads fetching at the same time
 */
public record IngestSettings(
    @Nullable String contact, List<String> allowPrivate, Path base, int threads) {
  private static final int THREADS = 16;

  public IngestSettings {
    allowPrivate = List.copyOf(allowPrivate);
  }

  /** The usual number of threads. */
  public static IngestSettings of(@Nullable String contact, List<String> allowPrivate, Path base) {
    return new IngestSettings(contact, allowPrivate, base, THREADS);
  }
}
