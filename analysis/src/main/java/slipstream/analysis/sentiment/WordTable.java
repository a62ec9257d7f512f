package slipstream.analysis.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What is known of words without training: their valence by the lexicon, and whether they negate or
 * open a clause. Keyed by hash alone: some 7,000 words in 32 bits do not collide.
 */
final class WordTable {
  static final WordTable ENGLISH = read();

  /** No entry. */
  static final int NONE = -1;

  private static final int NEGATES = 1;
  private static final int OPENS_CLAUSE = 2;
  private static final String NEGATORS =
      "not no never n't without nor neither cannot none hardly barely nothing nobody unlikely denies"
          + " denied deny despite lack lacks lacked fails failed";
  private static final String CLAUSE_OPENERS =
      "but while although though however as after because whereas despite and when since amid that who"
          + " which if before";

  private final int[] keys = new int[1 << 15];
  private final float[] valences = new float[keys.length];
  private final byte[] flags = new byte[keys.length];

  private WordTable() {}

  private static WordTable read() {
    var table = new WordTable();
    InputStream in = WordTable.class.getResourceAsStream("valence.tsv");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        if (tab < 0) continue;
        int slot = table.slotOf(Hashing.word(line.substring(0, tab)));
        table.valences[slot] = Float.parseFloat(line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    table.flag(NEGATORS, NEGATES);
    table.flag(CLAUSE_OPENERS, OPENS_CLAUSE);
    return table;
  }

  private void flag(String words, int flag) {
    for (String word : words.split(" ", -1)) flags[slotOf(Hashing.word(word))] |= (byte) flag;
  }

  /** Where the word stands, or where it would. */
  private int slotOf(int hash) {
    int slot = find(hash);
    keys[slot] = hash;
    return slot;
  }

  private int find(int hash) {
    int mask = keys.length - 1;
    int slot = hash & mask;
    while (keys[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & mask;
    return slot;
  }

  /** Where the word stands in the table; {@link #NONE} for most. */
  int entry(int word) {
    int slot = find(word);
    return keys[slot] == 0 ? NONE : slot;
  }

  /** Mean rating of an entry, -4 to 4; 0 when it is in no list. */
  float valence(int entry) {
    return entry == NONE ? 0 : valences[entry];
  }

  boolean negates(int entry) {
    return entry != NONE && (flags[entry] & NEGATES) != 0;
  }

  boolean opensClause(int entry) {
    return entry != NONE && (flags[entry] & OPENS_CLAUSE) != 0;
  }
}
