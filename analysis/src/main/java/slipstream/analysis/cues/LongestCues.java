package slipstream.analysis.cues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The longest cue of each kind at each place of a sentence. */
final class LongestCues {
  private final CuePhrases phrases;
  private final NumberedWords words;
  private final List<Reading> readings = new ArrayList<>();

  LongestCues(CuePhrases phrases, NumberedWords words) {
    this.phrases = phrases;
    this.words = words;
  }

  /** Reads a phrase where it may begin. */
  void compare(int phrase, int start) {
    int end = phrases.match(phrase, words, start);
    if (end > start && end <= words.to()) {
      readings.add(new Reading(phrases.pattern(phrase), phrase, start, end));
    }
  }

  /** In order of place, those at one place in the order of the kinds. */
  List<Cue> cues() {
    if (readings.size() > 1) readings.sort(Reading.ORDER);
    var cues = new ArrayList<Cue>(readings.size());
    Reading last = null;
    for (Reading reading : readings) {
      if (last == null || !reading.isBeside(last)) {
        cues.add(new Cue(reading.kind(), reading.start(), reading.end(), reading.pattern().line()));
      }
      last = reading;
    }
    return cues;
  }

  /** A phrase that stands in the sentence. */
  private record Reading(CuePattern pattern, int phrase, int start, int end) {
    /** By place and kind; the longest first, and of two that read the same words the first line. */
    private static final Comparator<Reading> ORDER =
        Comparator.comparingInt(Reading::start)
            .thenComparing(Reading::kind)
            .thenComparing(Comparator.comparingInt(Reading::end).reversed())
            .thenComparingInt(Reading::phrase);

    CueKind kind() {
      return pattern.kind();
    }

    boolean isBeside(Reading other) {
      return start == other.start && kind() == other.kind();
    }
  }
}
