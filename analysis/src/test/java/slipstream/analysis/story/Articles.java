package slipstream.analysis.story;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Made-up articles, and what other outlets make of them. */
final class Articles {
  private static final int VOCABULARY = 4000;

  private Articles() {}

  /** Paragraphs of 40 to 79 made-up words until the length is reached. */
  static List<String> article(Random random, int words) {
    var paragraphs = new ArrayList<String>();
    for (int left = words; left > 0; ) {
      int length = Math.min(left, 40 + random.nextInt(40));
      paragraphs.add(words(random, length));
      left -= length;
    }
    return paragraphs;
  }

  static String words(Random random, int count) {
    var words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      // Squared, so that some words are frequent as in a real text.
      double rank = random.nextDouble() * random.nextDouble();
      words.append("word").append((int) (rank * VOCABULARY)).append(i % 12 == 11 ? ". " : " ");
    }
    return words.toString().strip();
  }

  static String text(List<String> paragraphs) {
    return String.join("\n\n", paragraphs);
  }

  static List<String> reordered(List<String> paragraphs, Random random) {
    var shuffled = new ArrayList<>(paragraphs);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** The share of the 5-shingles of the shorter text that the other holds, by their words. */
  static double containment(String a, String b) {
    var shinglesA = shingles(a);
    var shinglesB = shingles(b);
    var common = new HashSet<>(shinglesA);
    common.retainAll(shinglesB);
    return (double) common.size() / Math.min(shinglesA.size(), shinglesB.size());
  }

  /** Replaces as many words, here and there, as leave at least {@code share} of the shingles. */
  static String editedDownTo(String text, double share, Random random) {
    var places = IntStream.range(0, text.split(" ").length).boxed().collect(toList());
    Collections.shuffle(places, random);
    int enough = 0;
    for (int step = Integer.highestOneBit(places.size()); step > 0; step /= 2) {
      int more = enough + step;
      if (more > places.size()) continue;
      if (containment(text, edited(text, places.subList(0, more))) >= share) enough = more;
    }
    return edited(text, places.subList(0, enough));
  }

  private static String edited(String text, List<Integer> places) {
    var words = text.split(" ");
    for (int place : places) words[place] = "edit" + place;
    return String.join(" ", words);
  }

  private static Set<String> shingles(String text) {
    var shingles = new HashSet<String>();
    for (String paragraph : text.toLowerCase(Locale.ROOT).lines().toList()) {
      var words = paragraph.split("\\W+");
      for (int i = 0; i + 5 <= words.length; i++) {
        shingles.add(String.join(" ", List.of(words).subList(i, i + 5)));
      }
    }
    return shingles;
  }
}
