package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Which dates of a sentence are those of an earlier plan. */
final class OldDates {
  private static final int REACH = 12;
  private static final int CLOSE = 4;
  private static final int LEAD = 4;
  private static final Set<CueKind> NEW_PLANS =
      Set.of(CueKind.PLAN, CueKind.DELAY, CueKind.ACCELERATE, CueKind.MOVE, CueKind.MISS);
  private static final List<CueKind> MOVED =
      List.of(CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.ACCELERATE, CueKind.CANCEL);
  private static final List<CueKind> HELD =
      List.of(CueKind.DELAY, CueKind.MISS, CueKind.ACCELERATE, CueKind.CANCEL);
  private static final WordSet EVENTS = WordLists.of("dated");
  private static final WordSet FORETOLD = WordLists.of("foretold");
  private static final Set<String> COMPARED = Set.of("of", "than", "inside", "within");
  private static final Set<Bound> PLANNED = Set.of(Bound.AT, Bound.BY, Bound.AROUND);

  private final ReadSentence sentence;
  private final Neighbourhood near;

  OldDates(ReadSentence sentence, Neighbourhood near) {
    this.sentence = sentence;
    this.near = near;
  }

  /**
   * True where the words beside the date say so, whatever else the sentence plans.
   *
   * @param old the {@link #distance}
   */
  boolean isCertain(DateExpression date, int old) {
    if (isFrom(date)
        || isUntilNow(date)
        || isOvertaken(date)
        || ReplacedDates.isReplaced(sentence.tokens(), date)
        || isCountedFrom(date)) return true;
    if (isMissed(date) || isAttribute(date) || isPutOff(date) || isOfBefore(date)) return true;
    if (isOfItsWord(date)) return true;
    return old <= 2 || isFormer(date) || isAside(date);
  }

  /**
   * True where a cue of an earlier plan stands nearer than one of the new plan.
   *
   * @param old the {@link #distance}
   * @param news distance from the nearest cue of a new plan
   */
  boolean isLikely(DateExpression date, int old, int news) {
    if (isReplacedLater(date)) return true;
    return old <= REACH && (old <= news + LEAD || isStillOld(date));
  }

  /** Distance from the nearest cue of an earlier plan. */
  int distance(DateExpression date) {
    int after = isPassedOver(date) ? Neighbourhood.FAR : near.after(date, CueKind.OLD_AFTER);
    boolean taken = isTaken(date) || isCountedOn(date);
    int before = taken ? Neighbourhood.FAR : near.before(date, CueKind.OLD);
    return Math.min(before, after <= REACH / 2 ? after : Neighbourhood.FAR);
  }

  /** "In October (June until now)": what stands behind takes the date right before it. */
  private boolean isPassedOver(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.OLD_AFTER)) {
      if (cue.start() < date.end()) continue;
      if (sentence.tokens().word(cue.start() - 1).equals("(")) return true;
      return sentence.dates().stream()
          .anyMatch(other -> other.start() >= date.end() && other.end() <= cue.start());
    }
    return false;
  }

  private @Nullable Cue lastOldBefore(DateExpression date) {
    Cue last = null;
    for (Cue cue : sentence.cues(CueKind.OLD)) if (cue.end() <= date.start()) last = cue;
    return last;
  }

  /** "Two weeks later than the August 31 of old, on May 4": the cue has had its date. */
  private boolean isTaken(DateExpression date) {
    Cue old = lastOldBefore(date);
    if (old == null) return false;
    Tokens tokens = sentence.tokens();
    DateExpression other = dateBetween(old, date);
    if (other == null) return false;
    boolean moved = tokens.isOneOf(date.start() - 1, "for", "to", "until", "takes");
    boolean placed = tokens.isOneOf(date.start() - 1, "on", "in");
    boolean apart = moved || (placed && date.start() - other.end() > 2); // not "in May, on the 4th"
    return isNow(date.end()) || nowBetween(other, date) || (apart && !isChained(other, date));
  }

  /**
   * "Which was due that day, comes two weeks later", "had been due in May and goes a day later".
   */
  private boolean isCountedOn(DateExpression date) {
    Cue old = date.period() instanceof Period.Shift ? lastOldBefore(date) : null;
    if (old == null) return false;
    for (int at = old.end(); at < date.start(); at++) {
      if (sentence.tokens().isOneOf(at, ",", "and", "but")) return true;
    }
    return false;
  }

  /** The last date that a cue may have before another; a distance is none. */
  private @Nullable DateExpression dateBetween(Cue old, DateExpression date) {
    DateExpression last = null;
    for (DateExpression other : sentence.dates()) {
      boolean between = other.core() >= old.start() && other.end() <= date.start();
      if (between && !(other.period() instanceof Period.Shift)) last = other;
    }
    return last;
  }

  /** "September now looks likely", "September is now the goal". */
  private boolean isNow(int at) {
    String word = sentence.tokens().word(at);
    return word.equals("now")
        || (word.equals("is") && sentence.tokens().word(at + 1).equals("now"));
  }

  /** "Was due in May and then in June". */
  private boolean isChained(DateExpression one, DateExpression next) {
    for (int at = one.end(); at < next.start(); at++) {
      boolean joined = next.start() - at <= 2 && sentence.tokens().isOneOf(at, "and", "or");
      if (joined || sentence.tokens().isOneOf(at, "then", "later")) return true;
    }
    return false;
  }

  /**
   * "Was meant to be on its way to buyers in May": no new plan between the old one and its date.
   */
  private boolean isStillOld(DateExpression date) {
    Cue old = lastOldBefore(date);
    if (old == null) return false;
    for (Cue cue : sentence.cues()) {
      boolean between = cue.start() >= old.end() && cue.end() <= date.start();
      if (between && NEW_PLANS.contains(cue.kind()) && !isBackshifted(cue)) return false;
    }
    int from = old.end();
    int to = date.start();
    return !sentence.contains(from, to, "now");
  }

  /** "Had assumed it would come": the tense of what was once to be. */
  private boolean isBackshifted(Cue plan) {
    return sentence.tokens().isOneOf(plan.start(), "would", "could", "might", "to");
  }

  /** "Comes in May, ten weeks before the date of July": what a distance is counted from. */
  private boolean isCountedFrom(DateExpression date) {
    for (DateExpression shift : sentence.dates()) {
      int gap = date.start() - shift.end();
      boolean counted = gap >= 0 && gap <= CLOSE && shift.period() instanceof Period.Shift;
      if (counted && isCompared(shift) && (hasDateBefore(shift) || isOfWhatWasTold(shift))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCompared(DateExpression shift) {
    return sentence
        .tokens()
        .isOneOf(shift.end() - 1, "before", "after", "than", "behind", "of", "beyond", "past");
  }

  /** "That is half a year beyond the start in May". */
  private boolean isOfWhatWasTold(DateExpression shift) {
    Tokens tokens = sentence.tokens();
    return shift.start() - sentence.from() <= CLOSE
        && tokens.isOneOf(sentence.from(), "that", "this", "it", "which");
  }

  private boolean hasDateBefore(DateExpression shift) {
    return sentence.dates().stream()
        .anyMatch(d -> d.end() <= shift.start() && !(d.period() instanceof Period.Weekday));
  }

  /** "Ahead of the early-May slot", "sooner than May": the date that is overtaken. */
  private boolean isOvertaken(DateExpression date) {
    Tokens tokens = sentence.tokens();
    if (!sentence.has(CueKind.ACCELERATE) || isNotEarlier(date)) return false;
    if (isAheadOf(sentence, date)) return false;
    if (date.bound() == Bound.BEFORE && tokens.word(date.start()).equals("ahead")) return true;
    if (sentence.contains(date.start() - 3, date.start(), "ahead")) return true;
    for (Cue cue : sentence.cues(CueKind.ACCELERATE)) {
      boolean waited = sentence.contains(cue.start(), cue.end(), "wait");
      boolean compared = waited || sentence.contains(cue.start(), cue.end(), "before");
      int gap = (waited ? date.core() : date.start()) - cue.end();
      if (compared && gap >= 0 && gap <= 2) return true;
      boolean apart = sentence.contains(cue.end(), date.start(), ","); // "than planned, on May 4"
      boolean named = isCompared(cue) && !apart && isFirstBehind(date, cue);
      if (named && gap >= 0 && gap <= LEAD + 2) return true;
    }
    for (int at = date.start() - 1; at >= date.start() - 2; at--) {
      String before = tokens.word(at - 1);
      boolean sooner = before.equals("sooner") || before.equals("earlier");
      if (tokens.word(at).equals("than") && sooner) return true;
    }
    return false;
  }

  /** "Two weeks ahead of its March 24 release": when something else is done. */
  static boolean isAheadOf(ReadSentence sentence, DateExpression date) {
    if (!SubjectFinder.isEvent(sentence.tokens().word(date.end()))) return false;
    int from = date.start() - LEAD;
    int to = date.end();
    if (!sentence.contains(from, to, "ahead")) return false;
    return sentence.dates().stream()
        .allMatch(d -> d.equals(date) || !(d.period() instanceof Period.Calendar));
  }

  /** "Can not be ready earlier than May". */
  private boolean isNotEarlier(DateExpression date) {
    return date.bound() == Bound.NOT_BEFORE
        && sentence.tokens().isOneOf(date.start(), "earlier", "sooner");
  }

  /** "Well ahead of the commitment of May", "one week earlier than the plan of July 17". */
  private boolean isCompared(Cue cue) {
    return COMPARED.contains(sentence.tokens().word(cue.end() - 1));
  }

  private boolean isFirstBehind(DateExpression date, Cue cue) {
    return sentence.dates().stream()
        .noneMatch(other -> other.start() >= cue.end() && other.end() <= date.start());
  }

  /** "Has paused the headset, planned for 2027, and": the plan that is put off. */
  private boolean isAside(DateExpression date) {
    if (HELD.stream().noneMatch(sentence::has)) return false;
    for (Cue plan : sentence.cues(CueKind.PLAN)) {
      boolean close = plan.end() <= date.start() && date.start() - plan.end() <= 2;
      String word = sentence.tokens().word(plan.start());
      boolean participle =
          word.endsWith("ed")
              || sentence.tokens().isOneOf(plan.start(), "due", "set", "down", "on");
      boolean aside = sentence.tokens().word(plan.start() - 1).equals(",");
      if (close && participle && (aside || plan.start() == sentence.from())) return true;
    }
    return false;
  }

  /** "After April and then June, the talk is now of the fall": what stands before "now". */
  private boolean isFormer(DateExpression date) {
    if (!isBehindAfter(date)) return false;
    for (DateExpression later : sentence.dates()) {
      if (later.start() > date.end() && nowBetween(date, later)) return true;
    }
    return false;
  }

  /** Nothing but other dates between "after" and the date: not "after the tests in May failed". */
  private boolean isBehindAfter(DateExpression date) {
    for (int at = date.start() - 1; at >= date.start() - 2 * CLOSE; at--) {
      String word = sentence.tokens().word(at);
      if (word.equals("after")) return true;
      boolean named = sentence.tokens().isCapitalised(at);
      if (!named
          && !sentence.tokens().isOneOf(at, "and", "then", "in", ",", "the", "of", "missing"))
        return false;
    }
    return false;
  }

  /** "Thursday's launch", "the May date" where one is put off, moved or given up: that one. */
  private boolean isAttribute(DateExpression date) {
    return isAttributive(date) && MOVED.stream().anyMatch(sentence::has);
  }

  /** "A December 11 release date", "an August start". */
  boolean isAttributive(DateExpression date) {
    int next = date.end();
    if (sentence.tokens().word(next).equals("'s")) next++;
    return EVENTS.contains(sentence.tokens().word(next));
  }

  /** "An autumn launch had featured in the plan". */
  private boolean isOfBefore(DateExpression date) {
    Tokens tokens = sentence.tokens();
    boolean had = isAttributive(date) && tokens.word(date.end() + 1).equals("had");
    return had
        && tokens.isOneOf(date.end() + 2, "featured", "figured", "stood", "been", "appeared");
  }

  /** "The launch on Friday was put off". */
  private boolean isPutOff(DateExpression date) {
    boolean passive = sentence.tokens().isOneOf(date.end(), "was", "were", "is", "has", "had");
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.MISS, CueKind.CANCEL)) {
      int gap = cue.start() - date.end();
      if (passive && gap >= 1 && gap <= CLOSE - 1) return true;
    }
    return false;
  }

  /** "The August date is off the table", "will miss its May window": the plan not kept. */
  private boolean isMissed(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.MISS)) {
      int from = Math.min(cue.end(), date.end());
      int to = Math.max(cue.start(), date.start());
      if (near.cost(from, to) <= REACH && !isNew(date, from, to)) return true;
    }
    return false;
  }

  /** "Shelved until May", "misses March and is now due in June": the date that comes instead. */
  private boolean isNew(DateExpression date, int from, int to) {
    if (!PLANNED.contains(date.bound()) || isLast(date)) return true;
    switch (sentence.tokens().word(date.start() - 1)) {
      case "to", "into", "until", "till" -> {
        return true;
      }
      case "for" -> {
        if (isTaken(date)) return true; // "vacates May 4 for June 8"
      }
      default -> {}
    }
    for (int at = from; at < to; at++) {
      switch (sentence.tokens().word(at)) {
        case "now", "instead", "new", "but", "and", "after" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean nowBetween(DateExpression earlier, DateExpression later) {
    int from = earlier.end();
    int to = later.start();
    return sentence.contains(from, to, "now");
  }

  /** "Last Christmas", "last autumn": what has passed is no plan. */
  static boolean isLast(DateExpression date) {
    if (date.period() instanceof Period.Relative relative) return relative.offset() < 0;
    return (date.period() instanceof Period.Calendar calendar && isBefore(calendar.year()))
        || (date.period() instanceof Period.Event event && isBefore(event.year()));
  }

  private static boolean isBefore(Period.Year year) {
    Integer offset = year.offset();
    return offset != null && offset < 0;
  }

  /** "Planned for August 28, deliveries now begin on September 4": two plans, "now" between. */
  private boolean isReplacedLater(DateExpression date) {
    if (isInChain(date)) return true;
    if (!sentence.has(CueKind.PLAN)) return false;
    for (DateExpression later : sentence.dates()) {
      boolean between = nowBetween(date, later);
      if (later.start() > date.end() && between && near.before(date, CueKind.PLAN) <= 2)
        return true;
    }
    return false;
  }

  /** "Was to come in May, then in August, and is now due in October": each date before "now". */
  private boolean isInChain(DateExpression date) {
    boolean chained =
        near.before(date, CueKind.OLD) < Neighbourhood.FAR
            && sentence.contains(date.start() - CLOSE, date.start(), "then");
    return chained
        && sentence.dates().stream().anyMatch(d -> d.start() > date.end() && nowBetween(date, d));
  }

  /** "The programme had foreseen June", "had spoken of the end of May". */
  boolean isForetold(DateExpression date) {
    for (int at = date.start() - 1; at > date.start() - CLOSE; at--) {
      boolean had = sentence.tokens().word(at - 1).equals("had");
      if (had && FORETOLD.contains(sentence.tokens().word(at))) return true;
    }
    return false;
  }

  /** "Had opened in March", "had promised autumn". */
  boolean isPluperfect(DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      switch (sentence.tokens().word(at)) {
        case "had" -> {
          boolean must = sentence.tokens().word(at + 1).equals("to"); // "had to put off"
          return !must && !sentence.hasObject(at);
        }
        case "now", "but", "will", "is", "are", "has", "have", "," -> {
          return false;
        }
        case "and" -> {
          if (sentence.tells(at + 1, 0)) return false; // "and said it would come in May"
        }
        default -> {}
      }
    }
    return false;
  }

  /** "Back from May", "slipped from May". */
  private boolean isFrom(DateExpression date) {
    String before = sentence.tokens().word(date.start() - 1);
    boolean moves =
        sentence.has(CueKind.DELAY)
            || sentence.has(CueKind.MISS)
            || sentence.has(CueKind.MOVE)
            || sentence.has(CueKind.ACCELERATE);
    boolean whose = sentence.tokens().word(date.end()).equals("'s");
    if (isOffered(date.start() - 2)) return false;
    return moves && before.equals("from") && !whose && !(date.period() instanceof Period.Range);
  }

  /** "On sale from May": since when, not what it is moved from. */
  private boolean isOffered(int at) {
    Tokens tokens = sentence.tokens();
    boolean sale = tokens.word(at).equals("sale") && tokens.word(at - 1).equals("on");
    if (!sale && !tokens.word(at).equals("available")) return false;
    boolean putOff = sentence.has(CueKind.DELAY) || sentence.has(CueKind.MISS);
    boolean will = false;
    for (int before = at - 1; before > at - REACH / 2; before--) {
      will |= tokens.isOneOf(before, "will", "'ll", "now", "go", "goes");
    }
    return (will || !putOff) && !tokens.isOneOf(sale ? at - 2 : at - 1, "once");
  }

  /** "Having told investors that it would come this autumn, the maker took it back". */
  private boolean isOfItsWord(DateExpression date) {
    int from = sentence.from();
    boolean told = sentence.tokens().word(from).equals("having");
    if (!told || !sentence.contains(from, date.start(), "would")) return false;
    int comma = sentence.commaFrom(date.end());
    return sentence.contains(comma, sentence.to(), "back")
        || sentence.cues(CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.CANCEL).stream()
            .anyMatch(cue -> cue.start() > comma);
  }

  /** "Booked for May 4 until yesterday", "said May until last week". */
  private boolean isUntilNow(DateExpression date) {
    if (!sentence.tokens().isOneOf(date.end(), "until", "till")) return false;
    for (DateExpression end : sentence.dates()) {
      boolean until = end.start() == date.end();
      if (until && end.period() instanceof Period.Relative r && r.offset() < 0) return true;
    }
    return sentence.tokens().isOneOf(date.end() + 1, "now", "recently", "lately");
  }
}
