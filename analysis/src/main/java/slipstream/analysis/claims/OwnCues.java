package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * The cues of a sentence that count: those that speak of the subject, are not negated, and tell of
 * the article's present.
 */
final class OwnCues {
  private static final Set<String> COUNTED =
      WordSet.of("day", "days", "week", "weeks", "month", "months", "year", "years");

  private static final Set<String> PRESENTS = Set.of("will", "won't", "is", "are", "has", "have");

  /** Words from "he" or "who" to what is denied of him. */
  private static final int SUBJECT = 3;

  private static final Pattern DENYING =
      Pattern.compile("(contradict|den(y|i)|disput|refut|dismiss)\\w*");

  /** Words from what opens a clause to its verb. */
  private static final int NEAR = 4;

  /** Words behind a deed within which its year is told. */
  private static final int DEED = 5;

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;
  private final List<RuledDate> dates;

  OwnCues(Statement statement) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
    this.dates = statement.dates();
  }

  /** The first that counts of some kinds. */
  @Nullable Cue first(CueKind... kinds) {
    for (Cue cue : sentence.cues(kinds)) {
      if (tokens.word(cue.start() - 1).equals("whose")) continue; // "whose scrubbed mission"
      if (Negation.isBefore(sentence, cue) || isOfAnotherDenial(cue) || isDoneToAStep(cue))
        continue;
      if (isHistory(cue) || isOfAPastYear(cue) || isOfALimit(cue)) continue;
      if (isDistanceOfAnother(cue) || isOfAnotherStep(cue)) continue;
      if (scope.isOwn(cue)) return cue; // which costs most
    }
    return null;
  }

  private boolean isOfAnotherStep(Cue cue) {
    return scope.isOtherMilestone(cue.start()) && !scope.hasAsObject(cue);
  }

  /**
   * "Crunching over Christmas was never an option", "he has been wrong before", "nothing has
   * contradicted it": what is denied is no date, or not denied.
   */
  private boolean isOfAnotherDenial(Cue cue) {
    if (cue.kind() != CueKind.DENY) return false;
    int first = cue.start();
    while (first > sentence.from() && !isClauseStart(first)) first--;
    boolean denies = DENYING.matcher(tokens.word(cue.start())).matches();
    if (denies && tokens.isOneOf(first, "nothing", "nobody", "none")) return true;
    if (!denies && isOfAnEarlierCase(cue.end())) return true;
    boolean predicate = tokens.isOneOf(cue.start(), "is", "was", "are", "were", "been", "being");
    if (!predicate) return false;
    boolean verb = tokens.isOneOf(cue.end() - 2, "and", "to"); // "are finished and lie in a safe"
    if (verb && tokens.word(cue.end() - 1).equals("lie")) return true;
    boolean doing = tokens.word(first).endsWith("ing") && first < cue.start();
    return doing || (tokens.isOneOf(first, "he", "she", "who") && cue.start() - first <= SUBJECT);
  }

  /** "Such listings have been wrong before", "was wrong last time". */
  private boolean isOfAnEarlierCase(int end) {
    if (tokens.word(end).equals("last")) return tokens.word(end + 1).equals("time");
    return tokens.word(end).equals("before") && !tokens.isWord(end + 1);
  }

  private boolean isClauseStart(int at) {
    boolean joined = tokens.isOneOf(at - 1, ",", "and", "but", "that", "'", "\"");
    return joined || sentence.isBreak(at - 1);
  }

  /** "Not earlier than May", "arrives early next year": the words of a date. */
  private boolean isOfALimit(Cue cue) {
    if (cue.kind() != CueKind.ACCELERATE) return false;
    for (DateExpression date : sentence.dates()) {
      if (date.start() >= cue.start() && OldDates.isAheadOf(sentence, date)) return true;
    }
    for (DateExpression date : sentence.dates()) {
      boolean within = date.start() <= cue.start() && cue.end() <= date.core();
      boolean into = cue.start() < date.core() && cue.end() > date.core();
      if (within || (into && cue.end() <= date.end() && isEarly(cue.end() - 1))) return true;
    }
    return false;
  }

  /** "Hold off on pre-orders of the X", "delays the beta": a step is put off, not the product. */
  private boolean isDoneToAStep(Cue cue) {
    boolean moves = cue.kind() == CueKind.DELAY || cue.kind() == CueKind.CANCEL;
    if (!moves) return false;
    for (int at = cue.end(); at < cue.end() + DEED; at++) {
      if (scope.isOfOther(at, at + 1)) return true;
      boolean start = SubjectFinder.isEvent(tokens.word(at)) && tokens.word(at + 1).equals("of");
      boolean inside = start || sentence.isInName(at);
      inside |= tokens.isOneOf(at, "on", "the", "its", "of", "all");
      if (!inside && !tokens.word(at).equals("'s")) return false;
    }
    return false;
  }

  /** "With the smaller Y four weeks behind". */
  private boolean isDistanceOfAnother(Cue cue) {
    boolean unit = COUNTED.contains(tokens.word(cue.start()));
    for (Name name : sentence.names()) {
      int gap = cue.start() - name.end();
      if (unit && gap >= 0 && gap <= 1 && !scope.isSubject(name)) return true;
    }
    return false;
  }

  private boolean isEarly(int at) {
    return tokens.word(at).equals("early");
  }

  /** "Delayed in 2024", "the delay of the X in 2024": background (C4). */
  private boolean isOfAPastYear(Cue cue) {
    for (RuledDate date : dates) {
      int gap = date.date().start() - cue.end();
      boolean in = tokens.word(date.date().start() - 1).equals("in");
      if (in && gap > 0 && gap <= DEED && date.isPastYear()) return true;
    }
    return false;
  }

  /** "In June it had been put off", "last week it called the date fake": background (C4). */
  private boolean isHistory(Cue cue) {
    if (PRESENTS.contains(tokens.word(cue.start()))) return false;
    for (int at = cue.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      switch (tokens.word(at)) {
        case "," -> {
          if (sentence.opensWithAfter(at)) return false;
        }
        case "have" -> {
          if (!tokens.word(at - 1).equals("to")) return false;
        }
        case "now", "but", "will", "is", "are", "has" -> {
          return false;
        }
        case "was", "were" -> {
          if (tokens.word(at - 1).equals(","))
            return false; // "X, for which May had been kept, was"
        }
        case "after" -> {
          boolean counted = COUNTED.contains(tokens.word(at - 1));
          if (counted || cue.start() - at <= 3) return true;
        }
        case "had" -> {
          if (tokens.word(at + 1).equals("to")) return false; // "had to put off"
          if (sentence.hasObject(at)) return false;
          return !tokens.isOneOf(at - 1, "has", "have", "'ve") && !isReported(at);
        }
        case "last", "earlier" -> {
          String next = tokens.word(at + 1);
          if (next.equals("week") || next.equals("month") || next.equals("year")) return true;
          if (next.equals("this")) return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "The maker said it had put the game off": the tense of reported speech. */
  private boolean isReported(int had) {
    for (Cue say : sentence.cues(CueKind.SAY)) {
      boolean clause = say.end() <= had && isTold(tokens.word(say.start()));
      clause &= !sentence.contains(had - NEAR, had, "after"); // "said, months after it had"
      for (int at = say.end(); at < had; at++) clause &= !sentence.isBreak(at);
      if (clause) return true;
    }
    return false;
  }

  private static boolean isTold(String verb) {
    return verb.endsWith("ed")
        || verb.equals("said")
        || verb.equals("told")
        || verb.equals("wrote");
  }

  /** "Misses the second quarter". */
  @Nullable Cue missed() {
    for (Cue cue : sentence.cues(CueKind.OLD)) {
      if (scope.isOwn(cue.start()) && tokens.word(cue.start()).startsWith("miss")) return cue;
    }
    return null;
  }

  /** That a date is open; "to be announced on May 4" says when something else comes. */
  @Nullable Cue undecided() {
    Cue cue = first(CueKind.UNDECIDED);
    if (cue == null || !tokens.word(cue.start()).equals("to")) return cue;
    for (DateExpression date : sentence.dates()) {
      if (date.start() >= cue.end() && date.start() <= cue.end() + 1) return null;
    }
    return cue;
  }
}
