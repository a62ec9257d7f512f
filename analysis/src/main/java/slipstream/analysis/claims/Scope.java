package slipstream.analysis.claims;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/**
 * Which words of a sentence speak of one subject, and not of another product or milestone. Not for
 * several threads at a time.
 */
final class Scope {
  private static final Set<CueKind> HALTS = Set.of(CueKind.DELAY, CueKind.MISS, CueKind.CANCEL);
  private static final Set<String> RIVALS =
      WordSet.of("rival", "rivals", "competitor", "competitors", "challenger", "alternative");
  private static final int OBJECT = 5;
  private static final int OPENING = 4;
  private static final CueKind[] TOLD = {
    CueKind.OTHER,
    CueKind.RELEASE,
    CueKind.RELEASED,
    CueKind.DELAY,
    CueKind.MISS,
    CueKind.MOVE,
    CueKind.ACCELERATE
  };
  private static final int AHEAD = 6;

  /** What is left open is a release's date, and not something else. */
  private static final Set<String> LEFT_OPEN =
      WordSet.of(
          "when",
          "date",
          "dates",
          "timetable",
          "timeline",
          "timing",
          "schedule",
          "decide",
          "decided",
          "settle",
          "settled",
          "one",
          "none");

  private static final Set<String> OBJECT_LEADS =
      WordSet.of("the", "its", "their", "a", "on", "of", "to");
  private static final int LEAD = 3;
  private static final WordSet AUXILIARIES = WordLists.of("auxiliary");
  private static final WordSet PREPOSITIONS = WordLists.of("lead-in");

  private final ReadSentence sentence;
  private final String subject;
  private final Tokens tokens;
  private final Set<String> own;

  /** Read when first asked for: of most sentences without a date nobody asks. */
  private @Nullable Clause clause;

  Scope(ReadSentence sentence, String subject, Set<String> own) {
    this.own = own;
    this.sentence = sentence;
    this.subject = subject;
    this.tokens = sentence.tokens();
  }

  /** True when the words at {@code at} speak of the subject and not of another product. */
  boolean isOwn(int at) {
    return isUnrivalled(at) && !isInAnotherClause(at);
  }

  /**
   * True when a cue speaks of the subject: "The plug has been pulled on the X" does, whatever its
   * clause begins with, and whoever denies, it is what is denied that counts.
   */
  boolean isOwn(Cue cue) {
    boolean told = cue.kind() == CueKind.DENY || isLeftOpen(cue) || isOfItsMaking(cue);
    return isUnrivalled(cue.start())
        && (told || hasAsObject(cue) || isVerbOfName(cue) || !isInAnotherClause(cue.start()));
  }

  /** "After two years of teasers the X went on sale": the name is the verb's subject. */
  private boolean isVerbOfName(Cue cue) {
    if (cue.kind() != CueKind.RELEASED) return false;
    for (Name name : sentence.names()) {
      int lead = tokens.isOneOf(name.start() - 1, "the", "its") ? 2 : 1;
      boolean object = PREPOSITIONS.contains(tokens.word(name.start() - lead));
      object |= tokens.isOneOf(name.start() - lead, "to", "and", "or");
      if (isSubject(name) && name.end() == cue.start() && !object) return true;
    }
    return false;
  }

  private boolean isInAnotherClause(int at) {
    if (clause == null) clause = new Clause(sentence, subject, own);
    return clause.isOfSomethingElse(at);
  }

  /** Whoever has not decided or told, it is the date that counts: not a "venue to be announced". */
  private boolean isLeftOpen(Cue cue) {
    boolean silent = cue.kind() == CueKind.SILENT && sentence.names(subject);
    if (cue.kind() != CueKind.UNDECIDED && !silent) return false;
    for (int at = cue.start(); at < cue.end(); at++) {
      if (LEFT_OPEN.contains(tokens.word(at))) return true;
    }
    return false;
  }

  /** "Work on the X has been halted": so has the X. */
  private boolean isOfItsMaking(Cue cue) {
    if (!HALTS.contains(cue.kind())) return false;
    for (Name name : sentence.names()) {
      int gap = cue.start() - name.end();
      if (!isSubject(name) || gap < 0 || gap > OBJECT) continue;
      int of = tokens.word(name.start() - 1).equals("the") ? name.start() - 2 : name.start() - 1;
      boolean making = tokens.isOneOf(of - 1, "work", "development");
      if (making && tokens.isOneOf(of, "on", "of")) return true;
    }
    return false;
  }

  /** The subject's name in a cue or right behind it. */
  boolean hasAsObject(Cue cue) {
    int from = cue.end();
    while (from < cue.end() + 2 && OBJECT_LEADS.contains(tokens.word(from))) from++;
    for (Name name : sentence.names()) {
      if (isSubject(name) && name.end() > cue.start() && name.start() <= from) return true;
    }
    return false;
  }

  /** "X ships this year, and Y next year": told of Y alone. */
  private boolean isBesideAnother(int at) {
    for (Name name : sentence.names()) {
      if (name.end() != at || isSubject(name)) continue;
      if (!tokens.isOneOf(name.start() - 1, "and", ",", "while")) continue;
      return sentence.dates().stream().anyMatch(date -> date.end() <= name.start())
          || !NameList.holds(name, sentence, subject);
    }
    return false;
  }

  private boolean isUnrivalled(int at) {
    if (isOfOthers(at) || isBesideAnother(at)) return false;
    Name last = null;
    for (Name name : sentence.names()) {
      if (name.start() >= at) break;
      boolean reachable = true;
      for (int i = name.end(); i < at; i++) reachable &= !sentence.isBreak(i);
      boolean aside = SubjectFinder.isAside(tokens, name) || isInRelativeClause(name, at);
      if (reachable && (isSubject(name) || !aside)) last = name;
    }
    if (last != null) {
      return isSubject(last) ? !isRivalOf(last) : NameList.holds(last, sentence, subject);
    }
    for (Name name : sentence.names()) {
      if (name.start() < at) continue;
      boolean reachable = true;
      for (int i = at; i < name.start(); i++) reachable &= !sentence.isBreak(i);
      if (reachable && (isSubject(name) || !SubjectFinder.isAside(tokens, name))) {
        return isSubject(name) && !isRivalOf(name);
      }
    }
    return true;
  }

  /** "The X, whose V6 only charges the battery, was due in May": the clause has ended. */
  private boolean isInRelativeClause(Name name, int at) {
    int opens = name.start() - 1;
    while (opens > sentence.from() && !tokens.word(opens).equals(",")) opens--;
    boolean relative = tokens.isOneOf(opens + 1, "whose", "which", "who");
    return relative && sentence.contains(name.end(), at, ",");
  }

  /** "A rival to Acme's X", "beating X": it is only compared with. */
  private boolean isRivalOf(Name name) {
    for (int at = name.start() - 1; at >= Math.max(sentence.from(), name.start() - OBJECT); at--) {
      if (sentence.isBreak(at) || tokens.word(at).equals(",")) return false;
      boolean to = tokens.isOneOf(at + 1, "to", "of", "for", "with");
      if (RIVALS.contains(tokens.word(at)) && to) return true;
      if (tokens.isOneOf(at, "beating", "outperforming", "rivalling", "rivaling")) return true;
    }
    return false;
  }

  /** "While others put off electric cars". */
  private boolean isOfOthers(int at) {
    for (int before = at - 1; before >= Math.max(sentence.from(), at - 3); before--) {
      switch (tokens.word(before)) {
        case "others", "rivals", "competitors" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** The words of a sentence as a classifier reads them. */
  MaskedWords masked() {
    return new MaskedWords(sentence, subject, own);
  }

  /** True for a word of the subject's name. */
  boolean isOfName(int at) {
    for (Name name : sentence.names()) {
      if (isSubject(name) && name.start() <= at && at < name.end()) return true;
    }
    return false;
  }

  boolean isSubject(Name name) {
    return name.watched().equals(subject);
  }

  /** "Pre-orders on April 17, in stores April 24": the date right behind is that of the step. */
  private boolean hasItsDate(Cue other, int place) {
    for (DateExpression date : sentence.dates()) {
      boolean behind = date.start() >= other.end() && date.end() < place;
      boolean near = date.start() - other.end() <= 1 && tokens.word(date.end()).equals(",");
      if (behind && near) return true;
    }
    return false;
  }

  /**
   * True when the sentence's cue speaks of pre-orders, a trailer, earnings and not of the release.
   */
  boolean isOtherMilestone(int place) {
    for (Cue other : sentence.cues(CueKind.OTHER)) {
      if (other.end() > place) continue;
      boolean interrupted = isInAside(other, place);
      for (int at = other.end(); at < place; at++) {
        interrupted |= sentence.isBreak(at) || tokens.isOneOf(at, "but", "yet");
      }
      interrupted |= hasItsDate(other, place) || isAheadOfRelease(other, place);
      interrupted |= sentence.contains(other.end(), place, "now");
      for (Name name : sentence.names()) {
        boolean between = name.start() >= other.end() && name.end() <= place;
        boolean told = tokens.word(name.end()).equals(",");
        told &= tokens.isOneOf(name.end() + 1, "which", "that");
        boolean of = !told && name.start() <= other.end() + 2 && isComplement(name);
        interrupted |= between && !of && !SubjectFinder.isAside(tokens, name);
      }
      for (Cue cue : sentence.cues(CueKind.SAY, CueKind.RELEASE)) {
        boolean between = cue.start() >= other.end() && cue.end() <= place;
        boolean joined = cue.kind() == CueKind.SAY || opensClause(other.end(), cue.start());
        interrupted |= between && joined;
      }
      if (!interrupted && !isIntroduced(other, place)) return true;
    }
    return false;
  }

  /** "From noon on May 4 the maker will take deposits": the first thing told behind a date. */
  boolean opensAStep(int date) {
    for (Cue cue : sentence.cues(TOLD)) {
      if (cue.start() < date) continue;
      boolean near = date - sentence.from() <= OPENING && cue.start() - date <= 2 * OBJECT;
      for (int at = date; at < cue.start(); at++) {
        if (sentence.isBreak(at) || isOfName(at)) return false;
      }
      return near && cue.kind() == CueKind.OTHER;
    }
    return false;
  }

  /** "Pre-orders open on May 2, ahead of its June 4 release": a date of its own behind another. */
  private boolean isAheadOfRelease(Cue other, int place) {
    DateExpression step = null;
    for (DateExpression date : sentence.dates()) {
      if (date.start() < other.end()) continue;
      if (date.start() >= place) {
        int from = Math.max(other.end(), place - AHEAD);
        boolean ahead = sentence.contains(from, date.end(), "ahead");
        ahead |= step != null && sentence.contains(from, date.end(), "before");
        boolean on = SubjectFinder.isEvent(tokens.word(date.start() - 2)); // "its launch on May 4"
        return ahead && (on || SubjectFinder.isEvent(tokens.word(date.end())));
      }
      step = date;
    }
    return false;
  }

  /** "The beta of the X", "an expansion for the X". */
  private boolean isComplement(Name name) {
    return tokens.isOneOf(name.start() - 1, "of", "for", "to", "about");
  }

  /** "The maker, which reports earnings on May 4, denied": what stands between two commas. */
  private boolean isInAside(Cue other, int place) {
    int opens = other.start();
    while (opens > sentence.from() && !tokens.isOneOf(opens, "which", "who", "whose")) opens--;
    return tokens.word(opens - 1).equals(",") && sentence.contains(other.end(), place, ",");
  }

  /** "Ten years after the trailer, the maker has": the comma ends what only leads in. */
  private boolean isIntroduced(Cue other, int place) {
    boolean led = false;
    for (int at = other.start() - 1; at >= Math.max(sentence.from(), other.start() - LEAD); at--) {
      led |= PREPOSITIONS.contains(tokens.word(at));
    }
    if (!led) return false;
    int comma = sentence.commaFrom(other.end());
    if (comma >= place) return false;
    for (int at = sentence.from(); at < comma; at++) {
      if (AUXILIARIES.contains(tokens.word(at))) return false;
    }
    for (Cue cue : sentence.cues(CueKind.PLAN, CueKind.RELEASE, CueKind.RELEASED, CueKind.OLD)) {
      if (cue.start() < comma) return false;
    }
    return true;
  }

  /** "Pre-orders open in July and boxes ship": a conjunction shortly before a release word. */
  private boolean opensClause(int from, int release) {
    for (int at = release - 1; at >= Math.max(from, release - 4); at--) {
      switch (tokens.word(at)) {
        case "and", "but", "while", "with", "we", "it", "they", "when", "once" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** True when a verb stands beside the subject's name, or beside "it". */
  boolean touches(Cue cue) {
    for (Name name : sentence.names()) {
      if (!name.watched().equals(subject)) continue;
      int after = name.start() - cue.end();
      int before = cue.start() - name.end();
      boolean of = after > 0 && after <= OBJECT && tokens.word(name.start() - 1).equals("of");
      of &= !isOfOther(cue.end(), name.start());
      boolean does = before >= 0 && before <= 5 && !isOfAPart(name, cue.start());
      if ((after >= 0 && after <= 3) || of || does) return true;
      if (name.start() >= cue.start() && name.end() <= cue.end()) return true;
      boolean aside =
          tokens.word(name.end()).equals(",") && tokens.word(cue.start() - 1).equals(",");
      if (aside && name.end() < cue.start()) return true; // "the X, its first car, went on sale"
    }
    if (sentence.names(subject)) return opensSentence(cue);
    for (int at = Math.max(sentence.from(), cue.start() - 4); at < cue.end() + 2; at++) {
      if (tokens.word(at).equals("it")) return true;
      if (at < cue.start() && tokens.word(at).equals("the") && isProduct(at + 1)) return true;
    }
    return hasObject(cue);
  }

  /** "The X's parachutes opened": not the X, nor its launch. */
  private boolean isOfAPart(Name name, int to) {
    if (!tokens.word(name.end()).equals("'s")) return false;
    for (int at = name.end() + 1; at < to; at++) {
      if (SubjectFinder.isThing(tokens.word(at))) return false;
    }
    return to > name.end() + 1;
  }

  /** Whether what stands before a place is told of something that belongs to the subject. */
  boolean isOfAPart(int place) {
    for (Name name : sentence.names()) {
      if (isSubject(name) && isOfAPart(name, Math.min(place, name.end() + OBJECT))) return true;
    }
    return false;
  }

  /** Between two tokens something that is no product: "the first official images of the X". */
  boolean isOfOther(int from, int to) {
    for (Cue other : sentence.cues(CueKind.OTHER)) {
      if (other.start() >= from && other.start() < to) return true;
    }
    return false;
  }

  private boolean isProduct(int at) {
    return SubjectFinder.isProduct(tokens.word(at)) || SubjectFinder.isProduct(tokens.word(at + 1));
  }

  /** "As of today patients can get the X". */
  private boolean opensSentence(Cue cue) {
    return cue.start() == sentence.from() && tokens.isOneOf(cue.start(), "as", "with");
  }

  /** "Has launched its electric car": a product of the maker's behind the verb. */
  private boolean hasObject(Cue cue) {
    boolean its = tokens.isOneOf(cue.start() + 1, "its", "the", "their");
    for (int at = cue.start() + 2; its && at < cue.end(); at++) {
      if (SubjectFinder.isProduct(tokens.word(at))) return true; // "made its model available"
    }
    if (!tokens.isOneOf(cue.end(), "its", "the", "their")) return false;
    for (int at = cue.end() + 1; at < Math.min(sentence.to(), cue.end() + OBJECT); at++) {
      if (SubjectFinder.isProduct(tokens.word(at))) return true;
    }
    return false;
  }

  /** "Will be released", "until it launched": no deed yet. */
  boolean isFuture(Cue cue) {
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
}
