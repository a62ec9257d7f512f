package slipstream.analysis.dates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words, numbers and punctuation marks of a text, with their offsets. A hyphen and a possessive
 * {@code 's} stand alone; a number keeps its decimals; each CJK character is a token.
 */
public final class Tokens {
  /** Tokens of one ASCII character. */
  private static final String[] SINGLE = new String[128];

  static {
    for (int c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = String.valueOf((char) c).toLowerCase(Locale.ROOT);
    }
  }

  private final String text;
  private final List<String> words;
  private final int[] starts;
  private final int[] ends;

  private Tokens(String text, List<String> words, int[] starts, int[] ends) {
    this.text = text;
    this.words = words;
    this.starts = starts;
    this.ends = ends;
  }

  /** Tokens of {@code text}; offsets count in it. */
  public static Tokens of(String text) {
    var words = new ArrayList<String>(text.length() / 5 + 1);
    int[] starts = new int[text.length() / 4 + 8];
    int[] ends = new int[starts.length];
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || Character.isWhitespace(c) || c == '\u00a0') {
        at++;
        continue;
      }
      int end = endOfToken(text, at);
      if (words.size() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      starts[words.size()] = at;
      ends[words.size()] = end;
      words.add(normal(text, at, end));
      at = end;
    }
    return new Tokens(text, words, starts, ends);
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
    return words.size();
  }

  /** The token in lower case, quotes and dashes made plain; empty outside the text. */
  public String word(int index) {
    return index >= 0 && index < words.size() ? words.get(index) : "";
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
    return index >= 0 && index < words.size() && Character.isUpperCase(text.charAt(starts[index]));
  }

  public boolean isWord(int index) {
    return index >= 0
        && index < words.size()
        && Character.isLetterOrDigit(text.charAt(starts[index]));
  }

  /** True when nothing stands between this token and the one before it. */
  public boolean isGlued(int index) {
    return index > 0 && index < words.size() && starts[index] == ends[index - 1];
  }

  /** The first token that starts at or after {@code offset}. */
  public int at(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
