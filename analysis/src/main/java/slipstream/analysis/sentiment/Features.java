package slipstream.analysis.sentiment;

import java.util.Arrays;

/**
 * What the linear model sees of a sentence: hashed features in groups, each group weighed by the
 * number of its members, and a few sums of lexicon valence. Shared by the model and its trainer.
 */
public final class Features {
  /** Number of sums, those with a target first, then those without. */
  public static final int SUMS = 23;

  private static final int WITHOUT_TARGET = 14;

  /** How many words away from the target a word counts by its distance. */
  private static final int NEAR = 9;

  private static final int CLOSE = 4;

  private final Words words;
  private final int target;
  private int[] hashed = new int[512];
  private int size;
  private final int[] groupEnds = new int[8];
  private int groups;
  private final float[] sums = new float[SUMS];

  private Features(Words words) {
    this.words = words;
    this.target = words.target;
  }

  /**
   * The features of a sentence towards its target.
   *
   * @param start offset of the target; negative = none
   * @param end offset after the target
   */
  public static Features of(String sentence, int start, int end) {
    var features = new Features(new Words(sentence, start, end));
    features.addSentence();
    if (features.target >= 0) features.addTarget();
    features.addSums();
    return features;
  }

  /** Hashes of all groups, one group after the other. */
  public int[] hashed() {
    return hashed;
  }

  /** Number of groups. */
  public int groups() {
    return groups;
  }

  /** Where a group ends in {@link #hashed()}. */
  public int groupEnd(int group) {
    return groupEnds[group];
  }

  /** What one of {@code size} features of a group adds: a long sentence says no more. */
  public static float worth(int size) {
    return 2 / (float) Math.sqrt(Math.max(1, size));
  }

  /** Sums of valence and a few traits of the sentence, each in [-1, 1]. */
  public float[] sums() {
    return sums;
  }

  private void addSentence() {
    for (int i = 0; i < words.size; i++) {
      if (i == target) continue;
      add(words.hash[i], words.negated[i] ? 2 : 1);
      add(words.stem[i], 3);
      if (words.valence[i] != 0) addPolarity(i);
    }
    endGroup();
    for (int i = 0; i + 1 < words.size; i++) {
      int first = words.hash[i];
      addPair(4, first, words.hash[i + 1]);
      if (i + 2 == words.size) continue;
      addPair(5, first, words.hash[i + 2]);
      add(Hashing.triple(first, words.hash[i + 1], words.hash[i + 2]), 6);
    }
    endGroup();
  }

  private void addPolarity(int i) {
    float value = words.valence[i];
    int polarity = value > 1.5 ? 4 : value > 0 ? 3 : value > -1.5 ? 2 : 1;
    add(polarity, 7);
    if (target < 0) return;
    int side = i < target ? 10 : 20;
    add(polarity, 100 + side + distance(i - target));
    if (words.clause[i] == words.clause[target]) add(polarity, 130 + side);
  }

  private void addTarget() {
    for (int i = 0; i < words.size; i++) {
      if (i == target) continue;
      int side = i < target ? 10 : 20;
      int away = Math.abs(i - target);
      add(words.hash[i], (words.negated[i] ? 200 : 240) + side);
      if (away <= NEAR) add(words.hash[i], 300 + side + distance(away));
      if (away <= CLOSE) add(words.stem[i], 340 + side);
    }
    endGroup();
    addClause();
    addNeighbourhood();
    addShape();
  }

  private void addClause() {
    int own = words.clause[target];
    for (int i = 0; i < words.size; i++) {
      if (i == target || words.clause[i] != own) continue;
      add(words.hash[i], words.negated[i] ? 401 : 400);
      add(words.stem[i], 402);
      if (i + 1 < words.size && words.clause[i + 1] == own) {
        addPair(403, words.hash[i], words.hash[i + 1]);
      }
    }
    endGroup();
  }

  private void addNeighbourhood() {
    int last = Math.min(words.size - 1, target + 8);
    for (int i = Math.max(0, target - 6); i < last; i++) {
      addPair(i < target ? 404 : 405, words.hash[i], words.hash[i + 1]);
      if (i + 2 < words.size && Math.abs(i - target) <= CLOSE) {
        add(Hashing.triple(words.hash[i], words.hash[i + 1], words.hash[i + 2]), 406);
      }
    }
    endGroup();
  }

  private void addShape() {
    add(distance(target), 500);
    add(distance(words.size - target), 501);
    add(distance(words.size / 5), 502);
    add(words.clause[target], 503);
    add(distance(words.capitals), 504);
    add(words.quotes ? 1 : 0, 505);
    endGroup();
  }

  /** 1, 2, 3, up to 5, up to 9, more. */
  private static int distance(int words) {
    int away = Math.abs(words);
    return away <= 1 ? 1 : away <= 3 ? away : away <= 5 ? 4 : away <= NEAR ? 5 : 6;
  }

  private void addPair(int kind, int first, int second) {
    add(Hashing.pair(first, second), kind);
  }

  private void add(int hash, int kind) {
    if (size == hashed.length) hashed = Arrays.copyOf(hashed, 2 * size);
    hashed[size++] = Hashing.pair(hash, kind);
  }

  private void endGroup() {
    groupEnds[groups++] = size;
  }

  private void addSums() {
    float[] valences = new ValenceSums(words).values();
    int from = target >= 0 ? 0 : WITHOUT_TARGET;
    System.arraycopy(valences, 0, sums, from, valences.length);
    int next = from + valences.length;
    sums[next] = 1;
    if (target >= 0) return;
    sums[next + 1] = words.exclaims ? 0.5f : 0;
    sums[next + 2] = words.asks ? 0.5f : 0;
  }
}
