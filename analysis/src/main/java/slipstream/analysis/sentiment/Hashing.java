package slipstream.analysis.sentiment;

import java.util.Locale;

/** Hashes of words and of what is made of them; part of the model: a change asks for training. */
final class Hashing {
  /** The offset basis of 32-bit FNV-1a. */
  static final int EMPTY = 0x811c9dc5;

  private Hashing() {}

  /** FNV-1a: the hash of a word with one more character. */
  static int with(int hash, char c) {
    return (hash ^ c) * 0x01000193;
  }

  static int word(String word) {
    int hash = EMPTY;
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) hash = with(hash, lower.charAt(i));
    return mix(hash);
  }

  /** The finalizer of MurmurHash3. */
  static int mix(int hash) {
    int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  static int pair(int first, int second) {
    return mix(first * 0x9e3779b9 + second);
  }

  static int triple(int first, int second, int third) {
    return mix((first * 0x9e3779b9 + second) * 0x85ebca6b + third);
  }
}
