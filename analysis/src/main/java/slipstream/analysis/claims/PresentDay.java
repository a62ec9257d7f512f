package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
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

  private static final Set<String> PLACED =
      WordSet.of("put", "pushed", "uploaded", "posted", "placed", "unlocked", "switched");
  private static final Set<String> PUBLIC =
      WordSet.ofLine(
          "sale app apps site store stores servers hub hubs web website platform services shelves"
              + " market phones");

  /** Words from a preposition to the place it names: "on the public hubs". */
  private static final int PLACE = 3;

  private static final CueKind[] MOVED = {
    CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.ACCELERATE, CueKind.CANCEL
  };

  /** Tokens from a date that opens a clause to its verb. */
  private static final int REACH = 10;

  private final ReadSentence sentence;
  private final Tokens tokens;

  PresentDay(ReadSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
  }

  /** "Is in cinemas as of today", "put the X online on Tuesday": no plan any more. */
  boolean hasCome(DateExpression date) {
    if (!isDay(date) || isMoved() || hasPlan(date)) return false;
    return date.period() instanceof Period.Relative || isDayOfDeed(date);
  }

  /** "Put X on its site on Monday", "switched on the X yesterday": the maker made it public. */
  boolean isOfPlacing(DateExpression date) {
    return isDay(date) && !isMoved() && !hasPlan(date) && isPlaced();
  }

  /** "Monday", "today", "yesterday". */
  static boolean isDay(DateExpression date) {
    if (date.period() instanceof Period.Weekday day) return day.week() == null;
    return date.period() instanceof Period.Relative r && r.unit() == Unit.DAY && r.offset() <= 0;
  }

  private boolean isPlaced() {
    for (Name name : sentence.names()) {
      int verb = name.start() - 1;
      if (tokens.isOneOf(verb, "the", "its", "a", "on")) verb--;
      boolean placed = PLACED.contains(tokens.word(verb));
      boolean on = tokens.word(name.start() - 1).equals("on");
      placed &= on == tokens.word(verb).equals("switched");
      if (!name.watched().isEmpty() && placed && isPlace(name.end())) return true;
    }
    return false;
  }

  /** "Put X online", "pushed X to its servers", "put X on Fooface": not "put X to the test". */
  private boolean isPlace(int at) {
    if (!tokens.isWord(at) || tokens.isOneOf(at, "yesterday", "today", "overnight")) return true;
    if (tokens.isOneOf(at, "online", "live")) return true;
    if (!tokens.isOneOf(at, "on", "onto", "to")) return false;
    for (int place = at + 1; place <= at + PLACE; place++) {
      if (PUBLIC.contains(tokens.word(place)) || tokens.isCapitalised(place)) return true;
      if (!tokens.isWord(place)) return false;
    }
    return false;
  }

  /** "Today we have decided to move it": the day of the move; not "are switching it on". */
  private boolean isMoved() {
    for (Cue moved : sentence.cues(MOVED)) {
      boolean released = false;
      for (Cue cue : sentence.cues(CueKind.RELEASE)) released |= cue.start() == moved.start();
      if (!released) return true;
    }
    return false;
  }

  /** A plan in the date's own clause: "went up on Tuesday; a video model is to follow". */
  private boolean hasPlan(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.OLD)) {
      if (isInClause(cue, date)) return true;
    }
    return false;
  }

  private boolean isInClause(Cue cue, DateExpression date) {
    int to = Math.max(cue.start(), date.start());
    for (int at = Math.min(cue.end(), date.end()); at < to; at++) {
      if (sentence.isBreak(at)) return false;
    }
    return true;
  }

  /** "Showed the X to investors", "gave partners access": a deed that brings nothing out. */
  boolean bringsNothingOut(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.OTHER, CueKind.UNRELATED)) {
      if (cue.start() < date.end() && isInClause(cue, date)) return true;
    }
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (NO_RELEASE.contains(tokens.word(at)) || SHOWN.contains(tokens.word(at))) return true;
    }
    return false;
  }

  /** The last verb before the date is a past one, and no verb of telling. */
  boolean isDayOfDeed(DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (sentence.tells(at, 0) || isPresentRelease(at) || isModal(at)) return false;
      if (isPastVerb(at)) return true;
    }
    return opensClause(date);
  }

  private boolean isModal(int at) {
    return tokens.isOneOf(at, "will", "'ll", "would", "can", "could", "may", "might", "should");
  }

  private boolean isPastVerb(int at) {
    boolean verb = DateRoleReader.isPast(tokens.word(at)) && !isAttributive(at);
    return verb && !sentence.isInName(at);
  }

  /** "Late on Tuesday the maker pushed it to its site": the first verb behind is a past one. */
  private boolean opensClause(DateExpression date) {
    int last = Math.min(sentence.to(), date.end() + REACH);
    for (int at = date.end(); at < last && !sentence.isBreak(at); at++) {
      if (sentence.tells(at, 0) || isPresentRelease(at)) return false;
      if (isPastVerb(at)) return true;
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
