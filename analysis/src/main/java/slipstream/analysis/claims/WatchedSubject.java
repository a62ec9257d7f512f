package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import slipstream.contracts.config.Subject;

/**
 * A watched subject, made ready to be read of.
 *
 * @param own words for its maker, in lower case
 * @param finder of the sentences that speak of it
 * @param reader how one who waits for its milestone reads sentences
 */
record WatchedSubject(
    Subject subject,
    Set<String> own,
    SubjectFinder finder,
    UnaryOperator<List<ReadSentence>> reader) {
  static WatchedSubject of(Subject subject, MilestoneCues milestones) {
    Set<String> own = SubjectWords.of(subject);
    var finder = new SubjectFinder(subject.id(), own);
    return new WatchedSubject(subject, own, finder, milestones.readerFor(subject));
  }

  boolean isUnveiling() {
    return Milestones.isUnveiling(subject);
  }
}
