package slipstream.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes of a feed to text: by byte order mark, header, declaration, else UTF-8. */
public final class FeedText {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

  private FeedText() {}

  /** The text of an answer. */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    String head = new String(bytes, 0, Math.min(bytes.length, 400), ISO_8859_1);
    Charset charset = named(HEADER, contentType);
    if (charset == null) charset = named(DECLARED, head);
    String text = new String(bytes, charset == null ? UTF_8 : charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static @Nullable Charset named(Pattern pattern, @Nullable String text) {
    if (text == null) return null;
    var matcher = pattern.matcher(text);
    if (!matcher.find()) return null;
    try {
      return Charset.forName(matcher.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
