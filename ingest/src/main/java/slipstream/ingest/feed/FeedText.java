package slipstream.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: by byte order mark, by the pattern of the first bytes, by header, by declaration,
 * else UTF-8; and where the bytes contradict what is said of them, by what they are.
 */
public final class FeedText {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern BYTES =
      Pattern.compile("&#(?:19[4-9]|2[0-3]\\d|24[0-4]);(?:&#1(?:[3-8]\\d|2[89]|9[01]);){1,3}");

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final int HEAD = 500;

  /** What stands for bytes that are no UTF-8. */
  private static final char UNREAD = '\uFFFD';

  private FeedText() {}

  /** The text of an answer, without byte order mark and characters that no XML may hold. */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    String text = text(bytes, contentType);
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return joined(isLegal(unmarked) ? unmarked : ILLEGAL.matcher(unmarked).replaceAll(""));
  }

  private static boolean isLegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= '\uFFFE') return false;
    }
    return true;
  }

  /** Puts together characters that someone wrote as one reference for each byte of UTF-8. */
  private static String joined(String text) {
    return text.contains(";&#1") ? BYTES.matcher(text).replaceAll(FeedText::joined) : text;
  }

  private static String joined(MatchResult references) {
    var bytes = new ByteArrayOutputStream();
    Matcher number = NUMBER.matcher(references.group());
    while (number.find()) bytes.write(Integer.parseInt(number.group()));
    byte[] encoded = bytes.toByteArray();
    String text = isUtf8(encoded) ? new String(encoded, UTF_8) : references.group();
    return Matcher.quoteReplacement(text);
  }

  private static String text(byte[] bytes, @Nullable String contentType) {
    Charset wide = wide(bytes);
    if (wide != null) return new String(bytes, wide);
    String text = new String(bytes, UTF_8);
    Charset charset = charset(bytes, contentType, isMostlyRead(text));
    return charset.equals(UTF_8) ? text : new String(bytes, charset);
  }

  /**
   * True for what is UTF-8, be it with a few bytes that are not: a feed cut within a character, or
   * put together from several sources. In another charset nearly every letter with an accent is
   * wrong.
   */
  private static boolean isMostlyRead(String utf8) {
    if (utf8.indexOf(UNREAD) < 0) return true;
    long unread = utf8.chars().filter(c -> c == UNREAD).count();
    return utf8.chars().filter(c -> c >= 0x80).count() > 2 * unread;
  }

  private static Charset charset(byte[] bytes, @Nullable String contentType, boolean utf8) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
    for (Charset said : new Charset[] {named(HEADER, contentType), named(DECLARED, head)}) {
      if (said == null || isWide(said)) continue;
      if (said.equals(UTF_8) && !utf8) continue;
      if (said.equals(US_ASCII) && utf8) continue;
      // Latin 1 has control characters where Windows has the quotes that are meant.
      return said.equals(ISO_8859_1) || said.equals(US_ASCII) ? WINDOWS : said;
    }
    if (utf8) return UTF_8;
    Charset eastern = EastAsian.of(bytes);
    return eastern == null ? WINDOWS : eastern;
  }

  /** Two or four bytes a character, told by a mark or by the zeros around the first sign. */
  private static @Nullable Charset wide(byte[] b) {
    if (b.length < 4) return null;
    int first = (b[0] & 0xff) << 24 | (b[1] & 0xff) << 16 | (b[2] & 0xff) << 8 | (b[3] & 0xff);
    if (first == 0x0000FEFF || first == 0x0000003C) return UTF_32BE;
    if (first == 0xFFFE0000 || first == 0x3C000000) return UTF_32LE;
    int two = first >>> 16;
    if (two == 0xFEFF || (two == 0x003C && b[2] == 0)) return UTF_16BE;
    return two == 0xFFFE || (two == 0x3C00 && b[3] == 0) ? UTF_16LE : null;
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean isUtf8(byte[] bytes) {
    var decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    try {
      var unused = decoder.decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static @Nullable Charset named(Pattern pattern, @Nullable String text) {
    if (text == null) return null;
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) return null;
    try {
      return Charset.forName(matcher.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }
}
