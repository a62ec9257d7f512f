package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WordSet;

/** Whether a day has come, and whether what was done on it brings a product out. */
final class PresentDay {
  private static final WordSet SHOWN = WordLists.of("shown");
  private static final Set<String> NO_RELEASE =
      WordSet.of("unveiling", "showing", "named", "access", "preview");

  private final ReadSentence sentence;
  private final Tokens tokens;

  PresentDay(ReadSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
  }

  /** "Is in cinemas as of today", "put the X online on Tuesday": no plan any more. */
  boolean hasCome(DateExpression date) {
    if (sentence.has(CueKind.PLAN) || sentence.has(CueKind.OLD)) return false;
    if (date.period() instanceof Period.Weekday day) return day.week() == null && isDone(date);
    return date.period() instanceof Period.Relative r && r.unit() == Unit.DAY && r.offset() <= 0;
  }

  /** "Showed the X to investors", "gave partners access": a deed that brings nothing out. */
  boolean bringsNothingOut() {
    if (sentence.has(CueKind.OTHER) || sentence.has(CueKind.UNRELATED)) return true;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (NO_RELEASE.contains(tokens.word(at)) || SHOWN.contains(tokens.word(at))) return true;
    }
    return false;
  }

  /** The last verb before the date is a past one, and no verb of telling. */
  private boolean isDone(DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (sentence.tells(at, 0) || isPresentRelease(at)) return false;
      boolean verb = DateRoleReader.isPast(tokens.word(at)) && !isAttributive(at);
      if (verb && !sentence.isInName(at)) return true;
    }
    return false;
  }

  /** "Its limited release". */
  private boolean isAttributive(int at) {
    return tokens.isOneOf(at - 1, "a", "an", "the", "its", "their", "in", "of");
  }

  /** "Arrives on Friday". */
  private boolean isPresentRelease(int at) {
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.RELEASED)) {
      if (cue.start() == at && isPresent(tokens, at)) return true;
    }
    return false;
  }

  /** "Hits", "becomes", "has a September release"; not "has launched". */
  static boolean isPresent(Tokens tokens, int verb) {
    String word = tokens.word(verb);
    if (word.equals("has")) return tokens.isOneOf(verb + 1, "a", "an", "its");
    return word.equals("are") || (word.endsWith("s") && !word.equals("was"));
  }
}
