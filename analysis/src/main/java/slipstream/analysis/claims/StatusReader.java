package slipstream.analysis.claims;

import java.util.ArrayList;
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
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.UndatedKind;

/** Reads what one sentence says of the release of one subject. */
final class StatusReader {
  private static final int REACH = 10;

  /** Tokens from what opens an aside to what it tells of: "following a week of delays". */
  private static final int ASIDE = 6;

  private static final WordSet SHOWN = WordLists.of("shown");
  private static final WordSet HEARSAY = WordLists.of("hearsay");

  /** How a date is bounded by which something comes out: not what lasts until then. */
  private static final Set<Bound> TO_COME =
      Set.of(Bound.AT, Bound.AROUND, Bound.BY, Bound.BEFORE, Bound.NOT_BEFORE);

  private final Statement statement;
  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;
  private final PlanDates dates;
  private final OwnCues cues;
  private final PastRelease past;
  private final Cancellation cancellation;
  private final NegatedPlan negated;
  private final PresentDay present;
  private final List<Finding> findings = new ArrayList<>();

  private StatusReader(Statement statement, RoleWeigher weigher) {
    this.statement = statement;
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
    this.dates = PlanDates.of(statement, weigher);
    this.cues = new OwnCues(statement);
    this.past = new PastRelease(statement);
    this.cancellation = new Cancellation(statement);
    this.negated = new NegatedPlan(statement);
    this.present = new PresentDay(sentence);
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
    boolean no = sentence.contains(denial.start(), denial.end(), "no");
    if (no && denied != null && denied.bound() == Bound.NOT_BEFORE) {
      add(ClaimStatus.SCHEDULED, denied, null, null); // "there will be no launch before May"
      return;
    }
    boolean stands = denied != null && Reaffirmation.isAsBefore(tokens, denied.end());
    if (stands) denied = null; // "said the report was wrong and it would come in May as planned"
    if (stands || denied != null || !readNegatedPlan()) readDenial(denial, denied);
  }

  private @Nullable Cue cancellation() {
    Cue given = cues.first(CueKind.CANCEL);
    boolean other = given != null && cancellation.isOfSomethingElse(given);
    return given == null || other ? new NeverReleased(statement).cue(dates) : given;
  }

  /**
   * None in "the line, three years late, took its first passengers", "went live three weeks later
   * than planned": what is late is out.
   */
  private @Nullable Cue delay() {
    Cue delay = cues.first(CueKind.DELAY, CueKind.MISS);
    if (delay == null || isComparison(delay)) return null;
    if (past.cue() == null) return delay;
    for (int at = delay.start() - 1; at > delay.start() - ASIDE; at--) {
      if (tokens.isOneOf(at, "following", "after", "despite", "without")) return null;
    }
    for (int at = delay.start(); at < delay.end(); at++) {
      if (tokens.isOneOf(at, "late", "later", "behind", "after")) return null;
    }
    return delay;
  }

  /** "On May 12, two days behind Acme's Y": no plan of its own. */
  private boolean isComparison(Cue delay) {
    boolean behind = tokens.word(delay.end() - 1).equals("behind");
    return behind && tokens.isCapitalised(delay.end());
  }

  private void readMove() {
    Cue cancel = cancellation();
    if (cancel != null && isEnd(cancel)) {
      add(ClaimStatus.CANCELLED, null, planned(cancel), cancel);
      return;
    }
    Cue delay = delay();
    if (delay != null) {
      addMoved(ClaimStatus.DELAYED, delay);
    } else if (cancel != null && !cancellation.isUncertain(cancel)) {
      addGivenUp(cancel);
    } else {
      readOtherMove();
    }
  }

  private boolean isEnd(Cue cancel) {
    return !cancellation.isOfAPlan(cancel)
        && !cancellation.isUncertain(cancel)
        && !cancellation.isForNow(cancel)
        && !isOpen()
        && !isReplanned(cancel);
  }

  private void readOtherMove() {
    Cue accelerate = cues.first(CueKind.ACCELERATE);
    Cue move = accelerate == null ? move() : null;
    if (accelerate != null && !isOut(past.cue())) {
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
    if (status == ClaimStatus.DELAYED) news.removeIf(date -> isHurry(date) || isDayOfMove(date));
    add(status, PlanDates.newest(news, cue), dates.lastOld(), cue);
  }

  /** "Halted the countdown on Saturday": when it was put off, not until when. */
  private boolean isDayOfMove(DateExpression date) {
    boolean weekday = date.period() instanceof Period.Weekday && date.bound() == Bound.AT;
    return weekday && tokens.word(date.start() - 1).equals("on") && present.isDayOfDeed(date);
  }

  /** "As soon as possible" is no new date of what is put off. */
  private boolean isHurry(DateExpression date) {
    if (date.bound() == Bound.NOT_BEFORE) return false; // "no earlier than May"
    for (Cue cue : sentence.cues(CueKind.ACCELERATE)) {
      if (cue.start() < date.end() && date.start() < cue.end()) return true;
    }
    return false;
  }

  /** "Called off, and no new date is known": what has none may still have one (C7). */
  private boolean isOpen() {
    return cues.first(CueKind.SILENT, CueKind.UNDECIDED) != null;
  }

  /** "Has given up on this summer; it is now lined up for the holidays". */
  private boolean isReplanned(Cue cancel) {
    List<DateExpression> near = dates.near(cancel);
    return dates.news().stream().anyMatch(d -> d.start() > cancel.end() && !near.contains(d));
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
    boolean named = move != null && scope.isOfName(move.end() + 1); // "the move to X 2"
    if (move == null || (named && tokens.word(move.end()).equals("to"))) return null;
    for (DateExpression date : dates.news()) {
      boolean to = date.bound() == Bound.UNTIL || date.period() instanceof Period.End;
      to |= tokens.isOneOf(date.start() - 1, "to", "into", "for", "until", "till");
      if (to && date.start() >= move.end() && date.start() - move.end() <= REACH) return move;
    }
    return null;
  }

  /** The denied date is that of the same clause; what other clauses plan is claimed beside it. */
  private void readDenial(Cue denial, @Nullable DateExpression denied) {
    if (denied != null || isOfWhatWasTold(denial) || dates.news().isEmpty()) {
      add(ClaimStatus.DENIED, denied, null, denial);
    }
    boolean behind = denied == null || denied.start() >= denial.end();
    List<DateExpression> near = behind ? List.of() : dates.near(denial);
    for (DateExpression date : dates.news()) {
      boolean own = (!near.contains(date) || stands(date, denial)) && !date.equals(denied);
      if (own) add(ClaimStatus.SCHEDULED, date, oldBeside(denied), null);
    }
  }

  /**
   * "Contradicted that on Thursday: it comes in May", "that is not so; it is planned for May", "the
   * line was wrong and it remains planned for May".
   */
  private boolean isOfWhatWasTold(Cue denial) {
    if (tokens.isOneOf(denial.start(), "that", "this")) return true;
    boolean told = HEARSAY.contains(tokens.word(denial.start() - 1));
    if (told && tokens.isOneOf(denial.start() - 2, "the", "that", "this")) return true;
    boolean that = tokens.isOneOf(denial.end(), "that", "this", "it", "them");
    return that && tokens.isOneOf(denial.end() + 1, ".", ",", ":", "and", "but", "as", "on");
  }

  /** "Remains on course for May, and called a report of June untrue". */
  private boolean stands(DateExpression date, Cue denial) {
    int from = Math.min(date.end(), denial.end());
    int to = Math.max(date.start(), denial.start());
    for (int at = from; at < to; at++) {
      boolean joined = tokens.word(at).equals(",") && tokens.isOneOf(at + 1, "and", "but");
      if (joined) return Reaffirmation.isIn(sentence);
    }
    return false;
  }

  private @Nullable DateExpression oldBeside(@Nullable DateExpression denied) {
    DateExpression old = dates.lastOld();
    return old == null || old.equals(denied) ? null : old;
  }

  private void readPlain() {
    Cue released = past.cue();
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
    if (date != null && (isPresentPlan(released, date) || isToCome(released, date))) {
      add(ClaimStatus.SCHEDULED, date, dates.lastOld(), null);
      return;
    }
    DateExpression day = date != null && !liesAhead(date) ? date : dates.nearest(released);
    boolean ahead = day != null && liesAhead(day); // "with free updates until 2028"
    add(ClaimStatus.RELEASED, ahead ? null : day, dates.lastOld(), released);
  }

  /** "Slides put it on shelves in mid-2026"; not "its first album in three years". */
  private boolean isToCome(Cue released, DateExpression date) {
    if (!liesAhead(date) || !TO_COME.contains(date.bound())) return false;
    boolean counted = date.period() instanceof Period.Ahead;
    if (counted && sentence.contains(date.start() - ASIDE, date.start(), "first")) return false;
    return sentence.cues(CueKind.PLAN, CueKind.RELEASE).stream() // "is out, and Y arrives in May"
        .noneMatch(cue -> cue.start() >= released.end() && cue.end() <= date.start());
  }

  private boolean liesAhead(DateExpression date) {
    return statement.dates().stream().anyMatch(d -> d.ahead() && d.date().equals(date));
  }

  /** "Comes out on May 4", "is released on Friday": told in the present of a day ahead. */
  private boolean isPresentPlan(Cue released, DateExpression date) {
    if (date.bound() == Bound.SINCE) return false;
    int verb = released.start();
    boolean is = tokens.isOneOf(verb, "is", "are") || tokens.isOneOf(verb - 1, "is", "are");
    if (date.period() instanceof Period.Weekday) return is;
    return isAhead(date.period()) && (is || PresentDay.isPresent(tokens, verb));
  }

  private void readPlan(DateExpression date) {
    if (date.bound() == Bound.SINCE && !present.hasCome(date)) {
      Cue out = outSince(date);
      if (out != null) add(ClaimStatus.RELEASED, date, null, out);
      return;
    }
    if (isBeforeThePlan(date)) {
      Cue sooner = new Cue(CueKind.ACCELERATE, date.start(), date.end(), "before the old date");
      add(ClaimStatus.ACCELERATED, date, date.unbound(), sooner);
      return;
    }
    if (present.hasCome(date)) {
      Cue come = new Cue(CueKind.RELEASED, date.start(), date.end(), "a day that has come");
      if (!present.bringsNothingOut(date) && !scope.isOfAPart(date.start()))
        add(ClaimStatus.RELEASED, date, dates.lastOld(), come);
      return;
    }
    Cue later = later(date);
    ClaimStatus status = later == null ? ClaimStatus.SCHEDULED : ClaimStatus.DELAYED;
    add(status, date, dates.lastOld(), later);
  }

  /** "On sale since May 4", "since Monday anyone can use it"; not "waiting since January". */
  private @Nullable Cue outSince(DateExpression date) {
    List<Cue> out = sentence.cues(CueKind.RELEASED);
    if (!out.isEmpty()) return out.get(0);
    boolean open = !sentence.cues(CueKind.DELAY, CueKind.SILENT, CueKind.UNDECIDED).isEmpty();
    if (open || !PresentDay.isDay(date)) return null;
    for (int at = date.end(); at < Math.min(sentence.to(), date.end() + REACH); at++) {
      boolean can = tokens.word(at).equals("can");
      boolean been = tokens.isOneOf(at, "has", "have") && tokens.word(at + 1).equals("been");
      boolean not = Negation.isIn(sentence, at - 1) || Negation.isIn(sentence, at + 1);
      if ((can || been) && !not)
        return new Cue(CueKind.RELEASED, date.start(), date.end(), "since a day");
    }
    return null;
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
      int negation = negated.negationBefore(date);
      DateExpression instead = negation < 0 ? null : negated.instead(date);
      if (instead != null) {
        var not = new Cue(CueKind.DELAY, negation, instead.end(), "not that date but another");
        add(ClaimStatus.DELAYED, instead, date, not);
        return true;
      }
      String missed = negation < 0 ? null : negated.missed(negation, date);
      if (missed != null) {
        add(ClaimStatus.DELAYED, null, date, new Cue(CueKind.MISS, negation, date.end(), missed));
        return true;
      }
      if (negation < 0 || onlyOld) continue; // an old plan is missed, not denied
      Cue delay = cues.first(CueKind.DELAY);
      if (delay != null && delay.end() <= negation) {
        add(ClaimStatus.DELAYED, null, date, delay); // "needs more time and won't come in May"
        return true;
      }
      readDenial(new Cue(CueKind.DENY, negation, date.end(), "negation before a date"), date);
      return true;
    }
    return false;
  }

  private void add(
      @Nullable ClaimStatus status,
      @Nullable DateExpression date,
      @Nullable DateExpression replaced,
      @Nullable Cue cue) {
    findings.add(
        new Finding(sentence, status, date, replaced, cue, null, Reaffirmation.isIn(sentence)));
  }
}
