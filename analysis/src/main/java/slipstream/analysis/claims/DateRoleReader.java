package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Decides what each date of a sentence is to the release, by the cues around it. */
final class DateRoleReader {
  private static final int REACH = 12;
  private static final int CLOSE = 4;
  private static final int LEAD = 4;
  private static final Set<CueKind> NEW_PLANS =
      Set.of(CueKind.PLAN, CueKind.DELAY, CueKind.ACCELERATE, CueKind.MOVE, CueKind.MISS);
  private static final List<CueKind> MOVED =
      List.of(CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.ACCELERATE, CueKind.CANCEL);
  private static final WordSet EVENTS = WordLists.of("dated");
  private static final WordSet PASTS = WordLists.of("past-or-auxiliary");
  private static final WordSet FORETOLD = WordLists.of("foretold");
  private static final Set<String> COMPARED = Set.of("of", "than", "inside", "within");
  private static final Set<Bound> PLANNED = Set.of(Bound.AT, Bound.BY, Bound.AROUND);

  private final ReadSentence sentence;
  private final Neighbourhood near;
  private final BackgroundDates background;
  private final PlannedDeed deed;

  DateRoleReader(ReadSentence sentence) {
    this.sentence = sentence;
    this.near = new Neighbourhood(sentence);
    this.background = new BackgroundDates(sentence);
    this.deed = new PlannedDeed(sentence);
  }

  DateRole role(DateExpression date) {
    if (date.period() instanceof Period.Ago || date.bound() == Bound.SINCE) return DateRole.OTHER;
    if (background.isOfSomethingElse(date) || deed.isOther(date)) return DateRole.OTHER;
    if (isFrom(date) || isOvertaken(date) || isReplaced(date) || isCountedFrom(date))
      return DateRole.OLD;
    if (isMissed(date) || isAttribute(date)) return DateRole.OLD;
    int old = old(date);
    if (old <= 2 || isFormer(date) || isAside(date)) return DateRole.OLD;
    int other = near.before(date, CueKind.OTHER);
    int news = news(date);
    if (isReportingDay(date, news) || isPossessive(date) || isLast(date)) return DateRole.OTHER;
    if (isReplacedLater(date)) return DateRole.OLD;
    if (old <= REACH && (old <= news + LEAD || isStillOld(date))) return DateRole.OLD;
    if (isPluperfect(date)) {
      boolean planned = near.before(date, CueKind.PLAN) <= CLOSE || isAttributive(date);
      planned |= isForetold(date);
      return planned ? DateRole.OLD : DateRole.OTHER;
    }
    int unrelated = isOfProduct() ? Neighbourhood.FAR : near.before(date, CueKind.UNRELATED);
    if (unrelated < news && unrelated <= CLOSE + 2) return DateRole.OTHER;
    if (other < news && other <= REACH) return DateRole.OTHER;
    return news <= REACH || isToldOfSubject(date) ? DateRole.NEWS : DateRole.OTHER;
  }

  /**
   * "America gets the X in May", "the second half of 2028 for the X": the subject and a date in one
   * clause without a past tense, whatever the verb.
   */
  private boolean isToldOfSubject(DateExpression date) {
    if (sentence.has(CueKind.OTHER) || sentence.has(CueKind.UNRELATED)) return false;
    if (sentence.tokens().word(date.start() - 1).equals("from"))
      return false; // "X, from April, is"
    ReadSentence.Name last = null;
    for (ReadSentence.Name name : sentence.names()) {
      if (name.end() <= date.start()) last = name;
      else if (last == null && isFor(date, name)) return !name.watched().isEmpty();
    }
    if (last == null || last.watched().isEmpty()) return false;
    return near.cost(last.end(), date.start()) <= 2 * CLOSE && !isPastTense(last, date);
  }

  private boolean isFor(DateExpression date, ReadSentence.Name name) {
    int gap = name.start() - date.end();
    return gap >= 1 && gap <= 2 && sentence.tokens().word(date.end()).equals("for");
  }

  /**
   * A past tense between a name and a date, or before the name where none stands behind it; not one
   * of telling, or its auxiliary: "have been told to expect the X in May".
   */
  private boolean isPastTense(ReadSentence.Name name, DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from(); at--) {
      if (at < name.start() && sentence.isBreak(at)) return false;
      if (isPast(sentence.tokens().word(at)) && !sentence.tells(at, 2)) return true;
    }
    return false;
  }

  private static boolean isPast(String word) {
    return word.endsWith("ed") || PASTS.contains(word);
  }

  private int old(DateExpression date) {
    int after = near.after(date, CueKind.OLD_AFTER);
    int before = near.before(date, CueKind.OLD);
    return Math.min(before, after <= REACH / 2 ? after : Neighbourhood.FAR);
  }

  /**
   * "Was meant to be on its way to buyers in May": no new plan between the old one and its date.
   */
  private boolean isStillOld(DateExpression date) {
    Cue old = null;
    for (Cue cue : sentence.cues(CueKind.OLD)) if (cue.end() <= date.start()) old = cue;
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
      if (counted && isCompared(shift) && hasDateBefore(shift)) return true;
    }
    return false;
  }

  private boolean isCompared(DateExpression shift) {
    return sentence.tokens().isOneOf(shift.end() - 1, "before", "after", "than", "behind", "of");
  }

  private boolean hasDateBefore(DateExpression shift) {
    return sentence.dates().stream()
        .anyMatch(d -> d.end() <= shift.start() && !(d.period() instanceof Period.Weekday));
  }

  /** "Ahead of the early-May slot", "sooner than May": the date that is overtaken. */
  private boolean isOvertaken(DateExpression date) {
    Tokens tokens = sentence.tokens();
    if (!sentence.has(CueKind.ACCELERATE) || isNotEarlier(date)) return false;
    if (date.bound() == Bound.BEFORE && tokens.word(date.start()).equals("ahead")) return true;
    if (sentence.contains(date.start() - 3, date.start(), "ahead")) return true;
    for (Cue cue : sentence.cues(CueKind.ACCELERATE)) {
      boolean waited = sentence.contains(cue.start(), cue.end(), "wait");
      boolean compared = waited || sentence.contains(cue.start(), cue.end(), "before");
      int gap = (waited ? date.core() : date.start()) - cue.end();
      if (compared && gap >= 0 && gap <= 2) return true;
      if (isCompared(cue) && gap >= 0 && gap <= LEAD + 2 && isFirstBehind(date, cue)) return true;
    }
    for (int at = date.start() - 1; at >= date.start() - 2; at--) {
      String before = tokens.word(at - 1);
      boolean sooner = before.equals("sooner") || before.equals("earlier");
      if (tokens.word(at).equals("than") && sooner) return true;
    }
    return false;
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
    boolean moved =
        sentence.has(CueKind.DELAY) || sentence.has(CueKind.CANCEL) || sentence.has(CueKind.MISS);
    if (!moved) return false;
    for (Cue plan : sentence.cues(CueKind.PLAN)) {
      boolean close = plan.end() <= date.start() && date.start() - plan.end() <= 2;
      String word = sentence.tokens().word(plan.start());
      boolean participle = word.equals("due") || word.equals("set") || word.endsWith("ed");
      if (close && participle && sentence.tokens().word(plan.start() - 1).equals(",")) return true;
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
  private boolean isAttributive(DateExpression date) {
    int next = date.end();
    if (sentence.tokens().word(next).equals("'s")) next++;
    return EVENTS.contains(sentence.tokens().word(next));
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
  private static boolean isLast(DateExpression date) {
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
  private boolean isForetold(DateExpression date) {
    for (int at = date.start() - 1; at > date.start() - CLOSE; at--) {
      boolean had = sentence.tokens().word(at - 1).equals("had");
      if (had && FORETOLD.contains(sentence.tokens().word(at))) return true;
    }
    return false;
  }

  /** "Had opened in March", "had promised autumn". */
  private boolean isPluperfect(DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      switch (sentence.tokens().word(at)) {
        case "had" -> {
          return true;
        }
        case "now", "but", "will", "is", "are", "has", "have", "," -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "February's reporting": the date belongs to the noun behind it, unless a plan governs it. */
  private boolean isPossessive(DateExpression date) {
    return sentence.tokens().word(date.end()).equals("'s")
        && near.before(date, CueKind.PLAN) > CLOSE
        && near.before(date, CueKind.OLD) > CLOSE;
  }

  /** "Were dashed on Wednesday": the day of a past verb that is no plan. */
  private boolean isDone(DateExpression date) {
    int verb = date.start() - 2;
    return sentence.tokens().word(verb).endsWith("ed") && near.before(date, CueKind.PLAN) > 1;
  }

  /** "Arrives on Friday". */
  private boolean isPresent(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      boolean present = sentence.tokens().word(cue.start()).endsWith("s");
      present |= sentence.tokens().word(cue.start()).endsWith("ing");
      if (present && cue.end() <= date.start() && near.cost(cue.end(), date.start()) <= 2)
        return true;
    }
    return false;
  }

  /** Distance from the nearest word that makes the date one of the release. */
  private int news(DateExpression date) {
    int best = Math.min(before(date, CueKind.PLAN), before(date, CueKind.RELEASE));
    best = Math.min(best, before(date, CueKind.DELAY));
    best = Math.min(best, before(date, CueKind.ACCELERATE));
    best = Math.min(best, isMovedTo(date) ? before(date, CueKind.MOVE) : best);
    best = Math.min(best, before(date, CueKind.MISS));
    best = Math.min(best, before(date, CueKind.RELEASED));
    best = Math.min(best, before(date, CueKind.DENY));
    int after = Math.min(near.after(date, CueKind.PLAN), near.after(date, CueKind.RELEASE));
    after = Math.min(after, near.after(date, CueKind.RELEASED));
    best = Math.min(best, afterSubject(date));
    if (isHeadedBy(date) || isHeading(date) || isAttributive(date)) return 1;
    return Math.min(best, after <= REACH / 2 ? after + 1 : Neighbourhood.FAR);
  }

  /** "March 24: that is when it goes on sale". */
  private boolean isHeadedBy(DateExpression date) {
    boolean head = date.start() <= sentence.from() + 1;
    return head
        && sentence.tokens().word(date.end()).equals(":")
        && (sentence.has(CueKind.PLAN) || sentence.has(CueKind.RELEASE));
  }

  /** "Expect to sell the X in May": what is done is done with the product. */
  private boolean isOfProduct() {
    for (Cue cue : sentence.cues(CueKind.UNRELATED)) {
      for (ReadSentence.Name name : sentence.names()) {
        int gap = name.start() - cue.end();
        boolean object = gap == 0 || (gap == 1 && isThe(cue.end()));
        if (!name.watched().isEmpty() && object) return true;
      }
    }
    return false;
  }

  private boolean isThe(int at) {
    String word = sentence.tokens().word(at);
    return word.equals("the") || word.equals("its");
  }

  /** "Available: later this year", "Release date: May 4". */
  private boolean isHeading(DateExpression date) {
    int colon = date.start() - 1;
    if (!sentence.tokens().word(colon).equals(":")) return false;
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.PLAN)) {
      if (cue.end() == colon) return true;
    }
    return false;
  }

  /** "Moved to May": the date behind a verb of moving. */
  private boolean isMovedTo(DateExpression date) {
    return date.bound() == Bound.UNTIL
        || sentence.tokens().isOneOf(date.start() - 1, "to", "into", "until", "till");
  }

  /** "B17 by the end of June": a product name and its date side by side. */
  private int afterSubject(DateExpression date) {
    int best = Neighbourhood.FAR;
    for (ReadSentence.Name name : sentence.names()) {
      boolean watched = !name.watched().isEmpty();
      if (watched && name.end() <= date.start() && leads(name.start())) {
        best = Math.min(best, near.cost(name.end(), date.start()));
      }
    }
    return best <= 2 ? best : Neighbourhood.FAR;
  }

  /** True when a clause begins shortly before a token. */
  private boolean leads(int token) {
    for (int at = token - 1; at >= token - 3; at--) {
      if (at < sentence.from() || sentence.isBreak(at)) return true;
      String word = sentence.tokens().word(at);
      if (word.equals(",") || word.equals("has") || word.equals("no")) return true;
    }
    return false;
  }

  private int before(DateExpression date, CueKind kind) {
    return near.before(date, kind);
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
    return moves && before.equals("from") && !whose && !(date.period() instanceof Period.Range);
  }

  /** "Instead of May", "rather than May". */
  private boolean isReplaced(DateExpression date) {
    Tokens tokens = sentence.tokens();
    String one = tokens.word(date.start() - 1);
    String two = tokens.word(date.start() - 2);
    boolean in = one.equals("in") || one.equals("on");
    String not = in ? two : one;
    String join = in ? tokens.word(date.start() - 3) : two;
    boolean negated = not.equals("not") && (join.equals("and") || join.equals(","));
    return negated
        || (two.equals("instead") && one.equals("of"))
        || (two.equals("rather") && one.equals("than"))
        || (in && two.equals("than") && join.equals("rather"));
  }

  /** "Said on Thursday": the day of the report, when no plan stands closer. */
  private boolean isReportingDay(DateExpression date, int news) {
    int after = near.after(date, CueKind.SAY);
    int say = Math.min(near.before(date, CueKind.SAY), after <= 2 ? after : Neighbourhood.FAR);
    if (date.period() instanceof Period.Weekday weekday) {
      boolean planned = near.before(date, CueKind.PLAN) <= 2 * CLOSE || isPresent(date);
      return weekday.week() == null && (!planned || say < news || isDone(date));
    }
    boolean exact =
        date.period() instanceof Period.Calendar || date.period() instanceof Period.Relative;
    boolean reported =
        say <= CLOSE + 2 && !sentence.contains(date.start() - say, date.start(), "that");
    return exact && say <= news && reported && date.bound() == Bound.AT;
  }
}
