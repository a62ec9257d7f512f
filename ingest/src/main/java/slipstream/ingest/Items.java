package slipstream.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Publication;

/** What makes an item one item, and one version of it: hashes of what identifies it. */
public final class Items {
  /** An item must fit a Kafka message of 1 MiB also in scripts of three bytes a character. */
  static final int MAX_TEXT = 200_000;

  private static final int MAX_TITLE = 1_000;
  private static final Duration AHEAD = Duration.ofHours(24);
  private static final int ID_BYTES = 10;
  private static final int VERSION_BYTES = 6;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Items() {}

  /** The id of an item known by its address, however the address is decorated. */
  public static String idOfUrl(String url) {
    return hash("url:" + Urls.canonical(url), ID_BYTES);
  }

  /** The id of an item known by its feed's guid, which means nothing outside of that source. */
  public static String idOfGuid(String source, String guid) {
    return hash("guid:" + source + '\n' + guid.strip(), ID_BYTES);
  }

  /** The id of an item without address or guid: a fingerprint of its words. */
  public static String idOfText(String title, String text) {
    String words = NOT_WORD.matcher(title + ' ' + text).replaceAll(" ");
    return hash("text:" + words.toLowerCase(Locale.ROOT).strip(), ID_BYTES);
  }

  /** The same title, text and publication have the same version. */
  public static String version(String title, String text, @Nullable Publication published) {
    return hash(
        title + '\n' + text + '\n' + (published == null ? "" : published.at()), VERSION_BYTES);
  }

  /** Text fit for a record: composed, without control characters, bounded. */
  public static String clean(String text) {
    return clean(text, MAX_TEXT);
  }

  /** A title fit for a record: one line. */
  public static String cleanTitle(String title) {
    return clean(title.replace('\n', ' '), MAX_TITLE);
  }

  /**
   * Refuses the date, not the item, when it lies more than 24 hours ahead: a scheduled post or a
   * broken clock, never a publication.
   */
  public static @Nullable Publication plausible(@Nullable Publication published, Instant now) {
    return published == null || published.at().isAfter(now.plus(AHEAD)) ? null : published;
  }

  private static String clean(String text, int max) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String cleaned = CONTROLS.matcher(composed).replaceAll("").strip();
    if (cleaned.length() <= max) return cleaned;
    int end = Character.isHighSurrogate(cleaned.charAt(max - 1)) ? max - 1 : max;
    return cleaned.substring(0, end);
  }

  private static String hash(String text, int bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
