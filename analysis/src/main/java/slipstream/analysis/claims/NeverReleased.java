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

/** The words by which a sentence says that the subject will never come out. */
final class NeverReleased {
  /** Where one of these stands, "will not come out" is no end. */
  private static final Set<String> LIMITS =
      WordSet.of("until", "till", "before", "unless", "if", "yet", "without", "today", "now");

  private static final WordSet BROUGHT_OUT = WordLists.of("brought-out");

  private final ReadSentence sentence;
  private final Tokens tokens;
  private final Scope scope;

  NeverReleased(Statement statement) {
    this.sentence = statement.sentence();
    this.tokens = sentence.tokens();
    this.scope = statement.scope();
  }

  /** "Will not bring out the X", "will never reach a customer": a release denied without a date. */
  @Nullable Cue cue(PlanDates dates) {
    if (!dates.news().isEmpty()) return null;
    Cue unmade = unmade();
    Cue never = unmade == null ? unreleased() : unmade;
    return never == null || isLimited() ? null : never;
  }

  private boolean isLimited() {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (LIMITS.contains(tokens.word(at))) return true;
    }
    return false;
  }

  private @Nullable Cue unreleased() {
    for (Cue cue : sentence.cues(CueKind.RELEASE)) {
      boolean will =
          tokens.isOneOf(cue.start() - 2, "will", "'ll", "would")
              || tokens.word(cue.start() - 1).equals("won't");
      boolean not = tokens.isOneOf(cue.start() - 1, "not", "never", "won't");
      boolean out = BROUGHT_OUT.contains(tokens.word(cue.start()));
      boolean never = will && not && out && isWhole(cue.end());
      boolean forNow = never && sentence.hasDateBehind(cue.end()); // "will not ship it this month"
      if (never && !forNow && scope.isOwn(cue.start())) return cue;
    }
    return null;
  }

  /** "There will be no X", "won't build the X". */
  private @Nullable Cue unmade() {
    for (Name name : sentence.names()) {
      boolean ends = tokens.isOneOf(name.end(), ".", ";", ",", "", "after", "'", "\"");
      if (!scope.isSubject(name) || !ends || isFeared(name)) continue;
      int verb = name.start() - 1;
      if (tokens.isOneOf(verb, "the", "a", "its")) verb--;
      boolean not = tokens.isOneOf(verb - 1, "not", "won't", "never");
      boolean unmade = not && tokens.isOneOf(verb, "build", "produce", "develop");
      boolean last = tokens.isOneOf(name.end(), ".", ",", "");
      unmade |= not && last && tokens.word(verb).equals("make");
      unmade |= tokens.word(verb).equals("no") && tokens.word(verb - 1).equals("be");
      int will = verb - 2;
      unmade &= tokens.word(verb - 1).equals("won't") || tokens.isOneOf(will, "will", "'ll");
      unmade |= isNotGoingToBe(verb);
      if (unmade) return new Cue(CueKind.CANCEL, will, name.end(), "never made");
    }
    return null;
  }

  /** "There is not going to be an X". */
  private boolean isNotGoingToBe(int be) {
    return tokens.word(be).equals("be")
        && tokens.word(be - 1).equals("to")
        && tokens.word(be - 2).equals("going")
        && tokens.isOneOf(be - 3, "not", "never", "isn't");
  }

  /** "Fans feared there will be no X", "may decide": nobody has said so. */
  private boolean isFeared(Name name) {
    for (int at = name.start() - 1; at >= sentence.from() && !sentence.isBreak(at); at--) {
      if (tokens.word(at).startsWith("fear")) return true;
      if (tokens.isOneOf(at, "may", "might", "could", "if", "whether")) return true;
    }
    return false;
  }

  /** "In Europe": elsewhere it may come out. */
  private boolean isInSomePlace(int at) {
    return tokens.isOneOf(at, "in", "to", "on", "with");
  }

  /** The clause ends, or its object follows: not "will not ship with a charger". */
  private boolean isWhole(int at) {
    for (DateExpression date : sentence.dates()) if (date.start() == at) return false;
    for (Name name : sentence.names()) {
      if (name.start() == at) return !isInSomePlace(name.end());
    }
    return tokens.isOneOf(at, ".", "", ",", "and")
        || tokens.isOneOf(at, "the", "its", "it", "this", "after");
  }
}
