package slipstream.analysis.match;

import java.util.Arrays;

/**
 * Reads a text token by token: a run of letters, a number, an ideograph or a relation sign. Letters
 * and digits that touch are two tokens ({@code R2} is {@code r} and {@code 2}), so that a name
 * reads the same with a hyphen or a space in it. The possessive {@code 's} is skipped.
 */
final class Tokens {
  /** Nothing stands between a token and the one before it. */
  static final int TIGHT = 0;

  static final int HYPHENATED = 1;
  static final int SPACED = 2;

  /** Punctuation that no phrase goes across. */
  static final int BROKEN = 3;

  private final char[] text;
  private final int length;
  private char[] folded = new char[32];
  private int next;

  /** The current token. */
  int start;

  int end;
  int join;
  int hash;
  int size;

  Tokens(String text) {
    this.text = text.toCharArray();
    this.length = this.text.length;
  }

  /** The current token's folded characters; the first {@link #size} are valid. */
  char[] folded() {
    return folded;
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
    size = 0;
    hash = 0;
    int i = from;
    if (kind == Alphabet.LETTER) {
      i = readLetters(from);
    } else if (kind == Alphabet.DIGIT) {
      i = readNumber(from);
    } else {
      add(text[i++]);
    }
    end = i;
    next = i;
    return true;
  }

  private int readLetters(int from) {
    int i = from;
    while (i < length) {
      byte kind = Alphabet.kind(text[i]);
      if (kind == Alphabet.LETTER) add(text[i]);
      else if (kind != Alphabet.INVISIBLE) break;
      i++;
    }
    return i;
  }

  /** A number with its decimals and thousands is one token, so that 5 is not found in 5.1. */
  private int readNumber(int from) {
    int i = from;
    while (i < length) {
      char c = text[i];
      boolean inner = (c == '.' || c == ',') && i + 1 < length && isDigit(text[i + 1]);
      if (!inner && !isDigit(c)) break;
      add(c);
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return Alphabet.kind(c) == Alphabet.DIGIT;
  }

  private void add(char c) {
    char plain = Alphabet.folded(c);
    if (size == folded.length) folded = Arrays.copyOf(folded, 2 * size);
    folded[size++] = plain;
    hash = 31 * hash + plain;
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
