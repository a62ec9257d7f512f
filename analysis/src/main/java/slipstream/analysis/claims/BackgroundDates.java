package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Dates that are no plan of a release whatever stands near them: conditions, coming notices. */
final class BackgroundDates {
  private static final int CLAUSE = 14;
  private static final int NOTICE = 6;
  private static final int FIGURE = 8;

  /** Tokens that may stand before what a sentence opens with: a dateline, "just". */
  private static final int OPENING = 3;

  private static final List<CueKind> PUT_OFF = List.of(CueKind.DELAY, CueKind.MISS, CueKind.MOVE);
  private static final Set<CueKind> PLANS =
      Set.of(CueKind.PLAN, CueKind.OLD, CueKind.MISS, CueKind.RELEASE);
  private static final Pattern MANY =
      Pattern.compile("\\d{1,3}(,\\d{3})+|million|billion|thousand");
  private static final Set<String> SALES =
      WordSet.of("delivered", "sold", "shipped", "made", "built", "produced");
  private static final WordSet EVENTS = WordLists.of("dated");
  private static final WordSet OCCASIONS = WordLists.of("occasion");
  private static final Set<String> NEWS_TOLD =
      WordSet.of("public", "announced", "told", "said", "published", "agreed", "disclosed");
  private static final Set<String> CONDITIONS = WordSet.of("if", "unless", "whether");
  private static final WordSet TELLING = WordLists.of("announce");
  private static final WordSet NEWS = WordLists.of("announced");

  private final ReadSentence sentence;
  private final Tokens tokens;

  BackgroundDates(ReadSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
  }

  boolean isOfSomethingElse(DateExpression date) {
    return isCondition(date)
        || isOfNotice(date)
        || isOfEvent(date)
        || isDayOfTelling(date)
        || isHabit(date)
        || isInTimeFor(date)
        || isOfThePast(date)
        || leadsIn(date)
        || lasts(date)
        || isFigure(date);
  }

  /**
   * "The autumn event", "the June quarter", "the event next week": the date belongs to the noun
   * behind it.
   */
  private boolean isOfEvent(DateExpression date) {
    int before = isOn(date.start() - 1) ? date.start() - 2 : date.start() - 1;
    boolean behind = OCCASIONS.contains(tokens.word(before)) && !tokens.word(before).equals("line");
    behind &= !sentence.contains(before - 3, before, "at"); // there it is the product that comes
    int after = tokens.word(date.end()).equals("'s") ? date.end() + 1 : date.end();
    return behind || OCCASIONS.contains(tokens.word(after));
  }

  /** "On shelves by August, in time for the autumn": what is told was told already. */
  private boolean isInTimeFor(DateExpression date) {
    boolean time =
        tokens.isOneOf(date.start() - 2, "time") && tokens.isOneOf(date.start() - 1, "for");
    int comma = tokens.word(date.start() - 4).equals("just") ? date.start() - 5 : date.start() - 4;
    return time && sentence.dates().stream().anyMatch(other -> other.end() == comma);
  }

  private boolean isOn(int at) {
    return tokens.word(at).equals("on") || tokens.word(at).equals("in");
  }

  /** "Delivered more than 50,000 cars in December": how many were sold. */
  private boolean isFigure(DateExpression date) {
    for (int at = date.start() - 1; at >= Math.max(sentence.from(), date.start() - FIGURE); at--) {
      if (SALES.contains(tokens.word(at))) return isMany(at, date.start());
    }
    return false;
  }

  private boolean isMany(int from, int to) {
    for (int at = from; at < to; at++) if (MANY.matcher(tokens.word(at)).matches()) return true;
    return false;
  }

  /** "After the setback at the start of May": when something happened that is over. */
  private boolean isOfThePast(DateExpression date) {
    if (EVENTS.contains(tokens.word(date.end()))) return false; // "after the June launch slipped"
    int after = date.start() - 1;
    while (after > date.start() - CLAUSE && !tokens.word(after).equals("after")) after--;
    if (!tokens.word(after).equals("after")) return false;
    boolean opens = after == sentence.from() || tokens.word(after - 1).equals(",");
    if (!opens || !tokens.isOneOf(after + 1, "the", "its", "a", "an", "last")) return false;
    for (Cue cue : sentence.cues()) {
      boolean between = cue.start() > after && cue.start() < date.start();
      if (between && PLANS.contains(cue.kind())) return false;
    }
    return true;
  }

  /** "One week before it was to go live on March 3, the maker pulled it": when it did. */
  private boolean leadsIn(DateExpression date) {
    boolean opens = date.start() <= sentence.from() + OPENING;
    boolean counted = tokens.isOneOf(date.end() - 1, "before", "after");
    if (!opens || !counted || !(date.period() instanceof Period.Shift)) return false;
    int comma = sentence.commaFrom(date.end());
    boolean clause = sentence.contains(date.end(), comma, "was");
    clause |= sentence.contains(date.end(), comma, "were");
    return clause && comma < sentence.to();
  }

  /** "Keeps to what was made public in December". */
  private boolean isDayOfTelling(DateExpression date) {
    int told = tokens.isOneOf(date.start() - 1, "in", "on") ? date.start() - 2 : date.start() - 1;
    int was = tokens.word(told - 1).equals("made") ? told - 2 : told - 1;
    return NEWS_TOLD.contains(tokens.word(told))
        && tokens.isOneOf(was, "was", "were", "been")
        && tokens.isOneOf(was - 1, "what", "had", "as", "that", "it");
  }

  /** "Every summer": no date at all. */
  private boolean isHabit(DateExpression date) {
    String before = tokens.word(date.start() - 1);
    return before.equals("every") || before.equals("each");
  }

  /** "Supported until the end of 2028": how long something lasts, where nothing is put off. */
  private boolean lasts(DateExpression date) {
    if (date.bound() != Bound.UNTIL) return false;
    for (CueKind kind : PUT_OFF) if (sentence.has(kind)) return false;
    return !sentence.contains(sentence.from(), date.start(), "wait");
  }

  /** "If targets were met by the end of 2025". */
  private boolean isCondition(DateExpression date) {
    int first = Math.max(sentence.from(), date.start() - CLAUSE);
    for (int at = date.start() - 1; at >= first; at--) {
      String word = tokens.word(at);
      if (sentence.isBreak(at) || word.equals(",")) return false;
      if (CONDITIONS.contains(word)) return !sentence.has(CueKind.MISS);
    }
    return false;
  }

  /** "A new date will be shared this autumn", "will give details in May": when news will come. */
  private boolean isOfNotice(DateExpression date) {
    String before = tokens.word(date.start() - 1);
    if (before.equals("of") || before.equals("for") || before.equals("as")) return false;
    int verb = last(TELLING, date.start());
    int noun = last(NEWS, date.start());
    if (verb < 0 || noun < 0 || Math.abs(verb - noun) > NOTICE) return false;
    boolean future =
        sentence.contains(verb - NOTICE, verb, "will")
            || sentence.contains(verb - NOTICE, verb, "to")
            || sentence.contains(verb - NOTICE, verb, "'ll");
    return future && !sentence.isBreak(Math.max(verb, noun) + 1);
  }

  private int last(Set<String> words, int before) {
    for (int at = before - 1; at >= Math.max(sentence.from(), before - NOTICE); at--) {
      if (sentence.isBreak(at)) return -1;
      if (words.contains(tokens.word(at))) return at;
    }
    return -1;
  }
}
