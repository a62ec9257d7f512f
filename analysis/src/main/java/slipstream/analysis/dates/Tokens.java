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

  /** Tokens of one ASCII character. */
  private static final String[] SINGLE = new String[128];

  static {
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

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || Character.isWhitespace(c) || c == '\u00a0') {
        at++;
        continue;
      }
      int end = endOfToken(text, at);
      if (size == words.length) grow();
      starts[size] = at;
      ends[size] = end;
      traits[size] = traits(c);
      words[size++] = normal(text, at, end);
      at = end;
    }
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
    ends = Arrays.copyOf(ends, 2 * size);
    traits = Arrays.copyOf(traits, 2 * size);
  }

  private static byte traits(char first) {
    int word = Character.isLetterOrDigit(first) ? WORD : 0;
    return (byte) (Character.isUpperCase(first) ? word | CAPITAL : word);
  }

  private static int endOfToken(String text, int start) {
    char first = text.charAt(start);
    if (isApostrophe(first) && isPossessive(text, start)) return start + 2;
    if (!isWordPart(first) || isIdeograph(first)) return start + 1;
    int at = start + 1;
    while (at < text.length() && continues(text, at)) at++;
    return at;
  }

  private static boolean continues(String text, int at) {
    char c = text.charAt(at);
    if (isIdeograph(c)) return false;
    if (isWordPart(c)) return true;
    if (at + 1 >= text.length()) return false;
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (c == '.' || c == ',') return Character.isDigit(before) && Character.isDigit(after);
    return isApostrophe(c)
        && Character.isLetter(before)
        && Character.isLetter(after)
        && !isPossessive(text, at);
  }

  private static boolean isPossessive(String text, int at) {
    if (at + 1 >= text.length() || (text.charAt(at + 1) | 0x20) != 's') return false;
    boolean wordBefore = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    boolean wordEnds = at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2));
    return wordBefore && wordEnds;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c);
  }

  private static boolean isIdeograph(char c) {
    return c >= '\u2e80' && Character.isIdeographic(c);
  }

  private static String normal(String text, int start, int end) {
    if (end - start == 1) return mark(text.charAt(start));
    String word = text.substring(start, end);
    return isPlain(word) ? word : word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
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
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 128 || (c >= 'A' && c <= 'Z')) return false;
    }
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

  /** True for a token with a capital inside, or in a script without capitals. */
  public boolean isMarked(int index) {
    for (int i = starts[index] + 1; i < ends[index]; i++) {
      if (Character.isUpperCase(text.charAt(i))) return true;
    }
    return Character.isIdeographic(text.charAt(starts[index]));
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
