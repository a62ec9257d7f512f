package slipstream.analysis.claims;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.NumberTable;

/**
 * What something may be classified by, named in words, the first for its kind: "before will". A
 * classifier knows it by 64 bits that are reckoned from those of its words, so that no name is
 * spelt out only to be looked up.
 *
 * @param start its name without the last word; null when that is all
 */
record Feature(@Nullable Feature start, Word last, long hash) {
  /**
   * A word of a name, without a space.
   *
   * @param hash of its characters
   */
  record Word(String text, long hash) {
    static Word of(String text) {
      return new Word(text, NumberTable.key(text));
    }
  }

  /** The names of an enum's constants, each hashed once. */
  static final class Constants<E extends Enum<E>> {
    private final Map<E, Word> words;

    Constants(Class<E> type) {
      words = new EnumMap<>(type);
      for (E constant : type.getEnumConstants()) words.put(constant, Word.of(constant.name()));
    }

    Word of(E constant) {
      return Objects.requireNonNull(words.get(constant));
    }
  }

  static final Constants<CueKind> KINDS = new Constants<>(CueKind.class);
  static final Constants<DateRole> ROLES = new Constants<>(DateRole.class);

  /**
   * @param name words with a space between any two
   */
  static Feature of(String name) {
    Feature read = null;
    for (String text : name.split(" ", -1)) {
      Word word = Word.of(text);
      read = read == null ? new Feature(null, word, word.hash()) : read.and(word);
    }
    return Objects.requireNonNull(read);
  }

  /** The feature whose name goes on with a word. */
  Feature and(Word next) {
    return new Feature(this, next, hash * NumberTable.SPREAD + next.hash());
  }

  String name() {
    return start == null ? last.text() : start.name() + " " + last.text();
  }
}
