package slipstream.analysis.claims;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WordSet;

/** The words by which a sentence says that the subject is out. */
final class PastRelease {
  private static final Set<String> MENTIONS =
      WordSet.ofLine(
          "entry listing reference references mention mentions string strings code page image"
              + " picture photo photos render renders benchmark benchmarks filing trace traces");

  /** Words behind a release within which its object begins. */
  private static final int OBJECT = 3;

  /** Words of a count that opens a sentence: "five months after". */
  private static final int COUNT = 5;

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;

  PastRelease(Statement statement) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
  }

  /** A past release verb that has the subject as its subject or object. */
  @Nullable Cue cue() {
    for (Cue cue : sentence.cues(CueKind.RELEASED)) {
      if (!scope.isOwn(cue) || Negation.isBefore(sentence, cue)) continue;
      if (scope.isOtherMilestone(cue.start())) continue;
      if (scope.isFuture(cue) || !scope.touches(cue) || isLongAgo()) continue;
      if (scope.isOfOther(cue.end(), cue.end() + OBJECT)) continue; // "issued the flight licence"
      if (isAwaited(cue) || isBefore(cue) || isOfATeller(cue) || isOfAMention(cue)) continue;
      if (isOpeningOfAnEvent(cue)) continue;
      return cue;
    }
    return null;
  }

  /** "A retailer put X on its site for a few minutes": who lets slip a date sells nothing. */
  private boolean isOfATeller(Cue cue) {
    return sentence.cues(CueKind.RUMOUR).stream()
        .anyMatch(teller -> teller.start() < cue.start() && teller.end() > cue.start());
  }

  /** "A menu entry for X turned up in the app": what speaks of the product. */
  private boolean isOfAMention(Cue cue) {
    for (Name name : sentence.names()) {
      boolean of = tokens.isOneOf(name.start() - 1, "for", "of", "to");
      boolean mention = MENTIONS.contains(tokens.word(name.start() - 2));
      if (name.end() == cue.start() && of && mention) return true;
    }
    return false;
  }

  /** "Signed for 300 X as Airshow China opened on Tuesday". */
  private boolean isOpeningOfAnEvent(Cue cue) {
    int name = cue.start() - 1;
    return tokens.isOneOf(cue.start(), "opened", "opens")
        && tokens.isOneOf(cue.start() + 1, "on", "in", "at", "today", "yesterday", "this", "last")
        && tokens.isCapitalised(name)
        && !scope.isOfName(name)
        && name > sentence.from();
  }

  /** "Five months after the saloon reached its owners, the maker": what only leads in. */
  private boolean isBefore(Cue cue) {
    int comma = sentence.commaFrom(cue.end());
    return comma < sentence.to()
        && sentence.opensWithAfter(comma)
        && isLongBefore(comma)
        && !sentence.contains(sentence.from(), cue.start(), ",");
  }

  /** "Five months after": not "hours after it was released on Monday". */
  private boolean isLongBefore(int comma) {
    for (DateExpression date : sentence.dates()) {
      boolean shift = date.period() instanceof Period.Shift;
      if (!shift && date.end() <= comma) return false;
    }
    for (int at = sentence.from(); at < sentence.from() + COUNT; at++) {
      if (tokens.isOneOf(at, "week", "weeks", "month", "months", "year", "years")) return true;
    }
    return false;
  }

  /** "Is released when it is ready". */
  private boolean isAwaited(Cue cue) {
    boolean present =
        tokens.isOneOf(cue.start(), "is", "are")
            || tokens.isOneOf(cue.start() - 1, "is", "are", "be");
    for (int at = cue.start(); at <= cue.end() && present; at++) {
      if (tokens.isOneOf(at, "when", "once", "if")) return true;
    }
    return false;
  }

  /** "Flew twice last year": background. */
  private boolean isLongAgo() {
    for (DateExpression date : sentence.dates()) {
      if (date.period() instanceof Period.Relative r && r.offset() < 0 && r.unit() == Unit.YEAR) {
        return true;
      }
    }
    return false;
  }
}
