package slipstream.analysis.dates;

import static slipstream.analysis.dates.CharacterTable.CAPITAL;
import static slipstream.analysis.dates.CharacterTable.IDEOGRAPH;
import static slipstream.analysis.dates.CharacterTable.INNER;
import static slipstream.analysis.dates.CharacterTable.PART;
import static slipstream.analysis.dates.CharacterTable.PLAIN;
import static slipstream.analysis.dates.CharacterTable.SPACE;
import static slipstream.analysis.dates.CharacterTable.WORD;
import static slipstream.analysis.dates.CharacterTable.isApostrophe;

import java.util.Arrays;
import java.util.Locale;

/** Reads the tokens of one text, most characters looked at once; {@link Tokens} takes them over. */
final class TokenReader {
  /** Tokens of one ASCII character. */
  private static final String[] SINGLE = new String[128];

  static {
    for (int c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = String.valueOf((char) c).toLowerCase(Locale.ROOT);
    }
  }

  private final char[] text;
  String[] words;
  int[] starts;
  int[] ends;

  /** What the first character of each is: {@code WORD} and {@code CAPITAL}. */
  byte[] traits;

  int size;
  boolean hasIdeographs;

  TokenReader(String text) {
    int expected = text.length() / 4 + 8;
    this.text = text.toCharArray();
    words = new String[expected];
    starts = new int[expected];
    ends = new int[expected];
    traits = new byte[expected];
    read();
  }

  private void read() {
    int at = 0;
    while (at < text.length) {
      int kind = CharacterTable.kind(text[at]);
      if ((kind & SPACE) != 0) {
        at++;
        continue;
      }
      if (size == words.length) grow();
      starts[size] = at;
      traits[size] = (byte) (kind & (WORD | CAPITAL));
      hasIdeographs |= (kind & IDEOGRAPH) != 0;
      at = (kind & PART) != 0 ? readWord(at) : readMark(at);
      ends[size++] = at;
    }
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
    ends = Arrays.copyOf(ends, 2 * size);
    traits = Arrays.copyOf(traits, 2 * size);
  }

  private int readWord(int start) {
    char[] text = this.text;
    long letters = 0;
    int all = PLAIN;
    int at = start;
    while (at < text.length) {
      int kind = CharacterTable.kind(text[at]);
      if ((kind & PART) == 0 && ((kind & INNER) == 0 || !isInside(at))) break;
      all &= kind;
      letters = letters << 7 | CharacterTable.lower(kind);
      at++;
    }
    boolean known = all != 0 && at - start <= KnownWords.LONGEST;
    words[size] = known ? KnownWords.word(letters) : normal(start, at);
    return at;
  }

  private String normal(int start, int end) {
    String word = new String(text, start, end - start);
    return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private boolean isInside(int at) {
    if (at + 1 >= text.length) return false;
    char before = text[at - 1];
    char after = text[at + 1];
    if (!isApostrophe(text[at])) return Character.isDigit(before) && Character.isDigit(after);
    return Character.isLetter(before) && Character.isLetter(after) && !isPossessive(at);
  }

  private boolean isPossessive(int at) {
    if (at + 1 >= text.length || (text[at + 1] | 0x20) != 's') return false;
    boolean wordBefore = at > 0 && CharacterTable.is(text[at - 1], WORD);
    return wordBefore && (at + 2 >= text.length || !CharacterTable.is(text[at + 2], WORD));
  }

  private int readMark(int at) {
    boolean possessive = isApostrophe(text[at]) && isPossessive(at);
    words[size] = possessive ? "'s" : mark(text[at]);
    return possessive ? at + 2 : at + 1;
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
}
