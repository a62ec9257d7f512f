package slipstream.analysis.claims;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it is told by who tells of a release: the words and cues of a sentence and beside it. */
final class TellerFeatures {
  private static final int MOST = 4;

  private final List<ReadSentence> article;
  private final String subject;
  private final Set<String> own;
  private final boolean isOwnText;

  /** The kinds of cues in the article, read once for all its claims. */
  private @Nullable Set<CueKind> kinds;

  /**
   * @param own words for the maker and the product, in lower case
   * @param isOwnText whether the maker itself published the article
   */
  TellerFeatures(List<ReadSentence> article, String subject, Set<String> own, boolean isOwnText) {
    this.article = article;
    this.subject = subject;
    this.own = own;
    this.isOwnText = isOwnText;
  }

  /** The names of all features of a finding. */
  Set<String> names(Finding finding, Teller rule) {
    var found = new LinkedHashSet<String>();
    tell(finding, rule, FeatureSink.naming(found));
    return found;
  }

  /**
   * Tells the features of a finding; some more than once.
   *
   * @param rule who tells by the rules
   */
  void tell(Finding finding, Teller rule, FeatureSink sink) {
    ReadSentence sentence = finding.sentence();
    sink.add("rule", rule.name());
    sink.add("status", String.valueOf(finding.status()));
    sink.add("own-text", String.valueOf(isOwnText));
    sink.add("sentence", String.valueOf(Math.min(sentence.index(), MOST)));
    MaskedWords words = words(sentence);
    tell("in", sentence, words, sink);
    tellPairs(sentence, words, sink);
    tellNeighbour("previous", sentence.index() - 1, sink);
    tellNeighbour("next", sentence.index() + 1, sink);
    for (CueKind kind : kinds()) sink.add("article-cue", kind.name());
    for (Cue cue : article.get(0).cues()) sink.add("title-cue", cue.kind().name());
  }

  private void tellNeighbour(String place, int index, FeatureSink sink) {
    if (index < 0 || index >= article.size()) return;
    ReadSentence sentence = article.get(index);
    tell(place, sentence, words(sentence), sink);
  }

  private static void tell(
      String place, ReadSentence sentence, MaskedWords words, FeatureSink sink) {
    String word = place + "-word";
    for (int at = sentence.from(); at < sentence.to(); at++) sink.add(word, words.word(at));
    String kind = place + "-cue";
    for (Cue cue : sentence.cues()) sink.add(kind, cue.kind().name());
  }

  private static void tellPairs(ReadSentence sentence, MaskedWords words, FeatureSink sink) {
    for (int at = sentence.from() - 1; at < sentence.to(); at++) {
      String next = words.word(at + 1);
      if (!next.equals(words.word(at))) sink.add("pair", words.word(at), next);
    }
  }

  private Set<CueKind> kinds() {
    if (kinds == null) {
      kinds = EnumSet.noneOf(CueKind.class);
      for (ReadSentence sentence : article) kinds.addAll(sentence.kinds());
    }
    return kinds;
  }

  private MaskedWords words(ReadSentence sentence) {
    return new MaskedWords(sentence, subject, own);
  }
}
