package slipstream.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered, after redirects and decoding.
 *
 * @param status 2xx, or 304 without a body
 * @param uri where it came from in the end
 * @param body decoded; empty for 304
 * @param contentType header as sent; null = none
 * @param etag validator
 * @param lastModified validator
 * @param maxAge of Cache-Control; null = none
 * @param retryAfter wanted also by some answers that succeed; null = none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
    int status,
    URI uri,
    byte[] body,
    @Nullable String contentType,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Duration maxAge,
    @Nullable Duration retryAfter) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);

  public boolean isNotModified() {
    return status == 304;
  }

  /** The charset the header names; null = none. */
  public @Nullable String charset() {
    if (contentType == null) return null;
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
