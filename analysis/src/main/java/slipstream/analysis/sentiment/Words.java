package slipstream.analysis.sentiment;

import java.util.Arrays;

/**
 * The words of one sentence as hashes, with what a reader sees in each: its valence, the clause it
 * stands in, whether it is negated. The target is one word, whatever it reads.
 */
final class Words {
  /** Longer sentences are mostly tables: what follows is not read. */
  private static final int LIMIT = 400;

  /** Words after a negation that it turns round. */
  private static final int NEGATION_REACH = 4;

  /** What is left of a negated word's valence: the constant of VADER. */
  private static final float NEGATED = -0.74f;

  private static final int TARGET = Hashing.word("<target>");
  private static final int NUMBER = Hashing.word("#");
  private static final int NOT = Hashing.word("n't");
  private static final int BUT = Hashing.word("but");
  private static final int HOWEVER = Hashing.word("however");
  private static final int STEM = 5;
  private static final String CLAUSE_MARKS = ",;:-–—()\"";

  private final char[] text;
  int[] hash = new int[64];
  int[] stem = new int[64];
  int[] clause = new int[64];
  float[] valence = new float[64];
  boolean[] negated = new boolean[64];
  boolean[] mark = new boolean[64];
  int size;

  /** The target's place; -1 when there is none. */
  int target = -1;

  /** The last "but" or "however"; -1 when there is none. */
  int turn = -1;

  int capitals;
  boolean quotes;
  boolean exclaims;
  boolean asks;
  private int clauses;
  private int negation;

  Words(String sentence, int start, int end) {
    text = sentence.toCharArray();
    int i = 0;
    while (i < text.length && size < LIMIT) {
      if (target < 0 && start >= 0 && i >= start) {
        target = size;
        add(TARGET, TARGET, false);
        i = Math.max(i + 1, end);
      } else {
        i = read(i, target < 0 && start > i ? Math.min(start, text.length) : text.length);
      }
    }
  }

  /** Reads one word, at most to {@code limit}; gives where the next begins. */
  private int read(int from, int limit) {
    char c = text[from];
    if (Letters.lower(c) != 0) return readLetters(from, limit);
    if (Character.isDigit(c)) return readNumber(from, limit);
    if (!Character.isWhitespace(c)) addMark(c);
    return from + 1;
  }

  private int readLetters(int from, int limit) {
    int h = Hashing.EMPTY;
    int start = Hashing.EMPTY;
    int i = from;
    for (char letter; i < limit && (letter = Letters.lower(text[i])) != 0; i++) {
      h = Hashing.with(h, letter);
      if (i - from < STEM) start = h;
    }
    if (isNegation(from, i, limit)) {
      add(Hashing.word(String.valueOf(text, from, i - 1 - from)), Hashing.mix(start), false);
      add(NOT, NOT, false);
      return i + 2;
    }
    if (size > 0 && Character.isUpperCase(text[from])) capitals++;
    add(Hashing.mix(h), Hashing.mix(start), false);
    return i;
  }

  /** Whether the letters are those of "isn" in "isn't". */
  private boolean isNegation(int from, int to, int limit) {
    if (to - from < 3 || to + 1 >= limit || text[to - 1] != 'n') return false;
    char c = text[to];
    return (c == '\'' || c == '’') && text[to + 1] == 't';
  }

  private int readNumber(int from, int limit) {
    int i = from + 1;
    while (i < limit && (isDigit(i) || isInnerStop(i, limit))) i++;
    add(NUMBER, NUMBER, false);
    return i;
  }

  private boolean isDigit(int i) {
    return Character.isDigit(text[i]);
  }

  private boolean isInnerStop(int i, int limit) {
    return (text[i] == '.' || text[i] == ',') && i + 1 < limit && isDigit(i + 1);
  }

  private void addMark(char c) {
    char plain = c == '’' || c == '‘' ? '\'' : c == '“' || c == '”' ? '"' : c;
    quotes |= plain == '"';
    exclaims |= plain == '!';
    asks |= plain == '?';
    if (CLAUSE_MARKS.indexOf(plain) >= 0) clauses++;
    if (plain != '\'') negation = 0;
    int h = Hashing.mix(Hashing.with(Hashing.EMPTY, plain));
    add(h, h, true);
  }

  private void add(int word, int start, boolean isMark) {
    if (size == hash.length) grow();
    int known = isMark ? WordTable.NONE : WordTable.ENGLISH.entry(word);
    boolean negates = WordTable.ENGLISH.negates(known);
    if (WordTable.ENGLISH.opensClause(known)) clauses++;
    if (word == BUT || word == HOWEVER) turn = size;
    hash[size] = word;
    stem[size] = start;
    clause[size] = clauses;
    mark[size] = isMark;
    negated[size] = negation > 0;
    float rating = WordTable.ENGLISH.valence(known);
    valence[size] = negation > 0 && !negates ? NEGATED * rating : rating;
    negation = negates ? NEGATION_REACH : Math.max(0, negation - 1);
    size++;
  }

  private void grow() {
    int capacity = 2 * size;
    hash = Arrays.copyOf(hash, capacity);
    stem = Arrays.copyOf(stem, capacity);
    clause = Arrays.copyOf(clause, capacity);
    valence = Arrays.copyOf(valence, capacity);
    negated = Arrays.copyOf(negated, capacity);
    mark = Arrays.copyOf(mark, capacity);
  }
}
