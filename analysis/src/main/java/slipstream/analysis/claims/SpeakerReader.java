package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;

/** Finds who of a subject's makers says a sentence: a named person, "the company", "she". */
final class SpeakerReader {
  private static final int PERSON_REACH = 3;
  private static final int MAKER_REACH = 5;
  private static final int ASIDE = 9;
  private static final WordSet MAKERS = WordLists.of("maker-named");
  private static final WordSet PAPERS = WordLists.of("paper");

  private final Set<String> own;
  private final List<ReadSentence> article;

  /**
   * @param own words of the subject's owner and context, in lower case
   */
  SpeakerReader(Set<String> own, List<ReadSentence> article) {
    this.own = own;
    this.article = article;
  }

  /** True when somebody of the maker's is heard in the sentence. */
  boolean speaks(ReadSentence sentence) {
    for (Cue say : sentence.cues(CueKind.SAY)) {
      if (isName(sentence, say) || isMaker(sentence, say) || isHeardBefore(sentence, say))
        return true;
    }
    return isOfTheMaker(sentence) || citesOwnPaper(sentence);
  }

  /** "Ada Low of Acme has put an end to the guessing". */
  private boolean isOfTheMaker(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    int of = sentence.from() + 2;
    return isName(tokens, of - 2)
        && isName(tokens, of - 1)
        && tokens.isOneOf(of, "of", "from", "at")
        && own.contains(tokens.word(of + 1))
        && tokens.isCapitalised(of + 1);
  }

  /** A person with first and last name beside a verb of saying. */
  private boolean isName(ReadSentence sentence, Cue say) {
    Tokens tokens = sentence.tokens();
    int at = pastAside(sentence, say.start());
    boolean writer = tokens.word(at - 3).equals("'s") && !own.contains(tokens.word(at - 4));
    if (isName(tokens, at - 1) && isName(tokens, at - 2)) return !writer;
    boolean inverted = tokens.word(at - 1).equals(",") || tokens.word(at - 1).equals("'");
    return inverted
        && isName(tokens, say.end())
        && isName(tokens, say.end() + 1)
        && !tokens.word(say.end() + 2).equals("of");
  }

  /** "Ada Low, who runs the division, said": before the words between two commas. */
  private static int pastAside(ReadSentence sentence, int verb) {
    Tokens tokens = sentence.tokens();
    if (!tokens.word(verb - 1).equals(",")) return verb;
    for (int at = verb - 2; at > Math.max(sentence.from(), verb - ASIDE); at--) {
      if (tokens.word(at).equals(",")) return at;
    }
    return verb;
  }

  private static boolean isName(Tokens tokens, int at) {
    return tokens.isCapitalised(at)
        && Character.isLetter(tokens.word(at).charAt(0))
        && !tokens.word(at).equals("the");
  }

  /** "The Swedish brand said", "the publisher mentioned". */
  private static boolean isMaker(ReadSentence sentence, Cue say) {
    Tokens tokens = sentence.tokens();
    int noun = say.start() - 1;
    if (tokens.isOneOf(noun, "has", "have", "had", "also", "now", "itself")) noun--;
    if (!MAKERS.contains(tokens.word(noun))) return false;
    for (int at = noun - 1; at >= Math.max(sentence.from(), noun - MAKER_REACH); at--) {
      if (tokens.isOneOf(at, "the", "its", "our", "their")) return true;
    }
    return false;
  }

  /** "He said", after a sentence about somebody of the maker's. */
  private boolean isHeardBefore(ReadSentence sentence, Cue say) {
    Tokens tokens = sentence.tokens();
    boolean pronoun =
        tokens.isOneOf(say.start() - 1, "he", "she") || tokens.isOneOf(say.end(), "he", "she");
    if (!pronoun) return false;
    int first = Math.max(0, sentence.index() - PERSON_REACH);
    for (int at = sentence.index(); at >= first; at--) {
      ReadSentence earlier = article.get(at);
      if (earlier.has(CueKind.GUESS) || earlier.has(CueKind.REPORT)) return false;
      if (earlier.has(CueKind.OFFICE) || namesPerson(earlier)) return true;
    }
    return false;
  }

  /** First and last name of somebody of the maker's. */
  private boolean namesPerson(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at + 1 < sentence.to(); at++) {
      boolean name = isName(tokens, at) && isName(tokens, at + 1);
      if (name && (own.contains(tokens.word(at + 1)) || own.contains(tokens.word(at)))) return true;
    }
    return false;
  }

  /** "According to the project page", "Acme's manifest lists". */
  private boolean citesOwnPaper(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from() + 1; at < sentence.to(); at++) {
      if (!PAPERS.contains(tokens.word(at))) continue;
      for (int owner = at - 1; owner >= Math.max(sentence.from(), at - PERSON_REACH); owner--) {
        boolean owned = tokens.isOneOf(owner + 1, "'", "'s") && own.contains(tokens.word(owner));
        boolean known = MAKERS.contains(tokens.word(owner));
        if (owned || known || tokens.isOneOf(owner, "investor", "investors")) return true;
      }
    }
    return false;
  }
}
