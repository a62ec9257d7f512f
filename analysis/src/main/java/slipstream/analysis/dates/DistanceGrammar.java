package slipstream.analysis.dates;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.AmountGrammar.Amount;
import slipstream.analysis.dates.Period.Ahead;
import slipstream.analysis.dates.Period.Step;
import slipstream.analysis.dates.PeriodGrammar.Match;
import slipstream.contracts.Precision;

/**
 * Reads stretches counted from a day: "in two weeks", "the coming months", "a week ago", "two
 * months later", "soon".
 */
final class DistanceGrammar {
  private static final Set<String> OPENERS =
      WordSet.of("in", "within", "over", "during", "inside", "after", "for");

  /** Words of a plan: "the first ones will ship in six weeks" is no record. */
  private static final Set<String> AHEAD =
      WordSet.of("will", "would", "shall", "should", "could", "may", "might", "can", "to", "due");

  private static final Set<String> ENDS = WordSet.of("to", "through", "ending", "ended");

  private static final Set<String> AWAY = WordSet.of("away", "out", "off", "hence");

  private static final Set<String> RELEASES =
      WordSet.ofLine(
          "launch launching release releasing debut debuting rollout shipping publishing unleashing");

  private static final Set<String> RECORDS =
      WordSet.of("first", "second", "third", "only", "best", "worst", "most", "least", "record");

  /** Of two that begin alike the longer one first. */
  private static final List<List<String>> SOON_PHRASES =
      Stream.of(
              "any day now",
              "any day",
              "any moment",
              "any minute",
              "any time now",
              "around the corner",
              "before long",
              "before too long",
              "the near future",
              "near future")
          .map(phrase -> List.of(phrase.split(" ", -1)))
          .toList();

  private static final Step TOMORROW = new Step(0, 1);
  static final Ahead SOON = new Ahead(TOMORROW, new Step(0, 90), Precision.VAGUE);

  private final Tokens tokens;
  private final AmountGrammar amounts;

  DistanceGrammar(Tokens tokens) {
    this.tokens = tokens;
    this.amounts = new AmountGrammar(tokens);
  }

  @Nullable Match read(int at) {
    Match soon = soon(at);
    if (soon != null) return soon;
    if (OPENERS.contains(tokens.word(at))) {
      Match ahead = opened(at);
      if (ahead != null) return ahead;
    }
    Match coming = coming(at, at);
    return coming != null ? coming : counted(at);
  }

  private @Nullable Match soon(int at) {
    int end =
        switch (tokens.word(at)) {
          case "soon" -> tokens.word(at + 1).equals("after") ? -1 : at + 1;
          case "imminent", "imminently", "shortly", "momentarily", "asap" ->
              tokens.word(at + 1).equals("after") || tokens.word(at + 1).equals("before")
                  ? -1
                  : at + 1;
          case "any", "around", "before", "near", "the" -> phrase(at);
          case "close", "about" -> tokens.word(at + 1).equals("to") ? release(at + 2) : -1;
          case "verge", "brink", "cusp" -> tokens.word(at + 1).equals("of") ? release(at + 2) : -1;
          case "nearing", "nears" -> release(at + 1);
          case "as" -> asSoonAsPossible(at);
          default -> -1;
        };
    return end < 0 ? null : new Match(SOON, end);
  }

  /** "Close to launching it", "nearing its release": behind the word; -1 for any other. */
  private int release(int at) {
    int verb = tokens.isOneOf(at, "a", "an", "its", "the") ? at + 1 : at;
    if (tokens.isOneOf(verb, "public", "commercial", "official")) verb++;
    return RELEASES.contains(tokens.word(verb)) ? verb + 1 : -1;
  }

  private int asSoonAsPossible(int at) {
    String next = tokens.word(at + 1);
    boolean quick =
        next.equals("soon")
            || next.equals("early")
            || next.equals("quickly")
            || next.equals("fast");
    if (!quick || !tokens.word(at + 2).equals("as")) return -1;
    return switch (tokens.word(at + 3)) {
      case "possible", "feasible", "practicable" -> at + 4;
      case "it", "they", "we" -> tokens.word(at + 4).equals("can") ? at + 5 : -1;
      default -> -1;
    };
  }

  private int phrase(int at) {
    for (List<String> phrase : SOON_PHRASES) {
      int i = 0;
      while (i < phrase.size() && tokens.word(at + i).equals(phrase.get(i))) i++;
      if (i == phrase.size()) return at + i;
    }
    return -1;
  }

  /** "In two weeks", "within a month", "over the next few months", "in a year's time". */
  private @Nullable Match opened(int at) {
    int next = at + 1;
    if (tokens.word(next).equals("as") && tokens.word(next + 2).equals("as")) next += 3;
    Match coming = coming(next, at);
    if (coming != null) return coming;
    String opener = tokens.word(at);
    if (opener.equals("over") || opener.equals("during") || opener.equals("for")) return null;
    if (opener.equals("after")) return null;
    Amount amount = amounts.read(skipHedges(next));
    if (amount == null || amount.unit() == Unit.HALF) return null;
    int end = amount.end();
    if (tokens.word(end).equals("'s") || tokens.word(end).equals("'")) end++;
    if (tokens.word(end).equals("time")) end++;
    if (isShiftWord(tokens.word(end)) || isOfAPeriod(end)) return null;
    if (opener.equals("in") && isRecord(at)) return null;
    boolean within = opener.equals("within") || opener.equals("inside");
    within |= tokens.isOneOf(next, "under", "less", "fewer"); // "in less than a month"
    return new Match(within ? within(amount) : in(amount), end);
  }

  /** "The lowest level in six years", "the first update in months": how long it has been. */
  private boolean isRecord(int at) {
    for (int i = at - 1; i >= at - 6 && tokens.isWord(i); i--) {
      String word = tokens.word(i);
      if (AHEAD.contains(word)) return false;
      boolean superlative = word.length() > 4 && word.endsWith("est") && !word.equals("latest");
      if (superlative || RECORDS.contains(word)) return true;
    }
    return false;
  }

  /** "The coming weeks", "next two months", "the next couple of months". */
  private @Nullable Match coming(int at, int opener) {
    int next = tokens.word(at).equals("the") ? at + 1 : at;
    String word = tokens.word(next);
    Match ahead = next > at ? unitsAhead(next) : null;
    if (ahead != null) return ahead;
    if (!word.equals("coming") && !word.equals("next") && !word.equals("following")) return null;
    next++;
    if (tokens.isOneOf(next, "a", "an")) return null; // "following a week of tests"
    if (opener != at && tokens.word(next).equals("year")) {
      boolean stretch = word.equals("coming") || isWithin(tokens.word(opener));
      return stretch ? new Match(within(1, Unit.YEAR, Precision.VAGUE), next + 1) : null;
    }
    Amount amount = amounts.read(next);
    if (amount == null || isShiftWord(tokens.word(amount.end()))) return null;
    if (amount.vague()) return new Match(vagueAhead(amount), amount.end());
    Precision precision = amount.couple() ? Precision.VAGUE : byLength(amount);
    if (amount.couple() && amount.unit() == Unit.MONTH) {
      return new Match(new Ahead(TOMORROW, new Step(0, 62), precision), amount.end());
    }
    return new Match(within(amount.most(), amount.unit(), precision), amount.end());
  }

  /** "The weeks ahead", "the months to come". */
  private @Nullable Match unitsAhead(int at) {
    boolean ahead = tokens.word(at + 1).equals("ahead");
    boolean come = tokens.word(at + 1).equals("to") && tokens.word(at + 2).equals("come");
    Amount amount = ahead || come ? amounts.read(at) : null;
    int end = ahead ? at + 2 : at + 3;
    if (amount == null || !amount.vague() || tokens.word(end).equals("of")) return null;
    return new Match(vagueAhead(amount), end);
  }

  private static boolean isWithin(String opener) {
    return opener.equals("within") || opener.equals("over") || opener.equals("inside");
  }

  /**
   * "Two weeks ago", "weeks away", "weeks, not months", "two months later", "a three-month delay",
   * "by two months", "up a week".
   */
  private @Nullable Match counted(int at) {
    boolean by = tokens.isOneOf(at, "by", "back", "up", "forward");
    int start = by ? skipHedges(at + 1) : at;
    Amount amount = amounts.read(start);
    if (amount == null) return null;
    int end = amount.end();
    String word = tokens.word(end);
    if (word.equals("ago")) {
      return new Match(
          new Period.Ago(Step.of(amount.most(), amount.unit()), amount.unit()), end + 1);
    }
    if (AWAY.contains(word)) return new Match(in(amount), end + 1);
    if (word.equals("from") && tokens.isOneOf(end + 1, "now", "today")) {
      return new Match(in(amount), end + 2);
    }
    boolean more =
        tokens.word(end - 2).equals("more") && AmountGrammar.isVague(tokens.word(end - 3));
    if (more) return new Match(vagueAhead(amount), end);
    if (amount.vague() && isNotLonger(end)) return new Match(in(amount), end + 3);
    if (amount.vague() && !by) return null;
    int sign = tokens.word(start).equals("another") ? 0 : shiftSign(end); // "no other day before"
    if (sign != 0) return shift(amount, sign, end + 1);
    return by ? shift(amount, 0, end) : null;
  }

  /** Behind "weeks" in "weeks, not months". */
  private boolean isNotLonger(int at) {
    return tokens.word(at).equals(",")
        && tokens.word(at + 1).equals("not")
        && DateWords.UNITS.containsKey(tokens.word(at + 2));
  }

  private static Match shift(Amount amount, int sign, int end) {
    Step least = Step.of(amount.least(), amount.unit());
    Step most = Step.of(amount.most(), amount.unit());
    return new Match(new Period.Shift(least, most, amount.unit(), sign, null), end);
  }

  /** "In the three months to June", "in two weeks of July". */
  private boolean isOfAPeriod(int at) {
    if (tokens.word(at).equals("of")) return true;
    return ENDS.contains(tokens.word(at)) && DateWords.MONTHS.containsKey(tokens.word(at + 1));
  }

  private static boolean isShiftWord(String word) {
    return switch (word) {
      case "after", "before", "later", "earlier", "sooner", "ahead", "behind", "following", "ago" ->
          true;
      default -> false;
    };
  }

  private int shiftSign(int at) {
    return switch (tokens.word(at)) {
      case "after", "later", "following", "behind", "beyond", "past" -> 1;
      case "before", "earlier", "sooner", "ahead" -> -1;
      default -> 0;
    };
  }

  private int skipHedges(int at) {
    int next = at;
    while (DateWords.HEDGES.contains(tokens.word(next))) next++;
    return next;
  }

  /** The table of window arithmetic for "in N units". */
  static Ahead in(Amount amount) {
    if (amount.vague()) {
      return amount.unit() == Unit.MONTH
          ? new Ahead(new Step(0, 60), new Step(0, 180), Precision.VAGUE)
          : vagueAhead(amount);
    }
    if (amount.couple() && amount.unit() == Unit.WEEK) {
      return new Ahead(new Step(0, 7), new Step(0, 21), Precision.WEEK);
    }
    int slack = amount.most() > amount.least() ? 0 : slack(amount.unit()); // a range tells its own
    Step least = Step.of(amount.least(), amount.unit());
    Step most = Step.of(amount.most(), amount.unit());
    return new Ahead(
        new Step(least.months(), least.days() - slack),
        new Step(most.months(), most.days() + slack),
        amount.unit().precision());
  }

  /** Days around a distance that mean it. */
  private static int slack(Unit unit) {
    return switch (unit) {
      case DAY -> 0;
      case WEEK, WEEKEND -> 3;
      case MONTH -> 15;
      case QUARTER, SEASON -> 45;
      case HALF -> 90;
      case YEAR -> 182;
    };
  }

  static Ahead within(Amount amount) {
    return amount.vague()
        ? vagueAhead(amount)
        : within(amount.most(), amount.unit(), byLength(amount));
  }

  private static Ahead within(int count, Unit unit, Precision precision) {
    boolean year = unit == Unit.YEAR && count == 1;
    return new Ahead(TOMORROW, year ? new Step(0, 365) : Step.of(count, unit), precision);
  }

  private static Precision byLength(Amount amount) {
    return amount.unit() == Unit.DAY ? Precision.WEEK : amount.unit().precision();
  }

  private static Ahead vagueAhead(Amount amount) {
    return switch (amount.unit()) {
      case DAY, WEEKEND -> new Ahead(TOMORROW, new Step(0, 10), Precision.WEEK);
      case WEEK -> new Ahead(TOMORROW, new Step(0, 56), Precision.VAGUE);
      case MONTH, QUARTER -> new Ahead(TOMORROW, new Step(0, 180), Precision.VAGUE);
      case HALF, SEASON, YEAR -> new Ahead(TOMORROW, new Step(0, 365), Precision.VAGUE);
    };
  }
}
