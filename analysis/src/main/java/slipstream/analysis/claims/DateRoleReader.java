package slipstream.analysis.claims;

import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Decides what each date of a sentence is to the release, by the cues around it. */
final class DateRoleReader {
  private static final int REACH = 12;
  private static final int CLOSE = 4;
  private static final int FARTHEST = 16;
  private static final WordSet PASTS = WordLists.of("past-or-auxiliary");

  private final ReadSentence sentence;
  private final Neighbourhood near;
  private final OldDates old;
  private final BackgroundDates background;
  private final PlannedDeed deed;
  private final FramedDates framed;
  private final PresentDay present;

  DateRoleReader(ReadSentence sentence) {
    this.sentence = sentence;
    this.near = new Neighbourhood(sentence);
    this.old = new OldDates(sentence, near);
    this.background = new BackgroundDates(sentence);
    this.deed = new PlannedDeed(sentence);
    this.framed = new FramedDates(sentence);
    this.present = new PresentDay(sentence);
  }

  DateRole role(DateExpression date) {
    DateRole listed = framed.inBrackets(date);
    if (listed != null) return listed;
    if (date.period() instanceof Period.Ago || date.bound() == Bound.SINCE) return DateRole.OTHER;
    if (background.isOfSomethingElse(date) || deed.isOther(date)) return DateRole.OTHER;
    if (isDayOfTelling(date)) return DateRole.OTHER;
    if (present.isOfPlacing(date)) return DateRole.NEWS;
    int distance = old.distance(date);
    if (old.isCertain(date, distance)) return DateRole.OLD;
    int other = near.before(date, CueKind.OTHER);
    int news = news(date);
    if (isReportingDay(date, news) || isPossessive(date) || OldDates.isLast(date))
      return DateRole.OTHER;
    if (old.isLikely(date, distance, news)) return DateRole.OLD;
    if (old.isPluperfect(date)) {
      boolean planned = near.before(date, CueKind.PLAN) <= CLOSE || old.isAttributive(date);
      planned |= old.isForetold(date);
      return planned ? DateRole.OLD : DateRole.OTHER;
    }
    int unrelated = isOfProduct() ? Neighbourhood.FAR : near.before(date, CueKind.UNRELATED);
    if (unrelated < news && unrelated <= CLOSE + 2) return DateRole.OTHER;
    if (other < news && other <= REACH) return DateRole.OTHER;
    return news <= REACH || isToldOfSubject(date) ? DateRole.NEWS : DateRole.OTHER;
  }

  /**
   * A plan and a release right before the date: "will come out in May", "moved back to June"; or a
   * release right behind it: "its June 4 release".
   */
  boolean isPlainPlan(DateExpression date) {
    if (isEndOfMove(date) || isOwnReleaseDate(date)) return true;
    int release = near.before(date, CueKind.RELEASE);
    if (release <= 1 && isSaidOfSubject(date)) return true;
    return release <= CLOSE && near.before(date, CueKind.PLAN) <= release + CLOSE;
  }

  /** "Will not come to Europe this year": a plan that is plainly none. */
  boolean isPlainlyNegated(DateExpression date) {
    return sentence.cues(CueKind.RELEASE).stream()
        .filter(release -> release.end() <= date.start() && date.start() - release.end() <= CLOSE)
        .anyMatch(release -> isNegated(release.start() - 1) || isNegated(release.start() - 2));
  }

  /** "Will not", "won't". */
  private boolean isNegated(int at) {
    Tokens tokens = sentence.tokens();
    boolean will = tokens.isOneOf(at - 1, "will", "would") && Negation.isIn(sentence, at);
    return at > sentence.from() && (will || tokens.isOneOf(at, "won't", "wouldn't"));
  }

  private boolean isOwnReleaseDate(DateExpression date) {
    int its = date.start() - 1;
    return sentence.tokens().isOneOf(its, "its", "their")
        && !sentence.tokens().isOneOf(its - 1, "since", "after", "following")
        && old.isAttributive(date);
  }

  /**
   * "The studio has moved it to May", "the game comes out in May": in so many words the product's.
   */
  boolean isOfIt(DateExpression date) {
    int first = sentence.from();
    for (int at = first; at < date.start(); at++) if (sentence.isBreak(at)) first = at + 1;
    if (isIt(first)) return true;
    for (int at = Math.max(first, date.start() - CLOSE); at < date.start(); at++) {
      if (isIt(at)) return true;
    }
    return false;
  }

  private boolean isIt(int at) {
    Tokens tokens = sentence.tokens();
    if (tokens.word(at).equals("it")) return true;
    boolean product = SubjectFinder.isProduct(tokens.word(at + 1));
    return product
        && tokens.isOneOf(at, "the", "this")
        && !tokens.isOneOf(at + 2, "'s", "of", "for");
  }

  /** "It opens on May 4": nothing but the verb between the subject and the date. */
  private boolean isSaidOfSubject(DateExpression date) {
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      if (cue.end() > date.start() || near.cost(cue.end(), date.start()) > 1) continue;
      if (sentence.tokens().word(cue.start() - 1).equals("it")) return true;
      for (Name name : sentence.names()) {
        if (name.end() == cue.start() && !name.watched().isEmpty()) return true;
      }
    }
    return false;
  }

  /**
   * "America gets the X in May", "the second half of 2028 for the X": the subject and a date in one
   * clause without a past tense, whatever the verb.
   */
  private boolean isToldOfSubject(DateExpression date) {
    if (sentence.has(CueKind.OTHER) || sentence.has(CueKind.UNRELATED)) return false;
    if (sentence.tokens().word(date.start() - 1).equals("from"))
      return false; // "X, from April, is"
    Name last = null;
    for (Name name : sentence.names()) {
      if (name.end() <= date.start()) last = name;
      else if (isFor(date, name) && (last == null || isGiven(date)))
        return !name.watched().isEmpty() && (isGiven(date) || !isPastTense(name, date));
    }
    if (last == null || last.watched().isEmpty()) return false;
    return near.cost(last.end(), date.start()) <= 2 * CLOSE && !isPastTense(last, date);
  }

  /** "Named April for the X": no day on which something is done. */
  private boolean isGiven(DateExpression date) {
    return !sentence.tokens().isOneOf(date.start() - 1, "in", "on", "since", "from", "last");
  }

  private boolean isFor(DateExpression date, Name name) {
    int gap = name.start() - date.end();
    return gap >= 1 && gap <= 2 && sentence.tokens().word(date.end()).equals("for");
  }

  /**
   * A past tense between a name and a date, or before the name where none stands behind it; not one
   * of telling, or its auxiliary: "have been told to expect the X in May".
   */
  private boolean isPastTense(Name name, DateExpression date) {
    for (int at = date.start() - 1; at >= sentence.from(); at--) {
      if (at < name.start() && sentence.isBreak(at)) return false;
      if (isPast(sentence.tokens().word(at)) && !sentence.tells(at, 2)) return true;
    }
    return false;
  }

  static boolean isPast(String word) {
    return word.endsWith("ed") || PASTS.contains(word);
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
    if (framed.isToldOf(date) || old.isAttributive(date)) return 1;
    if (isEndOfMove(date) || isEndOfDistance(date)) return 1;
    return Math.min(best, after <= REACH / 2 ? after + 1 : Neighbourhood.FAR);
  }

  /** "Expect to sell the X in May": what is done is done with the product. */
  private boolean isOfProduct() {
    for (Cue cue : sentence.cues(CueKind.UNRELATED)) {
      for (Name name : sentence.names()) {
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

  /** "Moves up its comedy, a tale of a stone, to May": whatever stands between. */
  private boolean isEndOfMove(DateExpression date) {
    if (!isMovedTo(date)) return false;
    int verb = -1;
    for (Cue cue : sentence.cues(CueKind.DELAY, CueKind.ACCELERATE, CueKind.MOVE)) {
      if (cue.end() <= date.start()) verb = Math.max(verb, cue.end());
    }
    if (verb < 0 || date.start() - verb > FARTHEST) return false;
    for (int at = verb; at < date.start(); at++) {
      boolean other = sentence.tokens().isOneOf(at, "and", "but", "which", "who", "from");
      if (other || sentence.isBreak(at) || sentence.tells(at, 0)) return false;
    }
    return true;
  }

  /** "A week earlier than announced, on October 31": the day that the distance leads to. */
  private boolean isEndOfDistance(DateExpression date) {
    if (sentence.has(CueKind.OTHER) || sentence.has(CueKind.UNRELATED)) return false;
    int comma = date.start() - 1;
    if (sentence.tokens().isOneOf(comma, "on", "in")) comma--;
    if (!sentence.tokens().word(comma).equals(",")) return false;
    for (DateExpression other : sentence.dates()) {
      int gap = comma - other.end();
      if (other.period() instanceof Period.Shift && gap >= 0 && gap < CLOSE) return true;
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
    for (Name name : sentence.names()) {
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

  /** "No longer on the 20th, the operator wrote on Monday". */
  private boolean isDayOfTelling(DateExpression date) {
    boolean weekday = date.isBareWeekday();
    int verb = date.start() - 2;
    boolean agreed = sentence.tokens().isOneOf(verb, "agreed", "decided", "voted", "ruled");
    boolean tells = agreed || sentence.tells(verb, 0);
    return weekday && tells && sentence.tokens().word(verb + 1).equals("on");
  }

  /** "Both say March 5": what is said, and not when. */
  private boolean isSaid(DateExpression date) {
    return date.period() instanceof Period.Calendar
        && sentence.tokens().isOneOf(date.start() - 1, "say", "says", "said");
  }

  /** "Said on Thursday": the day of the report, when no plan stands closer. */
  private boolean isReportingDay(DateExpression date, int news) {
    if (sentence.tokens().word(date.start() - 1).equals("for")) return false; // "promised for May"
    if (framed.isObject(date) || isSaid(date)) return false;
    if (old.isAttributive(date)) return false; // "confirmed a June launch"
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
