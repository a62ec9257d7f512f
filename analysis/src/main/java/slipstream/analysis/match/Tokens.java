package slipstream.analysis.match;

/**
 * Reads a text token by token: a run of letters, a number, an ideograph or a relation sign. Letters
 * and digits that touch are two tokens ({@code B2} is {@code b} and {@code 2}), so that a name
 * reads the same with a hyphen or a space in it. The possessive {@code 's} is skipped.
 */
final class Tokens {
  /** Nothing stands between a token and the one before it. */
  static final int TIGHT = 0;

  static final int HYPHENATED = 1;
  static final int SPACED = 2;

  /** Punctuation that no phrase goes across. */
  static final int BROKEN = 3;

  /** An odd number without pattern: 2^64 over the golden ratio. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final char[] text;
  private final int length;
  private int next;

  /** The current token. */
  int start;

  int end;
  int join;

  /** The current token's identity: 64 bits of its folded characters. */
  long hash;

  Tokens(String text) {
    this.text = text.toCharArray();
    this.length = this.text.length;
  }

  /** Moves to the next token; false at the end. */
  boolean advance() {
    join = start == end ? BROKEN : TIGHT;
    int i = next;
    while (i < length) {
      byte kind = Alphabet.kind(text[i]);
      if (kind >= Alphabet.LETTER && kind <= Alphabet.SIGN) return read(i, kind);
      i = skip(i, kind);
    }
    next = i;
    return false;
  }

  private int skip(int i, byte kind) {
    switch (kind) {
      case Alphabet.INVISIBLE -> {}
      case Alphabet.HYPHEN -> join = Math.max(join, HYPHENATED);
      case Alphabet.SPACE -> join = Math.max(join, SPACED);
      case Alphabet.NEWLINE -> {
        boolean blankLine = i + 1 < length && text[i + 1] == '\n';
        join = Math.max(join, blankLine ? BROKEN : SPACED);
      }
      case Alphabet.APOSTROPHE -> {
        if (isPossessive(i)) return i + 2;
        join = Math.max(join, SPACED);
      }
      default -> join = Math.max(join, isInnerStop(i) ? HYPHENATED : BROKEN);
    }
    return i + 1;
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

  private boolean read(int from, byte kind) {
    start = from;
    switch (kind) {
      case Alphabet.LETTER -> readLetters(from);
      case Alphabet.DIGIT -> readNumber(from);
      default -> {
        hash = mix(Alphabet.folded(text[from]) * FACTOR);
        end = from + 1;
      }
    }
    next = end;
    return true;
  }

  private void readLetters(int from) {
    int i = from;
    long h = 0;
    for (char letter; i < length && (letter = Alphabet.letter(text[i])) != 0; i++) {
      if (letter != Alphabet.SKIPPED) h = (h + letter) * FACTOR;
    }
    hash = mix(h);
    end = i;
  }

  /** A number with its decimals and thousands is one token, so that 5 is not found in 5.1. */
  private void readNumber(int from) {
    int i = from;
    long h = 0;
    while (i < length) {
      char c = text[i];
      boolean inner = (c == '.' || c == ',') && i + 1 < length && isDigit(text[i + 1]);
      if (!inner && !isDigit(c)) break;
      h = (h + Alphabet.folded(c)) * FACTOR;
      i++;
    }
    hash = mix(h);
    end = i;
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

  /** Whether the current token begins where a word may begin. */
  boolean opensWord() {
    return start == 0 || !isWord(start) || !isWord(start - 1);
  }

  /** Whether the current token ends where a word may end. */
  boolean closesWord() {
    return end == length || !isWord(end - 1) || !isWord(end);
  }
}
