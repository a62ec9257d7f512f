package slipstream.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What headers say about when to come again. */
final class CacheHeaders {
  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private CacheHeaders() {}

  static @Nullable Duration maxAge(@Nullable String cacheControl) {
    if (cacheControl == null) return null;
    Matcher matcher = MAX_AGE.matcher(cacheControl);
    return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : null;
  }

  /** Seconds or an HTTP date; never negative. */
  static @Nullable Duration retryAfter(@Nullable String value) {
    if (value == null) return null;
    if (SECONDS.matcher(value).matches()) return Duration.ofSeconds(Long.parseLong(value));
    try {
      var at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      Duration until = Duration.between(Instant.now(), at);
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
