package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.UndatedKind;

/** Reads what one sentence says of the release of one subject. */
final class StatusReader {
  private static final int REACH = 10;

  /** What is not there, or not done, where a plan stands. */
  private static final Set<String> STANDING =
      WordSet.of(
          "reason",
          "change",
          "changes",
          "doubt",
          "doubts",
          "wait",
          "dispute",
          "deny",
          "obstacle",
          "obstacles",
          "hurdle",
          "hurdles",
          "hitch",
          "hitches",
          "impediment");

  private static final WordSet SHOWN = WordLists.of("shown");
  private static final Set<String> NO_RELEASE =
      WordSet.of("unveiling", "showing", "named", "access", "preview");

  private static final WordSet AFTER_OBJECT = WordLists.of("preposition");

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;
  private final PlanDates dates;
  private final OwnCues cues;
  private final List<Finding> findings = new ArrayList<>();

  private StatusReader(Statement statement, RoleWeigher weigher) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
    this.dates = PlanDates.of(statement, weigher);
    this.cues = new OwnCues(statement);
  }

  /** What is said of the subject; a question only tells what is asked. */
  static List<Finding> read(Statement statement, RoleWeigher weigher) {
    if (statement.sentence().has(CueKind.ODDS)) return List.of();
    StatusReader reader = new StatusReader(statement, weigher);
    if (reader.sentence.isQuestion()) reader.readQuestion();
    else reader.readStatuses();
    return reader.findings;
  }

  /** "X in May? A hoax, says the maker": the date that an answer may deny. */
  private void readQuestion() {
    for (DateExpression date : dates.news()) add(null, date, null, null);
  }

  private void readStatuses() {
    Cue denial = cues.first(CueKind.DENY);
    if (denial != null) {
      readDenial(denial);
      readUndated();
    } else {
      if (!readNegatedPlan()) readMove();
      readUndated();
    }
  }

  /** A denial of a date, unless that date is said to stand. */
  private void readDenial(Cue denial) {
    DateExpression denied = DeniedDate.of(sentence, dates, denial);
    boolean stands = denied != null && Reaffirmation.isAsBefore(tokens, denied.end());
    if (stands) denied = null; // "said the report was wrong and it would come in May as planned"
    if (stands || denied != null || !readNegatedPlan()) readDenial(denial, denied);
  }

  private @Nullable Cue cancellation() {
    Cue given = cues.first(CueKind.CANCEL);
    boolean other = given != null && (givesUpSomething(given) || isOfItsOwn(given));
    return given == null || other ? cues.never(dates) : given;
  }

  /**
   * None in "the line, three years late, took its first passengers", "went live three weeks later
   * than planned": what is late is out.
   */
  private @Nullable Cue delay() {
    Cue delay = cues.first(CueKind.DELAY, CueKind.MISS);
    if (delay == null || cues.released() == null) return delay;
    for (int at = delay.start(); at < delay.end(); at++) {
      if (tokens.isOneOf(at, "late", "later", "behind")) return null;
    }
    return delay;
  }

  private void readMove() {
    Cue cancel = cancellation();
    Cue delay = delay();
    Cue accelerate = cues.first(CueKind.ACCELERATE);
    Cue move = move();
    boolean open = cancel != null && (isOpen() || isForNow(cancel));
    if (cancel != null && !isOfAPlan(cancel) && !isUncertain(cancel) && !open) {
      add(ClaimStatus.CANCELLED, null, planned(cancel), cancel);
    } else if (delay != null) {
      addMoved(ClaimStatus.DELAYED, delay);
    } else if (cancel != null && !isUncertain(cancel)) {
      addGivenUp(cancel);
    } else if (accelerate != null && isOut(cues.released())) {
      readPlain();
    } else if (accelerate != null) {
      addMoved(ClaimStatus.ACCELERATED, accelerate);
    } else if (move != null) {
      addMoved(ClaimStatus.DELAYED, move);
    } else {
      readPlain();
    }
  }

  /** Not "is shipping the X a week earlier": that is still to come. */
  private boolean isOut(@Nullable Cue released) {
    if (released == null) return false;
    boolean is = tokens.isOneOf(released.start(), "is", "are");
    int verb = is ? released.start() + 1 : released.start();
    is |= tokens.isOneOf(verb - 1, "is", "are");
    return !is || !tokens.word(verb).endsWith("ing");
  }

  private void addMoved(ClaimStatus status, Cue cue) {
    var news = new ArrayList<>(dates.news());
    if (status == ClaimStatus.DELAYED) news.removeIf(this::isHurry);
    add(status, PlanDates.newest(news, cue), dates.lastOld(), cue);
  }

  /** "As soon as possible" is no new date of what is put off. */
  private boolean isHurry(DateExpression date) {
    if (date.bound() == Bound.NOT_BEFORE) return false; // "no earlier than May"
    for (Cue cue : sentence.cues(CueKind.ACCELERATE)) {
      if (cue.start() < date.end() && date.start() < cue.end()) return true;
    }
    return false;
  }

  /** "Gives up some speed": neither the product nor its date. */
  private boolean givesUpSomething(Cue cancel) {
    boolean up = tokens.word(cancel.start() + 1).equals("up") && tokens.isWord(cancel.end());
    return up && !isDirectObject(cancel) && !isOfAPlan(cancel);
  }

  /** "Has cancelled its delivery vans": something that belongs to the maker. */
  private boolean isOfItsOwn(Cue cancel) {
    if (!tokens.isOneOf(cancel.end(), "its", "their")) return false;
    int at = cancel.end() + 1;
    for (; isOfObject(at); at++) {
      if (scope.isOfName(at) || SubjectFinder.isProduct(tokens.word(at))) return false;
    }
    return !SubjectFinder.isThing(tokens.word(at - 1)) && !isOfAPlan(cancel);
  }

  private boolean isOfObject(int at) {
    boolean word = tokens.isWord(at) || tokens.word(at).equals("-");
    return word && !AFTER_OBJECT.contains(tokens.word(at));
  }

  /** "Called off, and no new date is known": what has none may still have one (C7). */
  private boolean isOpen() {
    return cues.first(CueKind.SILENT, CueKind.UNDECIDED) != null;
  }

  /** "Has stopped work for the time being", "shelved for now" (C7). */
  private boolean isForNow(Cue cancel) {
    for (int at = cancel.end(); at < sentence.to() && !sentence.isBreak(at); at++) {
      if (!tokens.word(at).equals("for")) continue;
      boolean now = tokens.word(at + 1).equals("now");
      if (now || tokens.isOneOf(at + 2, "time", "moment", "present")) return true;
    }
    return false;
  }

  /** "May never be made": no cancellation yet. */
  private boolean isUncertain(Cue cancel) {
    return tokens.isOneOf(cancel.start() - 1, "may", "might", "could");
  }

  /** A plan given up, not the product (C7): its date is the old one unless a new one follows. */
  private void addGivenUp(Cue cancel) {
    boolean replaced = !dates.old().isEmpty() || !dates.near(cancel).containsAll(dates.news());
    replaced |= dates.news().size() > 1;
    if (replaced) addMoved(ClaimStatus.DELAYED, cancel);
    else add(ClaimStatus.DELAYED, null, planned(cancel), cancel);
  }

  /** The plan that a cancellation ends: named as such, else the date of its clause. */
  private @Nullable DateExpression planned(Cue cancel) {
    DateExpression old = dates.lastOld();
    return old != null ? old : PlanDates.newest(dates.near(cancel), cancel);
  }

  /** "Has been moved to 2027": put off, unless the old date says otherwise. */
  private @Nullable Cue move() {
    Cue move = cues.first(CueKind.MOVE);
    if (move == null) return null;
    for (DateExpression date : dates.news()) {
      boolean to = date.bound() == Bound.UNTIL || date.period() instanceof Period.End;
      to |= tokens.isOneOf(date.start() - 1, "to", "into", "for", "until", "till");
      if (to && date.start() >= move.end() && date.start() - move.end() <= REACH) return move;
    }
    return null;
  }

  /** The denied date is that of the same clause; what other clauses plan is claimed beside it. */
  private void readDenial(Cue denial, @Nullable DateExpression denied) {
    boolean that = tokens.isOneOf(denial.end(), "that", "this", "it", "them");
    that &= tokens.isOneOf(denial.end() + 1, ".", ",", ":", "and", "but", "as");
    if (denied != null || that || dates.news().isEmpty()) {
      add(ClaimStatus.DENIED, denied, null, denial);
    }
    boolean behind = denied == null || denied.start() >= denial.end();
    List<DateExpression> near = behind ? List.of() : dates.near(denial);
    for (DateExpression date : dates.news()) {
      boolean own = !near.contains(date) && !date.equals(denied);
      if (own) add(ClaimStatus.SCHEDULED, date, oldBeside(denied), null);
    }
  }

  private @Nullable DateExpression oldBeside(@Nullable DateExpression denied) {
    DateExpression old = dates.lastOld();
    return old == null || old.equals(denied) ? null : old;
  }

  private void readPlain() {
    Cue released = cues.released();
    if (released != null && !isShownBefore(released)) {
      readRelease(released);
      return;
    }
    DateExpression old = dates.lastOld();
    if (dates.news().isEmpty() && old != null && isBeforeThePlan(old)) {
      readPlan(old);
    } else if (dates.news().isEmpty() && old != null) {
      Cue missed = cues.missed();
      add(missed == null ? null : ClaimStatus.DELAYED, null, old, missed);
    }
    for (DateExpression date : dates.news()) if (!dates.isPast(date)) readPlan(date);
  }

  /** "The X, unveiled on Monday, will be released in June": the plan counts. */
  private boolean isShownBefore(Cue shown) {
    if (!SHOWN.contains(tokens.word(shown.end() - 1))) return false;
    for (Cue plan : sentence.cues(CueKind.PLAN)) {
      boolean behind = plan.start() >= shown.end();
      if (behind && dates.news().stream().anyMatch(date -> date.start() >= plan.end())) return true;
    }
    return false;
  }

  private void readRelease(Cue released) {
    DateExpression date = PlanDates.newest(dates.news(), released);
    if (date != null && date.period() instanceof Period.Shift) date = null;
    if (isPresent(released.start()) && date != null && isAhead(date.period())) {
      add(ClaimStatus.SCHEDULED, date, dates.lastOld(), null);
    } else {
      DateExpression day = date != null ? date : dates.nearest(released);
      add(ClaimStatus.RELEASED, day, dates.lastOld(), released);
    }
  }

  private void readPlan(DateExpression date) {
    if (date.bound() == Bound.SINCE && !hasCome(date)) {
      Cue out = sentence.cues(CueKind.RELEASED).stream().findFirst().orElse(null);
      if (out != null) add(ClaimStatus.RELEASED, date, null, out); // not "waiting since January"
      return;
    }
    if (isBeforeThePlan(date)) {
      Cue sooner = new Cue(CueKind.ACCELERATE, date.start(), date.end(), "before the old date");
      add(ClaimStatus.ACCELERATED, date, date.unbound(), sooner);
      return;
    }
    if (hasCome(date)) {
      Cue come = new Cue(CueKind.RELEASED, date.start(), date.end(), "a day that has come");
      if (!bringsNothingOut() && !scope.isOfAPart(date.start()))
        add(ClaimStatus.RELEASED, date, dates.lastOld(), come);
      return;
    }
    Cue later = later(date);
    ClaimStatus status = later == null ? ClaimStatus.SCHEDULED : ClaimStatus.DELAYED;
    add(status, date, dates.lastOld(), later);
  }

  /** "Is in cinemas as of today", "put the X online on Tuesday": no plan any more. */
  private boolean hasCome(DateExpression date) {
    if (sentence.has(CueKind.PLAN) || sentence.has(CueKind.OLD)) return false;
    if (date.period() instanceof Period.Weekday day) return day.week() == null && isDone(date);
    return date.period() instanceof Period.Relative r && r.unit() == Unit.DAY && r.offset() <= 0;
  }

  /** "Showed the X to investors", "gave partners access": a deed that brings nothing out. */
  private boolean bringsNothingOut() {
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
      if (cue.start() == at && isPresent(at)) return true;
    }
    return false;
  }

  /** "Before May 4, the day it had pencilled in". */
  private boolean isBeforeThePlan(DateExpression date) {
    if (date.bound() != Bound.BEFORE || !tokens.word(date.end()).equals(",")) return false;
    int to = date.end() + REACH;
    for (Cue cue : sentence.cues(CueKind.OLD)) {
      boolean behind = cue.start() > date.end() && cue.start() < to;
      if (behind && tokens.isOneOf(date.end() + 1, "the", "which", "its")) return true;
    }
    return false;
  }

  /**
   * "Promised for May 2, follows two weeks later", "opens in May instead": put off without a verb.
   */
  private @Nullable Cue later(DateExpression date) {
    boolean shifted =
        date.period() instanceof Period.Shift shift && shift.sign() > 0 && !dates.old().isEmpty();
    boolean instead =
        tokens.word(date.end()).equals("instead") && !tokens.word(date.end() + 1).equals("of");
    return shifted || instead
        ? new Cue(CueKind.DELAY, date.start(), date.end(), "a date instead of another")
        : null;
  }

  /** "Hits", "becomes", "has a September release"; not "has launched". */
  private boolean isPresent(int verb) {
    String word = tokens.word(verb);
    if (word.equals("has")) return tokens.isOneOf(verb + 1, "a", "an", "its");
    return word.equals("are") || (word.endsWith("s") && !word.equals("was"));
  }

  /** "Is released this week", "hits shelves on May 4": what a present tense may still await. */
  private static boolean isAhead(Period period) {
    if (period instanceof Period.Ahead) return true;
    if (period instanceof Period.Relative r) return r.offset() > 0 || r.unit() != Unit.DAY;
    return period instanceof Period.Calendar
        || period instanceof Period.Nth
        || period instanceof Period.DayOfMonth
        || period instanceof Period.WeekOf;
  }

  private void readUndated() {
    Cue undecided = cues.undecided();
    Cue silent = cues.first(CueKind.SILENT);
    Cue cue = undecided != null ? undecided : silent;
    if (cue == null) return;
    UndatedKind kind = undecided != null ? UndatedKind.UNDECIDED : UndatedKind.SILENT;
    findings.add(
        new Finding(
            sentence,
            ClaimStatus.UNDATED,
            null,
            dates.lastOld(),
            cue,
            kind,
            Reaffirmation.isIn(sentence)));
  }

  /** "It won't be August", "no plan to launch it this month": the date is contradicted. */
  private boolean readNegatedPlan() {
    boolean onlyOld = dates.news().isEmpty();
    for (DateExpression date : onlyOld ? dates.old() : dates.news()) {
      int negation = negationBefore(date);
      String missed = negation < 0 ? null : missed(negation, date);
      if (missed != null) {
        add(ClaimStatus.DELAYED, null, date, new Cue(CueKind.MISS, negation, date.end(), missed));
        return true;
      }
      if (negation < 0 || onlyOld) continue; // an old plan is missed, not denied
      readDenial(new Cue(CueKind.DENY, negation, date.end(), "negation before a date"), date);
      return true;
    }
    return false;
  }

  /** Where the words that plan a date are negated; -1 where they are not. */
  private int negationBefore(DateExpression date) {
    boolean about = date.bound() == Bound.AT || date.bound() == Bound.AROUND;
    if (!about || scope.isOtherMilestone(date.start())) return -1;
    for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - REACH); at--) {
      if (sentence.isBreak(at) || tokens.isOneOf(at, ",", "and", "but", "now")) return -1;
      if (Negation.isIn(sentence, at) && !isNoChange(at)) return at;
    }
    return -1;
  }

  /** Why a negated plan is no denial but a date that was missed; null when it is a denial. */
  private @Nullable String missed(int negation, DateExpression date) {
    boolean anymore = tokens.isOneOf(date.end(), "any", "anymore"); // "not in May any more"
    if (anymore || tokens.word(negation + 1).equals("longer")) return "no longer a plan";
    if (Reaffirmation.isAsBefore(tokens, date.end())) return "not as planned";
    Period period = date.period();
    boolean thatDay = period instanceof Period.Relative || period instanceof Period.Weekday;
    return thatDay && isMissed(negation) ? "did not come out" : null;
  }

  /** "Did not go out yesterday". */
  private boolean isMissed(int negation) {
    boolean did = tokens.word(negation).equals("didn't") || tokens.word(negation - 1).equals("did");
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      if (did && cue.start() > negation && cue.start() <= negation + 2) return true;
    }
    return false;
  }

  /** "Would not be surprised to see it in May". */
  private boolean isNoSurprise(int negation) {
    return Negation.isOf(tokens, negation, "surprise", "surprised", "surprising", "astonished");
  }

  /** "Sees no reason to alter its goal of May", "nobody expected it in May": the plan stands. */
  private boolean isNoChange(int negation) {
    if (tokens.word(negation).equals("nobody")) {
      int told = tokens.isOneOf(negation + 1, "was", "is") ? negation + 2 : negation + 1;
      return tokens.isOneOf(told, "expected", "thought", "surprised");
    }
    if (isNoSurprise(negation)) return true;
    return STANDING.contains(tokens.word(negation + 1));
  }

  private void add(
      @Nullable ClaimStatus status,
      @Nullable DateExpression date,
      @Nullable DateExpression replaced,
      @Nullable Cue cue) {
    findings.add(
        new Finding(sentence, status, date, replaced, cue, null, Reaffirmation.isIn(sentence)));
  }

  /** "Scrapped the planned May launch": the plan is given up, not the product. */
  private boolean isOfAPlan(Cue cancel) {
    for (Cue miss : sentence.cues(CueKind.MISS)) {
      if (miss.start() < cancel.end() && cancel.start() < miss.end()) return true;
    }
    boolean up = tokens.word(cancel.end() - 1).equals("up"); // "gives up December 23"
    for (DateExpression date : sentence.dates())
      if (up && date.start() == cancel.end()) return true;
    for (int at = cancel.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.isOneOf(at, "plan", "plans") || isEventOf(at)) return true;
    }
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.OLD)) {
      int gap =
          cue.start() >= cancel.end() ? cue.start() - cancel.end() : cancel.start() - cue.end();
      if (gap >= 0 && gap <= 5 && !isDirectObject(cancel)) return true;
    }
    return false;
  }

  /** "The start of the X in several states has been called off". */
  private boolean isEventOf(int at) {
    return SubjectFinder.isEvent(tokens.word(at)) && tokens.word(at + 1).equals("of");
  }

  private boolean isDirectObject(Cue cancel) {
    for (Name name : sentence.names()) {
      if (scope.isSubject(name)
          && name.start() >= cancel.end() - 1
          && name.start() - cancel.end() <= 2) return true;
    }
    String next = tokens.word(cancel.end());
    return next.equals("it") || next.equals("altogether");
  }
}
