package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;
import slipstream.analysis.dates.WindowResolver;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.Window;

/** The dates of a sentence that belong to one subject's release: the new plan and the old one. */
final class PlanDates {
  private static final int LASTING = 4;
  private static final Set<String> SUCCESSORS =
      WordSet.of("successor", "sequel", "up", "heir", "answer", "rival", "alternative", "upgrade");
  private static final int CLAUSE = 14;
  private static final WordSet MODALS = WordLists.of("modal");
  private static final WordSet AUXILIARIES = WordLists.of("auxiliary");
  private static final Pattern DAY = Pattern.compile("\\d{1,2}(st|nd|rd|th)?");

  private final Statement statement;
  private final ReadSentence sentence;
  private final Scope scope;
  private final Tokens tokens;
  private final List<DateExpression> news = new ArrayList<>();
  private final List<DateExpression> old = new ArrayList<>();

  private PlanDates(Statement statement) {
    this.statement = statement;
    this.sentence = statement.sentence();
    this.scope = statement.scope();
    this.tokens = sentence.tokens();
  }

  static PlanDates of(Statement statement, RoleWeigher weigher) {
    var dates = new PlanDates(statement);
    if (!statement.dates().isEmpty()) dates.sort(weigher);
    return dates;
  }

  List<DateExpression> news() {
    return news;
  }

  List<DateExpression> old() {
    return old;
  }

  /** The firm date after the cue, else any; a vague one only when it is alone. */
  static @Nullable DateExpression newest(List<DateExpression> dates, Cue cue) {
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

  /** A past event takes the date of its sentence that stands nearest to it. */
  @Nullable DateExpression nearest(Cue deed) {
    DateExpression nearest = null;
    for (RuledDate ruled : statement.dates()) {
      DateExpression date = ruled.date();
      boolean shift = date.period() instanceof Period.Shift;
      if (shift || old.contains(date) || ruled.rule() == DateRole.OLD) continue;
      if (nearest == null || gap(date, deed) < gap(nearest, deed)) nearest = date;
    }
    return nearest;
  }

  /** The new dates in the clause of a cue. */
  List<DateExpression> near(Cue cue) {
    var found = new ArrayList<DateExpression>();
    for (DateExpression date : news) {
      int from = Math.min(cue.start(), date.start());
      int to = Math.max(cue.end(), date.end());
      boolean broken = false;
      for (int at = from; at < to; at++) broken |= sentence.isBreak(at);
      if (!broken) found.add(date);
    }
    return found;
  }

  private static int gap(DateExpression date, Cue cue) {
    return Math.max(date.start() - cue.end(), cue.start() - date.end());
  }

  @Nullable DateExpression lastOld() {
    return old.isEmpty() ? null : old.get(old.size() - 1);
  }

  /** "Went on sale at the start of January": the date of a past deed. */
  boolean isPast(DateExpression date) {
    Cue last = null;
    for (Cue cue : sentence.cues(CueKind.RELEASED, CueKind.PLAN, CueKind.RELEASE)) {
      if (cue.end() > date.start()) break;
      boolean plan = cue.kind() != CueKind.RELEASED;
      if (last == null || cue.start() > last.start() || (plan && cue.start() == last.start()))
        last = cue;
    }
    if (last == null || last.kind() != CueKind.RELEASED || scope.isFuture(last)) return false;
    String verb = tokens.word(last.start());
    if (tokens.isOneOf(last.start() - 1, "is", "are", "gets", "get")) return false; // "is approved"
    return !verb.endsWith("s") && !verb.equals("are") && !verb.equals("out");
  }

  private void sort(RoleWeigher weigher) {
    var roles = new WeighedRoles(statement, weigher);
    DateExpression moved = null;
    for (RuledDate ruled : statement.dates()) {
      DateExpression date = ruled.date();
      if (isNoTime(date) || isToday(date, weigher.article().day()) || isOfAnother(date)) continue;
      if (isDayOfADeed(date) || isRecord(date) || isOfAnEarlierDay(date)) continue;
      if (date.period() instanceof Period.Range range && range.moves() && isMove(date)) {
        if (!ruled.own() || ruled.otherMilestone()) continue;
        boolean history = sentence.contains(date.start() - 4, date.start(), "had");
        old.add(end(date, range, history));
        if (!history) moved = end(date, range, true);
        continue;
      }
      if (isFrom(date) && isWithinAMonth(date) && !sentence.has(CueKind.PLAN)) continue;
      switch (roles.role(ruled)) {
        case NEWS -> news.add(isOfItsRelease(date) ? date.unbound() : date);
        case OLD -> old.add(date);
        case OTHER -> {
          if (isLater(date)) news.add(date);
        }
      }
    }
    if (moved != null) {
      news.clear();
      news.add(moved);
    }
    if (news.size() > 1 && sentence.has(CueKind.DELAY)) passOver();
    if (news.size() > 1) sayOnce();
  }

  /** "In a month, on April 10", "for Christmas: December 18": the day tells when. */
  private void sayOnce() {
    for (DateExpression day : List.copyOf(news)) {
      if (isDay(day)) news.removeIf(other -> !isDay(other) && isSaidAgain(other, day));
    }
  }

  private static boolean isDay(DateExpression date) {
    return date.period() instanceof Period.Calendar c && c.unit() == Unit.DAY;
  }

  private boolean isSaidAgain(DateExpression date, DateExpression day) {
    boolean apart =
        date.period() instanceof Period.Calendar month
            && day.period() instanceof Period.Calendar c
            && month.unit() == Unit.MONTH
            && month.index() != c.index();
    if (apart) return false; // "in Europe in May, on June 4 in Japan"
    int gap = day.start() - date.end();
    boolean on = gap == 2 && tokens.word(day.start() - 1).equals("on");
    return (gap == 1 || on) && tokens.isOneOf(date.end(), ",", "(", ":", "-");
  }

  /** "Too soon to say", "not any time soon". */
  private boolean isNoTime(DateExpression date) {
    return tokens.word(date.end() - 1).equals("soon")
        && tokens.isOneOf(date.start() - 1, "too", "time", "anytime");
  }

  /** "It is March 17, the day that had been promised", "March is here", published then. */
  private boolean isToday(DateExpression date, @Nullable LocalDate day) {
    if (day == null || !(tellsToday(date) || isHere(date.end()))) return false;
    Window window = new WindowResolver(day, Sense.NEAREST).resolve(date).orElse(null);
    return window != null && ArticleWindows.within(Window.day(day), window);
  }

  private boolean isHere(int at) {
    return (tokens.isOneOf(at, "is", "'s") && tokens.word(at + 1).equals("here"))
        || (tokens.word(at).equals("has") && tokens.isOneOf(at + 1, "come", "arrived", "begun"));
  }

  private boolean tellsToday(DateExpression date) {
    int verb =
        tokens.isOneOf(date.start() - 1, "now", "already") ? date.start() - 2 : date.start() - 1;
    boolean is = tokens.word(verb - 1).equals("it") && tokens.isOneOf(verb, "is", "'s");
    is |= tokens.word(verb - 1).equals("today") && tokens.word(verb).equals("is");
    return is && verb <= sentence.from() + 1 && !tokens.isWord(date.end());
  }

  /** "On Monday published a paper on the X"; not "the launch on Friday was put off". */
  private boolean isDayOfADeed(DateExpression date) {
    String verb = tokens.word(date.end());
    boolean deed = DateRoleReader.isPast(verb) && !AUXILIARIES.contains(verb);
    return date.period() instanceof Period.Weekday && deed;
  }

  /** "When it was still called X and due in May": told of another time. */
  private boolean isOfAnEarlierDay(DateExpression date) {
    int first = Math.max(sentence.from(), date.start() - CLAUSE);
    for (int at = date.start() - 1; at >= first; at--) {
      if (sentence.isBreak(at) || tokens.word(at).equals(",")) return false;
      if (!tokens.word(at).equals("when")) continue;
      return tokens.isOneOf(at + 1, "it", "they", "he", "she")
          && tokens.isOneOf(at + 2, "was", "were")
          && tokens.isOneOf(at + 3, "still", "called", "first", "due", "only", "planned");
    }
    return false;
  }

  /** "Has passed three million players within seven days": how long it took. */
  private boolean isRecord(DateExpression date) {
    boolean within =
        date.period() instanceof Period.Ahead && tokens.word(date.start()).equals("within");
    int first = Math.max(sentence.from(), date.start() - CLAUSE);
    for (int at = date.start() - 1; within && at >= first && !sentence.isBreak(at); at--) {
      if (MODALS.contains(tokens.word(at)) || tokens.isOneOf(at, "to", ",", "but")) return false;
      if (tokens.isOneOf(at, "has", "have", "had")) return !tells(at, date.start());
    }
    return false;
  }

  private boolean tells(int from, int to) {
    return sentence.cues(CueKind.PLAN, CueKind.SAY, CueKind.RELEASE, CueKind.OLD).stream()
        .anyMatch(cue -> cue.end() > from && cue.start() < to);
  }

  /** "Tickets go on sale ahead of the June 4 premiere": the day itself. */
  private boolean isOfItsRelease(DateExpression date) {
    return date.bound() == Bound.BEFORE && SubjectFinder.isEvent(tokens.word(date.end()));
  }

  /** "The successor to January's X": the day of that product. */
  private boolean isOfAnother(DateExpression date) {
    boolean compared =
        tokens.isOneOf(date.start() - 1, "than", "beyond")
            || (tokens.word(date.start() - 1).equals("to")
                && SUCCESSORS.contains(tokens.word(date.start() - 2)));
    if (!compared || !tokens.word(date.end()).equals("'s")) return false;
    for (Name name : sentence.names()) {
      if (name.start() == date.end() + 1 && !scope.isSubject(name)) return true;
    }
    return false;
  }

  /** "Slips past March and comes in May": what it slips past is the old plan. */
  private void passOver() {
    for (DateExpression date : List.copyOf(news)) {
      if (date.bound() != Bound.AFTER || news.size() == 1) continue;
      news.remove(date);
      old.add(date.unbound());
    }
  }

  /** "Had been down for May 19 and goes two days later": counted from the old plan. */
  private boolean isLater(DateExpression date) {
    return date.period() instanceof Period.Shift shift && shift.sign() > 0 && !old.isEmpty();
  }

  private DateExpression end(DateExpression date, Period.Range range, boolean last) {
    boolean up = tokens.isOneOf(date.start() - 1, "up", "forward");
    return date.with(new Period.End(range, last, up || sentence.has(CueKind.ACCELERATE)));
  }

  /** "From May to July" moves a release, unless it tells how long something lasts. */
  private boolean isMove(DateExpression date) {
    boolean moved = sentence.has(CueKind.DELAY) || sentence.has(CueKind.MOVE);
    boolean until = contains(date, "until") || contains(date, "through");
    if (until && !moved && !sentence.has(CueKind.ACCELERATE)) return false;
    if (contains(date, "into")) return !lasts(date);
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.ACCELERATE, CueKind.MOVE)) {
      if (cue.start() < date.start()) return !isFrom(date) || !lasts(date);
    }
    return isFrom(date) && !lasts(date) && !isWithinAMonth(date);
  }

  private boolean contains(DateExpression date, String word) {
    return sentence.contains(date.start(), date.end(), word);
  }

  private boolean isFrom(DateExpression date) {
    return tokens.word(date.start()).equals("from");
  }

  /** "From March 20 to 23": days of one month, which without a word of moving are a duration. */
  private boolean isWithinAMonth(DateExpression date) {
    boolean to = tokens.isOneOf(date.end() - 2, "to", "until", "till", "through");
    boolean days = DAY.matcher(tokens.word(date.core() + 1)).matches(); // "from 20 to 23 March"
    return days || (to && DAY.matcher(tokens.word(date.end() - 1)).matches());
  }

  private boolean lasts(DateExpression date) {
    int first = Math.max(sentence.from(), date.start() - LASTING);
    for (int at = first; at < date.start(); at++) {
      switch (tokens.word(at)) {
        case "runs",
            "run",
            "lasts",
            "last",
            "open",
            "sometime",
            "window",
            "period",
            "months",
            "anywhere" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
