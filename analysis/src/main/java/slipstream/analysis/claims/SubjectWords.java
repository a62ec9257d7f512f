package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.config.Subject;

/** The words by which news calls a subject's maker: its owner and the words of its context. */
final class SubjectWords {
  private SubjectWords() {}

  /** In lower case, one by one. */
  static Set<String> of(Subject subject) {
    var phrases = new ArrayList<>(subject.context());
    if (subject.owner() != null) phrases.add(subject.owner());
    return words(phrases);
  }

  /** The words of its name, in lower case: what it is called for short. */
  static Set<String> ofName(Subject subject) {
    var words = new HashSet<>(words(List.of(subject.name())));
    words.remove("the");
    return words;
  }

  private static Set<String> words(List<String> phrases) {
    var words = new HashSet<String>();
    for (String phrase : phrases) {
      Tokens tokens = Tokens.of(phrase);
      for (int at = 0; at < tokens.size(); at++) {
        if (tokens.isWord(at) && tokens.word(at).length() > 2) words.add(tokens.word(at));
      }
    }
    return Set.copyOf(words);
  }
}
