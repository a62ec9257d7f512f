package slipstream.analysis.claims;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.Feature.Word;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;

/** What it is told by who tells of a release: the words and cues of a sentence and beside it. */
final class TellerFeatures {
  private static final int MOST = 4;

  private static final Feature RULE = Feature.of("rule");
  private static final Feature STATUS = Feature.of("status");
  private static final Feature OWN_TEXT = Feature.of("own-text");
  private static final Feature SENTENCE = Feature.of("sentence");
  private static final Feature PAIR = Feature.of("pair");
  private static final Feature ARTICLE_CUE = Feature.of("article-cue");
  private static final Feature TITLE_CUE = Feature.of("title-cue");
  private static final Place IN = Place.of("in");
  private static final Place PREVIOUS = Place.of("previous");
  private static final Place NEXT = Place.of("next");

  /** What the features of a sentence begin with, by where it stands. */
  private record Place(Feature word, Feature cue) {
    static Place of(String name) {
      return new Place(Feature.of(name + "-word"), Feature.of(name + "-cue"));
    }
  }

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
    sink.add(RULE.and(Word.of(rule.name())));
    sink.add(STATUS.and(Word.of(String.valueOf(finding.status()))));
    sink.add(OWN_TEXT.and(Word.of(String.valueOf(isOwnText))));
    sink.add(SENTENCE.and(Word.of(String.valueOf(Math.min(sentence.index(), MOST)))));
    MaskedWords words = words(sentence);
    tell(IN, sentence, words, sink);
    tellPairs(sentence, words, sink);
    tellNeighbour(PREVIOUS, sentence.index() - 1, sink);
    tellNeighbour(NEXT, sentence.index() + 1, sink);
    for (CueKind kind : kinds()) sink.add(ARTICLE_CUE.and(Feature.KINDS.of(kind)));
    for (Cue cue : article.get(0).cues()) sink.add(TITLE_CUE.and(Feature.KINDS.of(cue.kind())));
  }

  private void tellNeighbour(Place place, int index, FeatureSink sink) {
    if (index < 0 || index >= article.size()) return;
    ReadSentence sentence = article.get(index);
    tell(place, sentence, words(sentence), sink);
  }

  private static void tell(
      Place place, ReadSentence sentence, MaskedWords words, FeatureSink sink) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      sink.add(place.word().and(words.word(at)));
    }
    for (Cue cue : sentence.cues()) sink.add(place.cue().and(Feature.KINDS.of(cue.kind())));
  }

  private static void tellPairs(ReadSentence sentence, MaskedWords words, FeatureSink sink) {
    for (int at = sentence.from() - 1; at < sentence.to(); at++) {
      Word next = words.word(at + 1);
      if (!next.equals(words.word(at))) sink.add(PAIR.and(words.word(at)).and(next));
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
