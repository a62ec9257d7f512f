package slipstream.analysis.match;

import java.util.Arrays;

/**
 * The tokens of a text: runs of letters, numbers, ideographs and relation signs. Letters and digits
 * that touch are two tokens ({@code B2} is {@code b} and {@code 2}), so that a name reads the same
 * with a hyphen or a space in it. The possessive {@code 's} is none.
 */
final class Tokens {
  /** Nothing stands between a token and the one before it. */
  static final byte TIGHT = 0;

  static final byte HYPHENATED = 1;
  static final byte SPACED = 2;

  /** Punctuation that no phrase goes across. */
  static final byte BROKEN = 3;

  /** An odd number without pattern: 2^64 over the golden ratio. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  /** Most texts have fewer tokens than one in so many characters. */
  private static final int SPARSITY = 4;

  private final char[] text;
  private final int length;
  private int size;
  private int[] starts;
  private int[] ends;
  private byte[] joins;
  private long[] hashes;

  /** End of the last token read, and what was read since. */
  private int end;

  private byte join = BROKEN;

  private Tokens(String text) {
    this.text = text.toCharArray();
    length = this.text.length;
    int capacity = 8 + length / SPARSITY;
    starts = new int[capacity];
    ends = new int[capacity];
    joins = new byte[capacity];
    hashes = new long[capacity];
  }

  static Tokens of(String text) {
    var tokens = new Tokens(text);
    tokens.read();
    return tokens;
  }

  int size() {
    return size;
  }

  /** Offset of a token's first UTF-16 unit, inclusive. */
  int start(int token) {
    return starts[token];
  }

  /** Offset after a token's last UTF-16 unit, exclusive. */
  int end(int token) {
    return ends[token];
  }

  /** What stands before a token. */
  byte join(int token) {
    return joins[token];
  }

  /** A token's identity: 64 bits of its folded characters. */
  long hash(int token) {
    return hashes[token];
  }

  /** Letters are read here and all else elsewhere: the loop over most characters is small. */
  private void read() {
    char[] units = text;
    int from = 0;
    long word = 0;
    for (int i = 0; i < units.length; ) {
      char letter = Alphabet.letter(units[i]);
      if (letter > Alphabet.SKIPPED) {
        word = (word + letter) * FACTOR;
        i++;
      } else if (letter == Alphabet.SKIPPED && word != 0) {
        i++;
      } else {
        if (word != 0) add(from, i, word);
        word = 0;
        from = units[i] == ' ' ? skip(i, Alphabet.SPACE) : readOther(i);
        i = from;
      }
    }
    if (word != 0) add(from, length, word);
  }

  /** Reads a token that is no word, or what is none; gives where the next may begin. */
  private int readOther(int i) {
    byte kind = Alphabet.kind(text[i]);
    return switch (kind) {
      case Alphabet.DIGIT -> readNumber(i);
      case Alphabet.IDEOGRAPH, Alphabet.SIGN -> add(i, i + 1, Alphabet.folded(text[i]) * FACTOR);
      default -> skip(i, kind);
    };
  }

  private int skip(int i, byte kind) {
    if (kind == Alphabet.INVISIBLE) return i + 1;
    if (kind == Alphabet.APOSTROPHE && isPossessive(i)) return i + 2;
    join = (byte) Math.max(join, joinOf(i, kind));
    return i + 1;
  }

  private byte joinOf(int i, byte kind) {
    return switch (kind) {
      case Alphabet.HYPHEN -> HYPHENATED;
      case Alphabet.SPACE, Alphabet.APOSTROPHE -> SPACED;
      case Alphabet.NEWLINE -> i + 1 < length && text[i + 1] == '\n' ? BROKEN : SPACED;
      default -> isInnerStop(i) ? HYPHENATED : BROKEN;
    };
  }

  private boolean isPossessive(int apostrophe) {
    int s = apostrophe + 1;
    return apostrophe == end && s < length && (text[s] == 's' || text[s] == 'S') && !isWord(s + 1);
  }

  /** The stops of {@code A.I.} and {@code deepseek.com}. */
  private boolean isInnerStop(int i) {
    return text[i] == '.' && i == end && i > 0 && isWord(i + 1);
  }

  private boolean isWord(int i) {
    if (i >= length) return false;
    byte kind = Alphabet.kind(text[i]);
    return kind == Alphabet.LETTER || kind == Alphabet.DIGIT;
  }

  /** A number with its decimals and thousands is one token, so that 5 is not found in 5.1. */
  private int readNumber(int from) {
    int i = from;
    long h = 0;
    while (i < length) {
      char c = text[i];
      boolean inner = (c == '.' || c == ',') && i + 1 < length && isDigit(text[i + 1]);
      if (!inner && !isDigit(c)) break;
      h = (h + Alphabet.folded(c)) * FACTOR;
      i++;
    }
    return add(from, i, h);
  }

  private int add(int from, int to, long hash) {
    if (size == starts.length) grow();
    starts[size] = from;
    ends[size] = to;
    joins[size] = join;
    hashes[size++] = mix(hash);
    join = TIGHT;
    end = to;
    return to;
  }

  private void grow() {
    int capacity = 2 * size;
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    joins = Arrays.copyOf(joins, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
  }

  /** The finalizer of MurmurHash3: every bit of the input moves every bit of the hash. */
  static long mix(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }

  private static boolean isDigit(char c) {
    return Alphabet.kind(c) == Alphabet.DIGIT;
  }

  /** Whether a token begins where a word may begin. */
  boolean opensWord(int token) {
    int start = starts[token];
    return start == 0 || !isWord(start) || !isWord(start - 1);
  }

  /** Whether a token ends where a word may end. */
  boolean closesWord(int token) {
    int end = ends[token];
    return end == length || !isWord(end - 1) || !isWord(end);
  }
}
