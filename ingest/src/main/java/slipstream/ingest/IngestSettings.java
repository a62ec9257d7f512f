package slipstream.ingest;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.fetch.FetchSettings;

/**
 * How ingest runs.
 *
 * @param base folder that relative archive locations start from
 * @param threads reading sources at the same time
 * @param fetch bounds of every fetch
 */
public record IngestSettings(Path base, int threads, FetchSettings fetch) {
  /** Most of them wait for slow servers. */
  private static final int THREADS = 64;

  /**
   * The usual settings.
   *
   * @param contact address or URL the user agent names; null = nothing but loopback is fetched
   * @param allowPrivate hosts in private networks that may be fetched, by name
   */
  public static IngestSettings of(@Nullable String contact, List<String> allowPrivate, Path base) {
    return new IngestSettings(base, THREADS, FetchSettings.of(contact, allowPrivate, THREADS));
  }
}
