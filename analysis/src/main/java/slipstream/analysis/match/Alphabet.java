package slipstream.analysis.match;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What each UTF-16 unit is to the matcher, and the form in which units are compared: lower case,
 * Latin letters without accents, full-width forms as ASCII.
 */
final class Alphabet {
  /** Ends any phrase: most punctuation. */
  static final byte BREAK = 0;

  static final byte LETTER = 1;
  static final byte DIGIT = 2;

  /** A unit that is a token of its own, in scripts that write no space between words. */
  static final byte IDEOGRAPH = 3;

  /** A sign such as {@code =} or {@code %}: a token of its own. */
  static final byte SIGN = 4;

  static final byte HYPHEN = 5;

  /** White space, and punctuation that may stand inside a name: quotes, colon. */
  static final byte SPACE = 6;

  static final byte APOSTROPHE = 7;

  /** Not there for the reader: soft hyphen, zero-width space, combining marks. */
  static final byte INVISIBLE = 8;

  static final byte NEWLINE = 9;

  private static final byte[] KIND = new byte[1 << 16];

  /** By unit: 0 where no word goes on, {@link #SKIPPED}, or the letter folded. */
  private static final char[] LETTERS = new char[1 << 16];

  /** In {@link #letter}: within a word, but not to be read. */
  static final char SKIPPED = 1;

  static {
    for (int c = 0; c < KIND.length; c++) {
      byte kind = kindOf((char) c);
      KIND[c] = kind;
      LETTERS[c] = kind == LETTER ? fold((char) c) : kind == INVISIBLE ? SKIPPED : 0;
    }
  }

  private Alphabet() {}

  static byte kind(char c) {
    return KIND[c];
  }

  /** The letter folded; {@link #SKIPPED}; or 0 when it ends a run of letters. */
  static char letter(char c) {
    return LETTERS[c];
  }

  /** The form in which a unit of any kind is compared. */
  static char folded(char c) {
    char letter = LETTERS[c];
    return letter == 0 ? fold(c) : letter;
  }

  private static byte kindOf(char c) {
    if (c == '\n') return NEWLINE;
    if ("'’‘ʼ＇".indexOf(c) >= 0) return APOSTROPHE;
    if ("\"“”„«»‹›「」『』《》〈〉:：·・".indexOf(c) >= 0) return SPACE;
    if ("=<>≈≥≤%".indexOf(c) >= 0) return SIGN;
    if (c == '_' || Character.getType(c) == Character.DASH_PUNCTUATION || c == '−') return HYPHEN;
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) return SPACE;
    if (isInvisible(c)) return INVISIBLE;
    if (isUnspaced(c)) return IDEOGRAPH;
    if (Character.isDigit(c)) return DIGIT;
    return Character.isLetter(c) ? LETTER : BREAK;
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || (type == Character.NON_SPACING_MARK && (c < 0x0e00 || c > 0x0eff));
  }

  /** Han, kana, Hangul (whose particles are written to the word), Thai and Lao. */
  private static boolean isUnspaced(char c) {
    return (c >= 0x0e00 && c <= 0x0eff && !Character.isDigit(c))
        || (c >= 0x3041 && c <= 0x30ff)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff);
  }

  private static char fold(char c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    if (c < 0x250 || (c >= 0xff00 && c <= 0xff5e)) {
      String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
      return plain.toLowerCase(Locale.ROOT).charAt(0);
    }
    return Character.toLowerCase(c);
  }
}
