package slipstream.analysis.claims;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Cancellations that a phrase alone does not tell: what matters is that the name stands there. */
final class GivenUpName {
  /** What is done to a product and not to its price. */
  private static final Set<String> ENDING =
      WordSet.of(
          ("kill kills killed killing axe axes axed axing ditch ditches ditched bin bins binned bury"
                  + " buries buried jettison jettisons jettisoned")
              .split(" ", -1));

  private GivenUpName() {}

  /** "Kills the X", "there will be no X", "the end of X"; null when nothing of the kind stands. */
  static @Nullable Cue of(ReadSentence sentence, String subject) {
    if (!sentence.dates().isEmpty()) return null; // "there will be no X before May"
    for (Name name : sentence.names()) {
      if (!name.watched().equals(subject)) continue;
      Tokens tokens = sentence.tokens();
      int before =
          tokens.isOneOf(name.start() - 1, "the", "its") ? name.start() - 2 : name.start() - 1;
      boolean ended = ENDING.contains(tokens.word(before)) || isEnd(tokens, before);
      boolean none = tokens.word(name.start() - 1).equals("no") && isNone(sentence, name);
      if ((ended && !isPart(tokens, name.end())) || none) {
        return new Cue(CueKind.CANCEL, before, name.end(), "a product ended by name");
      }
    }
    return null;
  }

  /** "The end of", "the end for"; not "at the end of". */
  private static boolean isEnd(Tokens tokens, int at) {
    return tokens.isOneOf(at, "of", "for")
        && tokens.word(at - 1).equals("end")
        && tokens.word(at - 2).equals("the")
        && !tokens.isOneOf(at - 3, "at", "by", "until", "till", "before", "towards", "near");
  }

  /** "There will be no X", "no X after all". */
  private static boolean isNone(ReadSentence sentence, Name name) {
    Tokens tokens = sentence.tokens();
    int no = name.start() - 1;
    boolean after =
        tokens.word(name.end()).equals("after") && tokens.word(name.end() + 1).equals("all");
    boolean be = tokens.word(no - 1).equals("be") && !isPart(tokens, name.end());
    return after || (be && tokens.isOneOf(name.end(), ".", ":", ";", "\""));
  }

  /** "X's beta", "the X server": only a part of it. */
  private static boolean isPart(Tokens tokens, int at) {
    boolean plain = tokens.isWord(at) && !tokens.isCapitalised(at);
    return tokens.word(at).equals("'s")
        || (plain
            && !tokens.isOneOf(at, "and", "but", "after", "as", "for", "because", "to", "in"));
  }
}
