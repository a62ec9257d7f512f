package slipstream.analysis.dates;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words, numbers and punctuation marks of a text, with their offsets. A hyphen and a possessive
 * {@code 's} stand alone; a number keeps its decimals; each CJK character is a token.
 */
public final class Tokens {
  private static final int WORD = 1;
  private static final int CAPITAL = 2;

  /** Goes on with a word. */
  private static final int PART = 4;

  private static final int SPACE = 8;
  private static final int IDEOGRAPH = 16;

  /** Needs no change in lower case. */
  private static final int PLAIN = 32;

  /** What each character is: a text asks several times for each of its own. */
  private static final byte[] KINDS = new byte[1 << 16];

  /** Tokens of one ASCII character. */
  private static final String[] SINGLE = new String[128];

  static {
    for (int c = 0; c < KINDS.length; c++) KINDS[c] = kindOf((char) c);
    for (int c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = String.valueOf((char) c).toLowerCase(Locale.ROOT);
    }
  }

  private final String text;
  private String[] words;
  private int[] starts;
  private int[] ends;

  /** What the first character of each is: {@link #WORD} and {@link #CAPITAL}. */
  private byte[] traits;

  private int size;
  private boolean hasIdeographs;

  private Tokens(String text) {
    int expected = text.length() / 4 + 8;
    this.text = text;
    words = new String[expected];
    starts = new int[expected];
    ends = new int[expected];
    traits = new byte[expected];
    read();
  }

  /** Tokens of {@code text}; offsets count in it. */
  public static Tokens of(String text) {
    return new Tokens(text);
  }

  private static byte kindOf(char c) {
    boolean ideograph = c >= '\u2e80' && Character.isIdeographic(c);
    boolean word = Character.isLetterOrDigit(c);
    int kind = word ? WORD : 0;
    if (Character.isUpperCase(c)) kind |= CAPITAL;
    if (word && !ideograph) kind |= PART;
    if (Character.isWhitespace(c) || c == '\u00a0') kind |= SPACE;
    if (ideograph) kind |= IDEOGRAPH;
    if (c < 128 && !(c >= 'A' && c <= 'Z')) kind |= PLAIN;
    return (byte) kind;
  }

  private boolean is(int at, int kind) {
    return (KINDS[text.charAt(at)] & kind) != 0;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      if (is(at, SPACE)) {
        at++;
        continue;
      }
      int end = endOfToken(at);
      if (size == words.length) grow();
      starts[size] = at;
      ends[size] = end;
      traits[size] = (byte) (KINDS[text.charAt(at)] & (WORD | CAPITAL));
      hasIdeographs |= is(at, IDEOGRAPH);
      words[size++] = normal(at, end);
      at = end;
    }
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
    ends = Arrays.copyOf(ends, 2 * size);
    traits = Arrays.copyOf(traits, 2 * size);
  }

  private int endOfToken(int start) {
    if (!is(start, PART)) {
      return isApostrophe(text.charAt(start)) && isPossessive(start) ? start + 2 : start + 1;
    }
    int at = start + 1;
    while (at < text.length() && (is(at, PART) || isInside(at))) at++;
    return at;
  }

  /** The marks of "5.1", "50,000" and "isn't". */
  private boolean isInside(int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' || c == ',';
    if ((!stop && !isApostrophe(c)) || at + 1 >= text.length()) return false;
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (stop) return Character.isDigit(before) && Character.isDigit(after);
    return Character.isLetter(before) && Character.isLetter(after) && !isPossessive(at);
  }

  private boolean isPossessive(int at) {
    if (at + 1 >= text.length() || (text.charAt(at + 1) | 0x20) != 's') return false;
    boolean wordBefore = at > 0 && is(at - 1, WORD);
    return wordBefore && (at + 2 >= text.length() || !is(at + 2, WORD));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private String normal(int start, int end) {
    if (end - start == 1) return mark(text.charAt(start));
    String word = text.substring(start, end);
    return isPlain(start, end) ? word : word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static String mark(char c) {
    char plain =
        switch (c) {
          case '\u2013', '\u2011', '\u2010' -> '-';
          case '\u2019', '\u2018' -> '\'';
          case '\u201c', '\u201d' -> '"';
          default -> c;
        };
    return plain < 128 ? SINGLE[plain] : String.valueOf(plain).toLowerCase(Locale.ROOT);
  }

  /** Most words need no change. */
  private boolean isPlain(int start, int end) {
    for (int at = start; at < end; at++) if (!is(at, PLAIN)) return false;
    return true;
  }

  public int size() {
    return size;
  }

  /** The token in lower case, quotes and dashes made plain; empty outside the text. */
  public String word(int index) {
    return index >= 0 && index < size ? words[index] : "";
  }

  /** True when the token is one of {@code words}. */
  public boolean isOneOf(int index, String... words) {
    String word = word(index);
    for (String one : words) if (word.equals(one)) return true;
    return false;
  }

  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }

  /** The text between two tokens, the last one exclusive. */
  public String text(int from, int to) {
    return from < to ? text.substring(starts[from], ends[to - 1]) : "";
  }

  public boolean isCapitalised(int index) {
    return index >= 0 && index < size && (traits[index] & CAPITAL) != 0;
  }

  public boolean isWord(int index) {
    return index >= 0 && index < size && (traits[index] & WORD) != 0;
  }

  /** True when a token of the text is an ideograph. */
  boolean hasIdeographs() {
    return hasIdeographs;
  }

  /** True for a token with a capital inside, or of ideographs, which have no capitals. */
  public boolean isMarked(int index) {
    for (int i = starts[index] + 1; i < ends[index]; i++) {
      if (is(i, CAPITAL)) return true;
    }
    return is(starts[index], IDEOGRAPH);
  }

  /** True when nothing stands between this token and the one before it. */
  public boolean isGlued(int index) {
    return index > 0 && index < size && starts[index] == ends[index - 1];
  }

  /** The first token that starts at or after {@code offset}. */
  public int at(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
