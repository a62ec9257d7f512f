package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.UndatedKind;

/** Reads what one sentence says of the release of one subject. */
final class StatusReader {
  private static final int REACH = 10;

  private final ReadSentence sentence;
  private final String subject;
  private final Tokens tokens;
  private final List<DateExpression> news = new ArrayList<>();
  private final List<DateExpression> old = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private StatusReader(ReadSentence sentence, String subject) {
    this.sentence = sentence;
    this.subject = subject;
    this.tokens = sentence.tokens();
  }

  /** The findings about {@code subject}, none for a question. */
  static List<Finding> read(ReadSentence sentence, String subject) {
    if (sentence.isQuestion() || sentence.has(CueKind.ODDS)) return List.of();
    StatusReader reader = new StatusReader(sentence, subject);
    reader.sortDates();
    reader.readStatuses();
    return reader.findings;
  }

  private void sortDates() {
    var roles = new DateRoleReader(sentence);
    DateExpression moved = null;
    for (DateExpression date : sentence.dates()) {
      if (!isOwn(date.start()) || isOtherMilestone(date.start())) continue;
      if (date.period() instanceof Period.Range range && range.moves() && isMove(date)) {
        boolean history = sentence.contains(date.start() - 4, date.start(), "had");
        old.add(end(date, range, history));
        if (!history) moved = end(date, range, true);
        continue;
      }
      switch (roles.role(date)) {
        case NEWS -> news.add(date);
        case OLD -> old.add(date);
        case OTHER -> {}
      }
    }
    if (moved != null) {
      news.clear();
      news.add(moved);
    }
  }

  private static DateExpression end(DateExpression date, Period.Range range, boolean last) {
    return new DateExpression(
        date.start(), date.end(), date.core(), new Period.End(range, last), date.bound());
  }

  private boolean isMove(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.ACCELERATE)) {
      if (cue.start() < date.start()) return true;
    }
    for (int at = sentence.from(); at < date.start(); at++) {
      switch (tokens.word(at)) {
        case "moved",
            "moves",
            "pushed",
            "pushes",
            "slid",
            "slips",
            "revised",
            "moving",
            "move",
            "shifted",
            "shifts",
            "shift",
            "changed",
            "changes",
            "change",
            "rescheduled",
            "went",
            "goes",
            "from" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private void readStatuses() {
    Cue denial = first(CueKind.DENY);
    if (denial != null) {
      readDenial(denial, newest(near(denial), denial));
      return;
    }
    if (readNegatedPlan()) return;
    Cue cancel = first(CueKind.CANCEL);
    Cue delay = first(CueKind.DELAY);
    Cue accelerate = first(CueKind.ACCELERATE);
    if (cancel != null && !isOfAPlan(cancel)) {
      DateExpression planned = oldest();
      add(ClaimStatus.CANCELLED, null, planned != null ? planned : newest(news, cancel), cancel);
    } else if (delay != null) {
      add(ClaimStatus.DELAYED, newest(news, delay), oldest(), delay);
    } else if (cancel != null) {
      add(ClaimStatus.DELAYED, newest(news, cancel), oldest(), cancel);
    } else if (accelerate != null) {
      add(ClaimStatus.ACCELERATED, newest(news, accelerate), oldest(), accelerate);
    } else {
      readPlain();
    }
    readUndated();
  }

  /** The denied date is that of the same clause; what other clauses plan is claimed beside it. */
  private void readDenial(Cue denial, @Nullable DateExpression denied) {
    add(ClaimStatus.DENIED, denied, null, denial);
    List<DateExpression> near = near(denial);
    for (DateExpression date : news) {
      if (!near.contains(date)) add(ClaimStatus.SCHEDULED, date, oldest(), null);
    }
  }

  /** The dates in the clause of a cue. */
  private List<DateExpression> near(Cue cue) {
    var near = new ArrayList<DateExpression>();
    for (DateExpression date : news) {
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
      DateExpression date = newest(news, released);
      boolean present = tokens.word(released.start()).matches("is|are|hits|goes");
      if (present && date != null && date.period() instanceof Period.Calendar) {
        add(ClaimStatus.SCHEDULED, date, oldest(), null);
        return;
      }
      add(ClaimStatus.RELEASED, date != null ? date : anyDate(), oldest(), released);
      return;
    }
    if (news.isEmpty()) {
      Cue missed = missed();
      ClaimStatus status = missed == null ? null : ClaimStatus.DELAYED;
      if (!old.isEmpty()) add(status, null, oldest(), missed);
      return;
    }
    for (DateExpression date : news) add(ClaimStatus.SCHEDULED, date, oldest(), null);
  }

  /** "Misses the second quarter". */
  private @Nullable Cue missed() {
    for (Cue cue : sentence.cues(CueKind.OLD)) {
      if (isOwn(cue.start()) && tokens.word(cue.start()).startsWith("miss")) return cue;
    }
    return null;
  }

  private void readUndated() {
    Cue undecided = first(CueKind.UNDECIDED);
    Cue silent = first(CueKind.SILENT);
    Cue cue = undecided != null ? undecided : silent;
    if (cue == null) return;
    UndatedKind kind = undecided != null ? UndatedKind.UNDECIDED : UndatedKind.SILENT;
    findings.add(
        new Finding(sentence, ClaimStatus.UNDATED, null, oldest(), cue, kind, isReaffirmed()));
  }

  /** "It won't be August", "no plan to launch it this month": the date is contradicted. */
  private boolean readNegatedPlan() {
    for (DateExpression date : news) {
      if (date.bound() != Bound.AT || isOtherMilestone(date.start())) continue;
      for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - REACH); at--) {
        if (sentence.isBreak(at) || tokens.word(at).equals(",")) break;
        if (!isNegation(tokens.word(at))) continue;
        Cue cue = new Cue(CueKind.DENY, at, date.end(), "negation before a date");
        readDenial(cue, date);
        return true;
      }
    }
    return false;
  }

  private static boolean isNegation(String word) {
    return word.endsWith("n't")
        || switch (word) {
          case "not", "no", "never", "neither", "nor", "without" -> true;
          default -> false;
        };
  }

  private void add(
      @Nullable ClaimStatus status,
      @Nullable DateExpression date,
      @Nullable DateExpression replaced,
      @Nullable Cue cue) {
    findings.add(new Finding(sentence, status, date, replaced, cue, null, isReaffirmed()));
  }

  private boolean isReaffirmed() {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      switch (tokens.word(at)) {
        case "unchanged", "track", "reaffirmed", "reiterated", "officially" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The firm date after the cue, else any; a vague one only when it is alone. */
  private static @Nullable DateExpression newest(List<DateExpression> dates, Cue cue) {
    DateExpression best = null;
    for (DateExpression date : dates) {
      boolean better = best == null || firmness(date) > firmness(best);
      better |= best != null && firmness(date) == firmness(best) && best.start() < cue.start();
      if (better) best = date;
    }
    return best;
  }

  private static int firmness(DateExpression date) {
    if (date.period() instanceof Period.Shift) return 0;
    return date.period() instanceof Period.Ahead ? 1 : 2;
  }

  /** A past event takes the date of its sentence, wherever it stands. */
  private @Nullable DateExpression anyDate() {
    for (DateExpression date : sentence.dates()) if (!old.contains(date)) return date;
    return null;
  }

  private @Nullable DateExpression oldest() {
    return old.isEmpty() ? null : old.get(old.size() - 1);
  }

  private @Nullable Cue first(CueKind kind) {
    for (Cue cue : sentence.cues(kind)) {
      if (!isOwn(cue.start()) || isNegated(cue) || isOtherMilestone(cue.start())) continue;
      if (!isHistory(cue)) return cue;
    }
    return null;
  }

  /** "In June it had been put off", "last week it called the date fake": background (C4). */
  private boolean isHistory(Cue cue) {
    for (int at = cue.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      switch (tokens.word(at)) {
        case "have" -> {
          if (!tokens.word(at - 1).equals("to")) return false;
        }
        case "now", "but", "will", "is", "has" -> {
          return false;
        }
        case "had" -> {
          return true;
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

  private boolean isNegated(Cue cue) {
    if (cue.kind() == CueKind.SILENT || cue.kind() == CueKind.UNDECIDED) return false;
    for (int at = cue.start() - 1; at >= Math.max(sentence.from(), cue.start() - 3); at--) {
      String word = tokens.word(at);
      if (sentence.isBreak(at) || word.equals(",")) return false;
      if (isNegation(word) || word.equals("whether") || word.equals("without")) return true;
    }
    return false;
  }

  /**
   * True when the sentence's cue speaks of pre-orders, a trailer, earnings and not of the release.
   */
  private boolean isOtherMilestone(int place) {
    for (Cue other : sentence.cues(CueKind.OTHER)) {
      if (other.end() > place) continue;
      boolean interrupted = false;
      for (int at = other.end(); at < place; at++) interrupted |= sentence.isBreak(at);
      for (Name name : sentence.names()) {
        boolean between = name.start() >= other.end() && name.end() <= place;
        interrupted |= between && !SubjectFinder.isAside(tokens, name);
      }
      for (Cue say : sentence.cues(CueKind.SAY)) {
        interrupted |= say.start() >= other.end() && say.end() <= place;
      }
      if (!interrupted) return true;
    }
    return false;
  }

  /** "Scrapped the planned May launch": the plan is given up, not the product. */
  private boolean isOfAPlan(Cue cancel) {
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
      if (!isOwn(cue.start()) || isNegated(cue) || isOtherMilestone(cue.start())) continue;
      if (isFuture(cue) || !touchesSubject(cue) || isLongAgo()) continue;
      return cue;
    }
    return null;
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

  private boolean isFuture(Cue cue) {
    for (int at = cue.start() - 1; at >= Math.max(sentence.from(), cue.start() - 3); at--) {
      switch (tokens.word(at)) {
        case "be",
            "to",
            "being",
            "will",
            "would",
            "could",
            "should",
            "might",
            "may",
            "until",
            "if",
            "when",
            "once",
            "had",
            "never",
            "yet",
            "before",
            "supposed" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private boolean touchesSubject(Cue cue) {
    for (Name name : sentence.names()) {
      if (!name.watched().equals(subject)) continue;
      int after = name.start() - cue.end();
      int before = cue.start() - name.end();
      if ((after >= 0 && after <= 3) || (before >= 0 && before <= 5)) return true;
      if (name.start() >= cue.start() && name.end() <= cue.end()) return true;
    }
    if (sentence.names(subject)) return false;
    for (int at = Math.max(sentence.from(), cue.start() - 4); at < cue.end() + 2; at++) {
      if (tokens.word(at).equals("it")) return true;
    }
    return false;
  }

  /** True when the words at {@code at} speak of the subject and not of another product. */
  private boolean isOwn(int at) {
    Name last = null;
    for (Name name : sentence.names()) {
      if (name.start() >= at) break;
      boolean reachable = true;
      for (int i = name.end(); i < at; i++) reachable &= !sentence.isBreak(i);
      if (reachable && (isSubject(name) || !SubjectFinder.isAside(tokens, name))) last = name;
    }
    if (last != null) return isSubject(last);
    for (Name name : sentence.names()) {
      if (name.start() < at) continue;
      boolean reachable = true;
      for (int i = at; i < name.start(); i++) reachable &= !sentence.isBreak(i);
      if (reachable && (isSubject(name) || !SubjectFinder.isAside(tokens, name))) {
        return isSubject(name);
      }
    }
    return true;
  }

  private boolean isSubject(Name name) {
    return name.watched().equals(subject);
  }
}
