package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The longest cue of each kind at one place of a sentence after the other. */
final class LongestCues {
  private final CuePhrases phrases;
  private final NumberedWords words;
  private final int to;
  private final List<Reading> longest = new ArrayList<>();

  private record Reading(CuePattern pattern, int phrase, int end) {
    CueKind kind() {
      return pattern.kind();
    }

    /** Of two phrases that read the same words the first counts. */
    boolean isBetterThan(Reading other) {
      return end > other.end || (end == other.end && phrase < other.phrase);
    }
  }

  /**
   * @param to the end of the sentence
   */
  LongestCues(CuePhrases phrases, NumberedWords words, int to) {
    this.phrases = phrases;
    this.words = words;
    this.to = to;
  }

  /** Reads a phrase that may begin at {@code at}. */
  void compare(int phrase, int at) {
    int end = phrases.match(phrase, words, at);
    if (end > at && end <= to) keep(new Reading(phrases.pattern(phrase), phrase, end));
  }

  private void keep(Reading reading) {
    for (int i = 0; i < longest.size(); i++) {
      Reading other = longest.get(i);
      if (other.kind() != reading.kind()) continue;
      if (reading.isBetterThan(other)) longest.set(i, reading);
      return;
    }
    longest.add(reading);
  }

  /** Gives what was read at a place, in the order of the kinds, and begins anew. */
  void moveTo(List<Cue> found, int at) {
    if (longest.size() > 1) longest.sort(Comparator.comparing(Reading::kind));
    for (Reading reading : longest) {
      found.add(new Cue(reading.kind(), at, reading.end(), reading.pattern().line()));
    }
    longest.clear();
  }
}
