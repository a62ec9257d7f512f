package slipstream.analysis.dates;

/**
 * The words, numbers and punctuation marks of a text, with their offsets. A hyphen and a possessive
 * {@code 's} stand alone; a number keeps its decimals; each CJK character is a token.
 */
public final class Tokens {
  private final String text;
  private final String[] words;
  private final int[] starts;
  private final int[] ends;
  private final byte[] traits;
  private final int size;
  private final boolean hasIdeographs;

  private Tokens(String text, TokenReader read) {
    this.text = text;
    words = read.words;
    starts = read.starts;
    ends = read.ends;
    traits = read.traits;
    size = read.size;
    hasIdeographs = read.hasIdeographs;
  }

  /** Tokens of {@code text}; offsets count in it. */
  public static Tokens of(String text) {
    return new Tokens(text, new TokenReader(text));
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
    return index >= 0 && index < size && (traits[index] & CharacterTable.CAPITAL) != 0;
  }

  public boolean isWord(int index) {
    return index >= 0 && index < size && (traits[index] & CharacterTable.WORD) != 0;
  }

  /** True when a token of the text is an ideograph. */
  boolean hasIdeographs() {
    return hasIdeographs;
  }

  /** True for a token with a capital inside, or of ideographs, which have no capitals. */
  public boolean isMarked(int index) {
    for (int i = starts[index] + 1; i < ends[index]; i++) {
      if (CharacterTable.is(text.charAt(i), CharacterTable.CAPITAL)) return true;
    }
    return CharacterTable.is(text.charAt(starts[index]), CharacterTable.IDEOGRAPH);
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
