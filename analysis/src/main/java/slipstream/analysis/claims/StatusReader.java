package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Set<String> COUNTED =
      WordSet.of("day", "days", "week", "weeks", "month", "months", "year", "years");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "den(y|ies|ied|ying)|(dismiss|reject|refut|rebutt?|quash|rul|debunk|disput|shot|shoot|contradict|knock|brush|wav|swat)\\w*");

  private static final Set<String> REAFFIRMING =
      WordSet.of(
          "unchanged",
          "track",
          "reaffirmed",
          "reiterated",
          "officially",
          "remains",
          "stands",
          "always");
  private static final Set<String> LIMITS =
      WordSet.of("until", "till", "before", "unless", "if", "yet", "without", "today", "now");
  private static final Set<String> AS_BEFORE =
      WordSet.of("planned", "scheduled", "promised", "announced", "before");

  private static final Set<String> PRESENTS = Set.of("will", "won't", "is", "are", "has", "have");

  private final ReadSentence sentence;
  private final String subject;
  private final Tokens tokens;
  private final Scope scope;
  private final PlanDates dates;
  private final List<Finding> findings = new ArrayList<>();

  private StatusReader(ReadSentence sentence, String subject, Set<String> own) {
    this.sentence = sentence;
    this.subject = subject;
    this.tokens = sentence.tokens();
    this.scope = new Scope(sentence, subject, own);
    this.dates = PlanDates.of(sentence, scope);
  }

  /** The findings about {@code subject}, none for a question. */
  static List<Finding> read(ReadSentence sentence, String subject, Set<String> own) {
    if (sentence.isQuestion() || sentence.has(CueKind.ODDS)) return List.of();
    StatusReader reader = new StatusReader(sentence, subject, own);
    reader.readStatuses();
    return reader.findings;
  }

  private void readStatuses() {
    Cue denial = first(CueKind.DENY);
    if (denial != null) {
      readDenial(denial, denied(denial));
      readUndated();
      return;
    }
    if (readNegatedPlan()) return;
    Cue given = first(CueKind.CANCEL);
    Cue cancel = given == null ? never() : given;
    Cue delay = first(CueKind.DELAY, CueKind.MISS);
    Cue accelerate = first(CueKind.ACCELERATE);
    Cue move = move();
    if (cancel != null && !isOfAPlan(cancel) && !isUncertain(cancel)) {
      add(ClaimStatus.CANCELLED, null, planned(cancel), cancel);
    } else if (delay != null) {
      addMoved(ClaimStatus.DELAYED, delay);
    } else if (cancel != null && !isUncertain(cancel)) {
      addGivenUp(cancel);
    } else if (accelerate != null && released() != null) {
      readPlain();
    } else if (accelerate != null) {
      addMoved(ClaimStatus.ACCELERATED, accelerate);
    } else if (move != null) {
      addMoved(ClaimStatus.DELAYED, move);
    } else {
      readPlain();
    }
    readUndated();
  }

  private void addMoved(ClaimStatus status, Cue cue) {
    var news = new ArrayList<>(dates.news());
    if (status == ClaimStatus.DELAYED) news.removeIf(this::isHurry);
    add(status, PlanDates.newest(news, cue), dates.lastOld(), cue);
  }

  /** "As soon as possible" is no new date of what is put off. */
  private boolean isHurry(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.ACCELERATE)) {
      if (cue.start() < date.end() && date.start() < cue.end()) return true;
    }
    return false;
  }

  /** "Will not bring out the X", "will never reach a customer": a release denied without a date. */
  private @Nullable Cue never() {
    if (!dates.news().isEmpty()) return null;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (LIMITS.contains(tokens.word(at))) return null;
    }
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      boolean will =
          tokens.isOneOf(cue.start() - 2, "will", "'ll")
              || tokens.word(cue.start() - 1).equals("won't");
      boolean not = tokens.isOneOf(cue.start() - 1, "not", "never", "won't");
      if (will && not && isWhole(cue.end()) && scope.isOwn(cue.start())) return cue;
    }
    return null;
  }

  /** The clause ends, or its object follows: not "will not ship with a charger". */
  private boolean isWhole(int at) {
    for (DateExpression date : sentence.dates()) if (date.start() == at) return false;
    for (Name name : sentence.names()) if (name.start() == at) return true;
    return !tokens.isWord(at) || tokens.isOneOf(at, "the", "its", "it", "this", "after");
  }

  /** "May never be made": no cancellation yet. */
  private boolean isUncertain(Cue cancel) {
    return tokens.isOneOf(cancel.start() - 1, "may", "might", "could");
  }

  /** A plan given up, not the product (C7): its date is the old one unless a new one follows. */
  private void addGivenUp(Cue cancel) {
    boolean replaced = !dates.old().isEmpty() || dates.news().size() > 1;
    if (replaced) addMoved(ClaimStatus.DELAYED, cancel);
    else add(ClaimStatus.DELAYED, null, planned(cancel), cancel);
  }

  /** The plan that a cancellation ends: named as such, else the date of its clause. */
  private @Nullable DateExpression planned(Cue cancel) {
    DateExpression old = dates.lastOld();
    return old != null ? old : PlanDates.newest(near(cancel), cancel);
  }

  /** "Has been moved to 2027": put off, unless the old date says otherwise. */
  private @Nullable Cue move() {
    Cue move = first(CueKind.MOVE);
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
    if (denied != null || dates.news().isEmpty()) add(ClaimStatus.DENIED, denied, null, denial);
    boolean behind = denied == null || denied.start() >= denial.end();
    List<DateExpression> near = behind ? List.of() : near(denial);
    for (DateExpression date : dates.news()) {
      boolean own = !near.contains(date) && !date.equals(denied);
      if (own) add(ClaimStatus.SCHEDULED, date, oldBeside(denied), null);
    }
  }

  private @Nullable DateExpression oldBeside(@Nullable DateExpression denied) {
    DateExpression old = dates.lastOld();
    return old == null || old.equals(denied) ? null : old;
  }

  /**
   * The date a denial is of: who denies names it afterwards ("denied a release in May"), what is
   * false was named before ("talk of May is false").
   */
  private @Nullable DateExpression denied(Cue denial) {
    List<DateExpression> near = near(denial);
    boolean passive = tokens.isOneOf(denial.start() - 1, "is", "are", "was", "were", "been", "be");
    boolean active = !passive && ACTIVE.matcher(tokens.word(denial.start())).matches();
    var behind = new ArrayList<DateExpression>(near);
    behind.addAll(dates.old());
    behind.removeIf(date -> date.start() < denial.end() || isSaidApart(denial, date));
    if (active && !behind.isEmpty()) return PlanDates.newest(behind, denial);
    if (active && tokens.word(denial.start()).endsWith("ing")) return null;
    near.removeIf(date -> isSaidApart(denial, date));
    if (near.stream().anyMatch(date -> date.end() <= denial.start())) {
      near.removeIf(date -> date.start() >= denial.end()); // "the May date is wrong, June stands"
    }
    DateExpression denied = PlanDates.newest(near, denial);
    return denied != null ? denied : dates.lastOld();
  }

  /** "Dismissed rumours of a delay and said it would ship in May": May is no rumour. */
  private boolean isSaidApart(Cue denial, DateExpression date) {
    for (Cue say : sentence.cues(CueKind.SAY)) {
      boolean between = say.start() >= denial.end() && say.end() <= date.start();
      if (between && tokens.isOneOf(say.start() - 1, "and", "but", ",")) return true;
    }
    return false;
  }

  /** The dates in the clause of a cue. */
  private List<DateExpression> near(Cue cue) {
    var near = new ArrayList<DateExpression>();
    for (DateExpression date : dates.news()) {
      int from = Math.min(cue.start(), date.start());
      int to = Math.max(cue.end(), date.end());
      boolean broken = false;
      for (int at = from; at < to; at++) broken |= sentence.isBreak(at);
      if (!broken) near.add(date);
    }
    return near;
  }

  private void readPlain() {
    Cue released = released();
    if (released != null) {
      DateExpression date = PlanDates.newest(dates.news(), released);
      if (date != null && date.period() instanceof Period.Shift) date = null;
      boolean present = tokens.isOneOf(released.start(), "is", "are", "hits", "goes");
      if (present && date != null && isAhead(date.period())) {
        add(ClaimStatus.SCHEDULED, date, dates.lastOld(), null);
        return;
      }
      add(
          ClaimStatus.RELEASED,
          date != null ? date : dates.nearest(released),
          dates.lastOld(),
          released);
      return;
    }
    if (dates.news().isEmpty() && !dates.old().isEmpty()) {
      Cue missed = missed();
      add(missed == null ? null : ClaimStatus.DELAYED, null, dates.lastOld(), missed);
    }
    for (DateExpression date : dates.news()) {
      if (dates.isPast(date)) continue;
      Cue later = later(date);
      add(
          later == null ? ClaimStatus.SCHEDULED : ClaimStatus.DELAYED,
          date,
          dates.lastOld(),
          later);
    }
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
    return period instanceof Period.Calendar;
  }

  /** "Misses the second quarter". */
  private @Nullable Cue missed() {
    for (Cue cue : sentence.cues(CueKind.OLD)) {
      if (scope.isOwn(cue.start()) && tokens.word(cue.start()).startsWith("miss")) return cue;
    }
    return null;
  }

  private void readUndated() {
    Cue undecided = undecided();
    Cue silent = first(CueKind.SILENT);
    Cue cue = undecided != null ? undecided : silent;
    if (cue == null) return;
    UndatedKind kind = undecided != null ? UndatedKind.UNDECIDED : UndatedKind.SILENT;
    findings.add(
        new Finding(
            sentence, ClaimStatus.UNDATED, null, dates.lastOld(), cue, kind, isReaffirmed()));
  }

  /** That a date is open; "to be announced on May 4" says when something else comes. */
  private @Nullable Cue undecided() {
    Cue cue = first(CueKind.UNDECIDED);
    if (cue == null || !tokens.word(cue.start()).equals("to")) return cue;
    for (DateExpression date : sentence.dates()) {
      if (date.start() >= cue.end() && date.start() <= cue.end() + 1) return null;
    }
    return cue;
  }

  /** "It won't be August", "no plan to launch it this month": the date is contradicted. */
  private boolean readNegatedPlan() {
    for (DateExpression date : dates.news()) {
      if (date.bound() != Bound.AT || scope.isOtherMilestone(date.start())) continue;
      for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - REACH); at--) {
        if (sentence.isBreak(at) || tokens.word(at).equals(",")) break;
        if (!Negation.isNegation(tokens, at) || isNoChange(at)) continue;
        if (tokens.word(at + 1).equals("longer")) {
          Cue dropped = new Cue(CueKind.MISS, at, date.end(), "no longer a plan");
          add(ClaimStatus.DELAYED, null, date, dropped);
          return true;
        }
        if (isAsBefore(date.end())) {
          Cue missed = new Cue(CueKind.MISS, at, date.end() + 2, "not as planned");
          add(ClaimStatus.DELAYED, null, date, missed);
          return true;
        }
        Cue cue = new Cue(CueKind.DENY, at, date.end(), "negation before a date");
        readDenial(cue, date);
        return true;
      }
    }
    return false;
  }

  /** "Sees no reason to alter its goal of May": the plan stands. */
  private boolean isNoChange(int negation) {
    return tokens.isOneOf(negation + 1, "reason", "change", "changes", "doubt", "doubts");
  }

  private void add(
      @Nullable ClaimStatus status,
      @Nullable DateExpression date,
      @Nullable DateExpression replaced,
      @Nullable Cue cue) {
    findings.add(new Finding(sentence, status, date, replaced, cue, null, isReaffirmed()));
  }

  /** "Remains due in May", "will begin in June as planned": what has been said before stands. */
  private boolean isReaffirmed() {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (Negation.isNegation(tokens, at)) return false; // "will not open in May as planned"
      if (REAFFIRMING.contains(tokens.word(at)) || isStill(at)) return true;
      if (isAsBefore(at)) return true;
    }
    return false;
  }

  /** "Is still coming out in May". */
  private boolean isStill(int at) {
    if (!tokens.word(at).equals("still")) return false;
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.RELEASE)) {
      if (cue.start() >= at && cue.start() <= at + 1) return true;
    }
    return false;
  }

  private boolean isAsBefore(int at) {
    return tokens.word(at).equals("as") && AS_BEFORE.contains(tokens.word(at + 1));
  }

  private @Nullable Cue first(CueKind... kinds) {
    for (Cue cue : sentence.cues(kinds)) {
      if (!scope.isOwn(cue.start()) || isNegated(cue) || scope.isOtherMilestone(cue.start()))
        continue;
      if (!isHistory(cue) && !isOfALimit(cue)) return cue;
    }
    return null;
  }

  /** "Not earlier than May": the words of a date. */
  private boolean isOfALimit(Cue cue) {
    for (DateExpression date : sentence.dates()) {
      boolean within = date.start() <= cue.start() && cue.end() <= date.core();
      if (within && cue.kind() == CueKind.ACCELERATE) return true;
    }
    return false;
  }

  /** "In June it had been put off", "last week it called the date fake": background (C4). */
  private boolean isHistory(Cue cue) {
    if (PRESENTS.contains(tokens.word(cue.start()))) return false;
    for (int at = cue.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      switch (tokens.word(at)) {
        case "have" -> {
          if (!tokens.word(at - 1).equals("to")) return false;
        }
        case "now", "but", "will", "is", "are", "has" -> {
          return false;
        }
        case "after" -> {
          boolean counted = COUNTED.contains(tokens.word(at - 1));
          if (counted || cue.start() - at <= 3) return true;
        }
        case "had" -> {
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
      if (Negation.isNegation(tokens, at) || word.equals("whether") || word.equals("without"))
        return true;
    }
    return false;
  }

  /** "Scrapped the planned May launch": the plan is given up, not the product. */
  private boolean isOfAPlan(Cue cancel) {
    for (Cue miss : sentence.cues(CueKind.MISS)) if (miss.start() == cancel.start()) return true;
    boolean up = tokens.word(cancel.end() - 1).equals("up"); // "gives up December 23"
    for (DateExpression date : sentence.dates())
      if (up && date.start() == cancel.end()) return true;
    for (int at = cancel.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.isOneOf(at, "plan", "plans")) return true;
    }
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.OLD)) {
      int gap =
          cue.start() >= cancel.end() ? cue.start() - cancel.end() : cancel.start() - cue.end();
      if (gap >= 0 && gap <= 5 && !isDirectObject(cancel)) return true;
    }
    return false;
  }

  private boolean isDirectObject(Cue cancel) {
    for (Name name : sentence.names()) {
      if (name.watched().equals(subject)
          && name.start() >= cancel.end() - 1
          && name.start() - cancel.end() <= 2) return true;
    }
    String next = tokens.word(cancel.end());
    return next.equals("it") || next.equals("altogether");
  }

  /** A past release verb that has the subject as its subject or object. */
  private @Nullable Cue released() {
    for (Cue cue : sentence.cues(CueKind.RELEASED)) {
      if (!scope.isOwn(cue.start()) || isNegated(cue) || scope.isOtherMilestone(cue.start()))
        continue;
      if (scope.isFuture(cue) || !scope.touches(cue) || isLongAgo() || isOfOther(cue)) continue;
      return cue;
    }
    return null;
  }

  /** "Issued the flight licence": what came out is no product. */
  private boolean isOfOther(Cue released) {
    for (Cue other : sentence.cues(CueKind.OTHER)) {
      if (other.start() >= released.end() && other.start() <= released.end() + 2) return true;
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
