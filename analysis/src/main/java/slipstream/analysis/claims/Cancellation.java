package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** What the words of a cancellation give up: the product, a plan for it, or something else. */
final class Cancellation {
  private static final WordSet AFTER_OBJECT = WordLists.of("preposition");

  private static final Set<String> ACTIVES =
      WordSet.of("cancels", "cancel", "cancelling", "canceling", "scraps", "axes");
  private static final int OBJECT = 5;

  /** Tokens from what opens an aside to its verb. */
  private static final int ASIDE = 3;

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;

  Cancellation(Statement statement) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
  }

  /** Neither the product nor a plan for it. */
  boolean isOfSomethingElse(Cue cancel) {
    return givesUpSomething(cancel)
        || isOfItsOwn(cancel)
        || isDoneToSomething(cancel)
        || isOfAPart(cancel);
  }

  /** "Early access and the season pass are dropped". */
  private boolean isOfAPart(Cue cancel) {
    for (int at = cancel.start() - 1; at > sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.word(at).equals(",") || scope.isOfName(at)) return false;
      boolean access = tokens.word(at).equals("access") && tokens.word(at - 1).equals("early");
      boolean pass = tokens.word(at).equals("pass") && tokens.isOneOf(at - 1, "season", "battle");
      if (access || pass) return true;
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

  /** "Cancels leave to get it out": a noun that is neither the product nor a plan for it. */
  private boolean isDoneToSomething(Cue cancel) {
    boolean among = sentence.contains(cancel.end(), sentence.to(), "among");
    if (isCount(cancel.end()) && !among && !isDirectObject(cancel)) return true;
    boolean active = ACTIVES.contains(tokens.word(cancel.end() - 1));
    active |= tokens.isOneOf(cancel.start() - 1, "have", "has", "had");
    if (!active || !isOfObject(cancel.end()) || isDirectObject(cancel)) return false;
    for (int at = cancel.end(); isOfObject(at) && at < cancel.end() + OBJECT; at++) {
      boolean plan = tokens.isOneOf(at, "plan", "plans", "work", "it", "all", "the", "this");
      plan |= tokens.word(at).equals("development");
      if (plan || scope.isOfName(at) || SubjectFinder.isThing(tokens.word(at))) return false;
      if (tokens.isCapitalised(at) || sentence.tells(at, 0)) return false;
    }
    return !isOfObject(cancel.end() + OBJECT);
  }

  /** "Scrapped three unannounced games". */
  private boolean isCount(int at) {
    return tokens.isOneOf(at, "two", "three", "four", "five", "six", "several");
  }

  private boolean isOfObject(int at) {
    boolean word = tokens.isWord(at) || tokens.word(at).equals("-");
    return word && !AFTER_OBJECT.contains(tokens.word(at));
  }

  /** "Has stopped work for the time being", "shelved for now" (C7). */
  boolean isForNow(Cue cancel) {
    for (int at = cancel.end(); at < sentence.to() && !sentence.isBreak(at); at++) {
      if (!tokens.word(at).equals("for")) continue;
      boolean now = tokens.word(at + 1).equals("now");
      if (now || tokens.isOneOf(at + 2, "time", "moment", "present")) return true;
    }
    return false;
  }

  /** "May never be made": no cancellation yet. */
  boolean isUncertain(Cue cancel) {
    return tokens.isOneOf(cancel.start() - 1, "may", "might", "could");
  }

  /** "Scrapped the planned May launch": the plan is given up, not the product. */
  boolean isOfAPlan(Cue cancel) {
    for (Cue miss : sentence.cues(CueKind.MISS)) {
      if (miss.start() < cancel.end() && cancel.start() < miss.end()) return true;
    }
    if (isOfADatedPlan(cancel)) return true;
    if (sentence.dates().stream().anyMatch(date -> isObject(date, cancel))) return true;
    for (int at = cancel.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.isOneOf(at, "plan", "plans") || isEventOf(at)) return true;
    }
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.OLD)) {
      if (isCancellation(cue)) continue; // "will never be shown: the studio has scrapped it"
      int gap =
          cue.start() >= cancel.end() ? cue.start() - cancel.end() : cancel.start() - cue.end();
      if (gap >= 0 && gap <= 5 && !isDirectObject(cancel) && !isAside(cue, cancel)) return true;
    }
    return false;
  }

  /** "Gives up December 23", "ditches the autumn"; not "cancelled last June". */
  private boolean isObject(DateExpression date, Cue cancel) {
    boolean bare = date.core() == date.start() && date.period() instanceof Period.Calendar;
    boolean last = tokens.isOneOf(date.start(), "last", "this", "next");
    int behind = tokens.isOneOf(cancel.end(), "its", "their", "a") ? 1 : 0;
    return bare
        && !last
        && date.start() == cancel.end() + behind
        && !tokens.word(date.end()).equals("'s");
  }

  private boolean isCancellation(Cue old) {
    return sentence.cues(CueKind.CANCEL).stream()
        .anyMatch(cancel -> cancel.start() < old.end() && old.start() < cancel.end());
  }

  /** "Has buried its plan to bring the X to shops this summer". */
  private boolean isOfADatedPlan(Cue cancel) {
    boolean plan = tokens.isOneOf(cancel.end(), "plan", "plans");
    return plan
        && tokens.word(cancel.end() + 1).equals("to")
        && sentence.hasDateBehind(cancel.end());
  }

  /** "The X, which was to go on sale in May, has been dropped": so has the X. */
  private boolean isAside(Cue told, Cue cancel) {
    boolean which = sentence.contains(told.start() - ASIDE, told.start() + 1, "which");
    boolean behind = told.start() >= cancel.end();
    int from = told.end();
    int to = cancel.start();
    return which && (behind || sentence.contains(from, to, ","));
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
    boolean bill = SubjectFinder.isProduct(tokens.word(cancel.end() - 1)); // "withdrew the bill"
    if (bill && !AFTER_OBJECT.contains(tokens.word(cancel.end()))) return true;
    String next = tokens.word(cancel.end());
    return next.equals("it") || next.equals("altogether");
  }
}
