package slipstream.analysis.claims;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import slipstream.contracts.Certainty;

/** What the certainty of a claim is told by: who speaks in its sentence and beside it. */
final class CertaintyFeatures {
  private static final int MOST = 4;

  private final List<ReadSentence> article;
  private final String subject;
  private final Set<String> own;
  private final boolean isOwnText;

  /**
   * @param own words for the maker and the product, in lower case
   * @param isOwnText whether the maker itself published the article
   */
  CertaintyFeatures(
      List<ReadSentence> article, String subject, Set<String> own, boolean isOwnText) {
    this.article = article;
    this.subject = subject;
    this.own = own;
    this.isOwnText = isOwnText;
  }

  /** The names of all features of a finding. */
  Set<String> names(Finding finding, Certainty rule) {
    var found = new LinkedHashSet<String>();
    tell(finding, rule, (kind, value) -> found.add(FeatureSink.name(kind, value)));
    return found;
  }

  /**
   * Tells the features of a finding; some more than once.
   *
   * @param rule the certainty that the rules give it
   */
  void tell(Finding finding, Certainty rule, FeatureSink sink) {
    ReadSentence sentence = finding.sentence();
    sink.add("rule", rule.name());
    sink.add("status", String.valueOf(finding.status()));
    sink.add("own-text", String.valueOf(isOwnText));
    sink.add("sentence", String.valueOf(Math.min(sentence.index(), MOST)));
    tellPairs(sentence, sink);
    tell("in", sentence, sink);
    if (sentence.index() > 0) tell("previous", article.get(sentence.index() - 1), sink);
    if (sentence.index() + 1 < article.size()) {
      tell("next", article.get(sentence.index() + 1), sink);
    }
    var kinds = EnumSet.noneOf(CueKind.class);
    for (ReadSentence any : article) for (Cue cue : any.cues()) kinds.add(cue.kind());
    for (CueKind kind : kinds) sink.add("article-cue", kind.name());
    for (Cue cue : article.get(0).cues()) sink.add("title-cue", cue.kind().name());
  }

  private void tell(String place, ReadSentence sentence, FeatureSink sink) {
    MaskedWords words = words(sentence);
    for (int at = sentence.from(); at < sentence.to(); at++) {
      sink.add(place + "-word", words.word(at));
    }
    for (Cue cue : sentence.cues()) sink.add(place + "-cue", cue.kind().name());
  }

  private void tellPairs(ReadSentence sentence, FeatureSink sink) {
    MaskedWords words = words(sentence);
    for (int at = sentence.from() - 1; at < sentence.to(); at++) {
      String next = words.word(at + 1);
      if (!next.equals(words.word(at))) sink.add("pair", words.word(at) + " " + next);
    }
  }

  private MaskedWords words(ReadSentence sentence) {
    return new MaskedWords(sentence, new Scope(sentence, subject, own));
  }
}
