package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.CueLexicon;
import slipstream.analysis.cues.Cues;
import slipstream.contracts.config.Subject;

/**
 * The cues of watched milestones: what is told of an approval or an entry into force is a release
 * only for those subjects that are watched for it.
 */
final class MilestoneCues {
  private final Map<String, CueLexicon> byWord = CueLexicon.ofMilestones();

  /** Reads sentences as one who waits for the subject's milestone does. */
  UnaryOperator<List<ReadSentence>> readerFor(Subject subject) {
    for (String word : subject.milestone().toLowerCase(Locale.ROOT).split("\\W+", -1)) {
      CueLexicon lexicon = byWord.get(word);
      if (lexicon != null) return all -> all.stream().map(s -> read(lexicon, s)).toList();
    }
    return UnaryOperator.identity();
  }

  private static ReadSentence read(CueLexicon lexicon, ReadSentence sentence) {
    return sentence.withCues(new Cues(() -> cues(lexicon, sentence)));
  }

  private static List<Cue> cues(CueLexicon lexicon, ReadSentence sentence) {
    List<Cue> own =
        lexicon.find(sentence.tokens(), sentence.names(), sentence.from(), sentence.to());
    if (own.isEmpty()) return sentence.cues();
    var cues = new ArrayList<>(sentence.cues());
    cues.removeIf(cue -> own.stream().anyMatch(o -> overlap(o, cue) && isReadBy(o, cue.kind())));
    cues.addAll(own);
    cues.sort(Comparator.comparingInt(Cue::start));
    return cues;
  }

  /** What tells of the milestone tells of no other; an application rejected is no rumour denied. */
  private static boolean isReadBy(Cue own, CueKind kind) {
    boolean refused = own.kind() == CueKind.DELAY && kind == CueKind.DENY;
    return refused || kind == CueKind.OTHER || kind == CueKind.UNRELATED;
  }

  private static boolean overlap(Cue one, Cue other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
