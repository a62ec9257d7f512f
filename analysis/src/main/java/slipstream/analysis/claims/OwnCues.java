package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WordSet;

/**
 * The cues of a sentence that count: those that speak of the subject, are not negated, and tell of
 * the article's present.
 */
final class OwnCues {
  private static final Set<String> COUNTED =
      WordSet.of("day", "days", "week", "weeks", "month", "months", "year", "years");

  /** Where one of these stands, "will not come out" is no end. */
  private static final Set<String> LIMITS =
      WordSet.of("until", "till", "before", "unless", "if", "yet", "without", "today", "now");

  private static final WordSet BROUGHT_OUT = WordLists.of("brought-out");

  private static final Set<String> PRESENTS = Set.of("will", "won't", "is", "are", "has", "have");

  private static final Set<String> MENTIONS =
      WordSet.ofLine(
          "entry listing reference references mention mentions string strings code page image"
              + " picture photo photos render renders benchmark benchmarks filing trace traces");

  /** Words behind a release within which its object begins. */
  private static final int OBJECT = 3;

  private static final Pattern DENYING =
      Pattern.compile("(contradict|den(y|i)|disput|refut|dismiss)\\w*");

  /** Words from what opens a clause to its verb. */
  private static final int NEAR = 4;

  /** Words of a count that opens a sentence: "just two days after". */
  private static final int COUNT = 5;

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
      if (isNegated(cue) || isOfAnotherDenial(cue) || isDoneToAStep(cue)) continue;
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
    if (isOfThePast(cue) || isVerbOfPlace(cue)) return true;
    boolean predicate = tokens.isOneOf(cue.start(), "is", "was", "are", "were", "been", "being");
    if (!predicate) return false;
    boolean doing = tokens.word(first).endsWith("ing") && first < cue.start();
    return doing || (tokens.isOneOf(first, "he", "she", "who") && cue.start() - first <= OBJECT);
  }

  /** "Such listings have been wrong before", "it was wrong of me to guess". */
  private boolean isOfThePast(Cue cue) {
    int end = cue.end();
    boolean past = tokens.word(end).equals("before") || tokens.word(end + 1).equals("past");
    past |= tokens.word(end).equals("of") && tokens.isOneOf(end + 1, "me", "us", "him", "her");
    return past || (tokens.word(end).equals("last") && tokens.word(end + 1).equals("time"));
  }

  /** "Are finished and lie in a safe". */
  private boolean isVerbOfPlace(Cue cue) {
    return tokens.word(cue.end() - 1).equals("lie") && tokens.isOneOf(cue.end() - 2, "and", "to");
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
          if (opensWithAfter(at)) return false;
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

  /** "A day after the leak, the maker called it false": the comma ends what was before. */
  private boolean opensWithAfter(int comma) {
    int last = Math.min(comma, sentence.from() + COUNT);
    return sentence.contains(sentence.from(), last, "after");
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

  private boolean isNegated(Cue cue) {
    if (cue.kind() == CueKind.SILENT || cue.kind() == CueKind.UNDECIDED) return false;
    for (int at = cue.start() - 1; at >= Math.max(sentence.from(), cue.start() - 3); at--) {
      String word = tokens.word(at);
      if (sentence.isBreak(at) || word.equals(",")) return false;
      if (Negation.isIn(sentence, at) || word.equals("whether") || word.equals("without"))
        return true;
    }
    return false;
  }

  /** "Will not bring out the X", "will never reach a customer": a release denied without a date. */
  @Nullable Cue never(PlanDates dates) {
    if (!dates.news().isEmpty()) return null;
    Cue unmade = unmade();
    Cue never = unmade == null ? unreleased() : unmade;
    return never == null || isLimited() ? null : never;
  }

  private boolean isLimited() {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (LIMITS.contains(tokens.word(at))) return true;
    }
    return false;
  }

  private @Nullable Cue unreleased() {
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      boolean will =
          tokens.isOneOf(cue.start() - 2, "will", "'ll", "would")
              || tokens.word(cue.start() - 1).equals("won't");
      boolean not = tokens.isOneOf(cue.start() - 1, "not", "never", "won't");
      boolean out = BROUGHT_OUT.contains(tokens.word(cue.start()));
      boolean never = will && not && out && isWhole(cue.end());
      boolean forNow = never && sentence.hasDateBehind(cue.end()); // "will not ship it this month"
      if (never && !forNow && scope.isOwn(cue.start())) return cue;
    }
    return null;
  }

  /** "There will be no X", "won't build the X". */
  private @Nullable Cue unmade() {
    for (Name name : sentence.names()) {
      boolean ends = tokens.isOneOf(name.end(), ".", ";", ",", "", "after", "'", "\"");
      if (!scope.isSubject(name) || !ends || isFeared(name)) continue;
      int verb = name.start() - 1;
      if (tokens.isOneOf(verb, "the", "a", "its")) verb--;
      boolean not = tokens.isOneOf(verb - 1, "not", "won't", "never");
      boolean unmade = not && tokens.isOneOf(verb, "build", "produce", "develop");
      boolean last = tokens.isOneOf(name.end(), ".", ",", "");
      unmade |= not && last && tokens.word(verb).equals("make");
      unmade |= tokens.word(verb).equals("no") && tokens.word(verb - 1).equals("be");
      int will = verb - 2;
      unmade &= tokens.word(verb - 1).equals("won't") || tokens.isOneOf(will, "will", "'ll");
      unmade |= isNotGoingToBe(verb);
      if (unmade) return new Cue(CueKind.CANCEL, will, name.end(), "never made");
    }
    return null;
  }

  /** "There is not going to be an X". */
  private boolean isNotGoingToBe(int be) {
    return tokens.word(be).equals("be")
        && tokens.word(be - 1).equals("to")
        && tokens.word(be - 2).equals("going")
        && tokens.isOneOf(be - 3, "not", "never", "isn't");
  }

  /** "Fans feared there will be no X", "may decide": nobody has said so. */
  private boolean isFeared(Name name) {
    for (int at = name.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.word(at).startsWith("fear")) return true;
      if (tokens.isOneOf(at, "may", "might", "could", "if", "whether")) return true;
    }
    return false;
  }

  /** "In Europe": elsewhere it may come out. */
  private boolean isInSomePlace(int at) {
    return tokens.isOneOf(at, "in", "to", "on", "with");
  }

  /** The clause ends, or its object follows: not "will not ship with a charger". */
  private boolean isWhole(int at) {
    for (DateExpression date : sentence.dates()) if (date.start() == at) return false;
    for (Name name : sentence.names()) {
      if (name.start() == at) return !isInSomePlace(name.end());
    }
    return tokens.isOneOf(at, ".", "", ",", "and")
        || tokens.isOneOf(at, "the", "its", "it", "this", "after");
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

  /** A past release verb that has the subject as its subject or object. */
  @Nullable Cue released() {
    for (Cue cue : sentence.cues(CueKind.RELEASED)) {
      if (!scope.isOwn(cue) || isNegated(cue) || scope.isOtherMilestone(cue.start())) continue;
      if (scope.isFuture(cue) || !scope.touches(cue) || isLongAgo()) continue;
      if (scope.isOfOther(cue.end(), cue.end() + OBJECT)) continue; // "issued the flight licence"
      if (isAwaited(cue) || isBefore(cue) || isOfATeller(cue) || isOfAMention(cue)) continue;
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

  /** "Five months after the saloon reached its owners, the maker": what only leads in. */
  private boolean isBefore(Cue cue) {
    int comma = cue.end();
    while (comma < sentence.to() && !tokens.word(comma).equals(",")) comma++;
    return comma < sentence.to()
        && opensWithAfter(comma)
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
