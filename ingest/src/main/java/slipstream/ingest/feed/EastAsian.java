package slipstream.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Chinese text that says nothing of its charset. Both charsets put the common characters in rows of
 * their own (GB 2312 level 1: first byte B0 to D7; Big5 level 1: A4 to C6), and text that is in
 * neither soon has a byte that cannot stand where it does.
 */
final class EastAsian {
  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset BIG5 = Charset.forName("Big5");
  private static final int PAIRS = 6;
  private static final double COMMON = 0.8;
  private static final int HIGH = 0x80;

  private EastAsian() {}

  /** The charset of the bytes; null when they are in neither. */
  static @Nullable Charset of(byte[] bytes) {
    // In western text a letter with an accent stands alone.
    if (neighbours(bytes) < 0.5) return null;
    double gbk = common(bytes, 0xB0, 0xD7);
    double big5 = common(bytes, 0xA4, 0xC6);
    if (Math.max(gbk, big5) < COMMON) return null;
    Charset likely = gbk >= big5 ? GBK : BIG5;
    return decodes(bytes, likely) ? likely : null;
  }

  /** Share of the high bytes that follow another one. */
  private static double neighbours(byte[] bytes) {
    int high = 0;
    int beside = 0;
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & HIGH) == 0) continue;
      high++;
      boolean before = i > 0 && (bytes[i - 1] & HIGH) != 0;
      boolean after = i + 1 < bytes.length && (bytes[i + 1] & HIGH) != 0;
      if (before || after) beside++;
    }
    return high == 0 ? 0 : (double) beside / high;
  }

  /** Share of the pairs whose first byte is in the rows of common characters and of punctuation. */
  private static double common(byte[] bytes, int from, int to) {
    int pairs = 0;
    int common = 0;
    for (int i = 0; i < bytes.length; i++) {
      int first = bytes[i] & 0xff;
      if (first < HIGH) continue;
      pairs++;
      if ((first >= from && first <= to) || first == 0xA1 || first == 0xA3) common++;
      i++;
    }
    return pairs < PAIRS ? 0 : (double) common / pairs;
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    try {
      var unused = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
