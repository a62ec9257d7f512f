package slipstream.analysis.claims;

import java.util.Arrays;
import java.util.Set;
import slipstream.analysis.claims.Feature.Word;
import slipstream.analysis.cues.Name;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Tokens;

/**
 * The words of a sentence as a classifier reads them: what is written like a name is not read, only
 * that there is one, so that nothing is learnt of a product, its maker or an outlet.
 */
final class MaskedWords {
  private static final Set<String> OPENERS = WordLists.of("opener");

  private static final Word BEFORE = Word.of("^");
  private static final Word BEHIND = Word.of("$");
  private static final Word NUMBER = Word.of("NUMBER");
  private static final Word NAME = Word.of("NAME");
  private static final Word MAKER = Word.of("MAKER");
  private static final Word PRODUCT = Word.of("PRODUCT");
  private static final Word IT = Word.of("IT");

  private final ReadSentence sentence;
  private final Set<String> own;
  private final Word[] words;

  /**
   * @param own words for the subject's maker and the product, in lower case
   */
  MaskedWords(ReadSentence sentence, String subject, Set<String> own) {
    this.sentence = sentence;
    this.own = own;
    this.words = new Word[sentence.to() - sentence.from()];
    for (int i = 0; i < words.length; i++) words[i] = read(sentence.from() + i);
    for (Name name : sentence.names()) {
      int first = Math.max(0, name.start() - sentence.from());
      int last = Math.min(words.length, name.end() - sentence.from());
      if (first < last)
        Arrays.fill(words, first, last, name.watched().equals(subject) ? IT : PRODUCT);
    }
  }

  /** The word at a token; "^" before the sentence and "$" behind it. */
  Word word(int at) {
    if (at < sentence.from()) return BEFORE;
    if (at >= sentence.to()) return BEHIND;
    return words[at - sentence.from()];
  }

  /** A word as it is read where it is part of no name of a product. */
  private Word read(int at) {
    Tokens tokens = sentence.tokens();
    String word = tokens.word(at);
    if (Character.isDigit(word.charAt(0))) return NUMBER;
    if (tokens.isMarked(at)) return NAME; // "iPhone"
    boolean plain = !tokens.isCapitalised(at) || (at == sentence.from() && OPENERS.contains(word));
    if (plain) return Word.of(word);
    return own.contains(word) && !isOfAnother(at) ? MAKER : NAME;
  }

  /** "The Gazette's Ada Acme": no maker. */
  private boolean isOfAnother(int at) {
    Tokens tokens = sentence.tokens();
    boolean named = tokens.isCapitalised(at - 1) && tokens.word(at - 2).equals("'s");
    return named && !own.contains(tokens.word(at - 3));
  }
}
