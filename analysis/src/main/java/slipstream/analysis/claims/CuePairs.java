package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases of a lexicon by their first word and one that may stand second, by their numbers. Of
 * a text's pairs hardly any is one of theirs, and one look tells so.
 */
final class CuePairs {
  private static final CuePhrase[] NONE = {};

  /** By the second word a Bloom filter of the first words: a bit for each, of 64 they share. */
  private final long[] firsts;

  /** The pairs, each at its place or behind it; 0 where none stands. A power of two of them. */
  private final long[] pairs;

  /** By the place of the pair. */
  private final CuePhrase[][] phrases;

  CuePairs(WordNumbers numbers, Iterable<CuePhrase> all) {
    Map<Long, List<CuePhrase>> byPair = new LinkedHashMap<>();
    firsts = new long[numbers.size()];
    for (CuePhrase phrase : all) {
      for (int first : numbers.of(phrase.firstWords())) {
        for (int second : numbers.of(phrase.second().words())) {
          byPair.computeIfAbsent(pair(first, second), added -> new ArrayList<>()).add(phrase);
          firsts[second] |= bit(first);
        }
      }
    }
    pairs = new long[4 * Integer.highestOneBit(byPair.size() + 1)];
    phrases = new CuePhrase[pairs.length][];
    byPair.forEach(this::put);
  }

  private void put(long pair, List<CuePhrase> of) {
    int slot = slot(pair);
    pairs[slot] = pair;
    phrases[slot] = of.toArray(NONE);
  }

  /** In the order of the lexicon. */
  CuePhrase[] of(int first, int second) {
    if ((firsts[second] & bit(first)) == 0) return NONE;
    int slot = slot(pair(first, second));
    return pairs[slot] == 0 ? NONE : phrases[slot];
  }

  /** Where a pair stands, or would. */
  private int slot(long pair) {
    int slot = (int) ((pair * 0x9e3779b97f4a7c15L) >>> 32) & (pairs.length - 1);
    while (pairs[slot] != 0 && pairs[slot] != pair) slot = (slot + 1) & (pairs.length - 1);
    return slot;
  }

  private static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  /** Words of one line have numbers in a row: the golden ratio spreads them. */
  private static long bit(int first) {
    return 1L << ((first * 0x9e3779b9) >>> 26);
  }
}
