package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.CueLexicon;
import slipstream.analysis.cues.Cues;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.DateGrammar;
import slipstream.analysis.dates.DateOrder;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;
import slipstream.analysis.match.Hit;
import slipstream.analysis.text.Sentence;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Span;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/** Cuts an item into sentences and finds the dates, cues and product names in each. */
final class ItemReader {
  /** What goes on longer, in tokens, is no sentence and is cut: so the cost stays linear. */
  private static final int LONGEST_SENTENCE = 300;

  private static final int DATE_REACH = 1;
  private static final Set<String> TO = WordSet.of("to", "into", "until", "till", "past", "beyond");

  private final DateGrammar dates;

  /** Names of products that are not meant, by their first word. */
  private final Map<String, List<Tokens>> siblings = new HashMap<>();

  private final CueLexicon cues = CueLexicon.load();

  ItemReader(Watchlist watchlist) {
    this.dates = DateGrammar.of(watchlist);
    for (Subject subject : watchlist.subjects()) {
      for (String sibling : subject.exclude()) {
        Tokens words = Tokens.of(sibling);
        siblings.computeIfAbsent(words.word(0), first -> new ArrayList<>()).add(words);
      }
    }
  }

  /** The title first, then the sentences of the text. */
  List<ReadSentence> read(String title, SplitText text, DateOrder order, List<Hit> hits) {
    var sentences = new ArrayList<ReadSentence>();
    Tokens words = Tokens.of(title);
    int end = Math.min(words.size(), LONGEST_SENTENCE);
    var titleDates = new ArrayList<>(dates.find(words, order, named(words, true, hits)));
    titleDates.removeIf(date -> date.end() > end);
    sentences.add(sentence(0, true, words, 0, end, titleDates, hits));
    Tokens tokens = Tokens.of(text.text());
    List<DateExpression> expressions = dates.find(tokens, order, named(tokens, false, hits));
    int next = 0;
    for (Sentence sentence : whole(text.sentences(), hits)) {
      int last = tokens.at(sentence.end());
      for (int from = tokens.at(sentence.start()); from < last; from += LONGEST_SENTENCE) {
        int to = Math.min(last, from + LONGEST_SENTENCE);
        int first = next;
        while (next < expressions.size() && expressions.get(next).end() <= to) next++;
        List<DateExpression> own = List.copyOf(expressions.subList(first, next));
        sentences.add(sentence(sentences.size(), false, tokens, from, to, own, hits));
      }
    }
    return sentences;
  }

  /**
   * The tokens of watched names: "X 3 June 2" tells of June 2, and "Winter Ledger" of no winter.
   */
  private static BitSet named(Tokens tokens, boolean inTitle, List<Hit> hits) {
    var named = new BitSet();
    for (Hit hit : hits) {
      Span span = hit.span();
      boolean name = hit.kind() == WatchedKind.SUBJECT && span.inTitle() == inTitle;
      if (name) named.set(tokens.at(span.start()), tokens.at(span.end()));
    }
    return named;
  }

  /** A full stop inside a watched name ends nothing: "the ID. Two comes in May". */
  private static List<Sentence> whole(List<Sentence> sentences, List<Hit> hits) {
    var whole = new ArrayList<Sentence>();
    int next = 0;
    int named = 0; // how far the names reach that begin before the sentence
    for (Sentence sentence : sentences) {
      for (; next < hits.size() && begins(hits.get(next), sentence.start()); next++) {
        Hit hit = hits.get(next);
        boolean name = hit.kind() == WatchedKind.SUBJECT && !hit.span().inTitle();
        if (name) named = Math.max(named, hit.span().end());
      }
      int last = whole.size() - 1;
      boolean cut = last >= 0 && named > sentence.start();
      if (cut) whole.set(last, new Sentence(whole.get(last).start(), sentence.end()));
      else whole.add(sentence);
    }
    return whole;
  }

  private static boolean begins(Hit hit, int before) {
    return hit.span().inTitle() || hit.span().start() < before;
  }

  private ReadSentence sentence(
      int index,
      boolean inTitle,
      Tokens tokens,
      int from,
      int to,
      List<DateExpression> expressions,
      List<Hit> hits) {
    List<Name> names = names(tokens, from, to, inTitle, hits);
    List<DateExpression> dates = LinkedDates.of(tokens, expressions);
    return new ReadSentence(
        index,
        inTitle,
        tokens,
        from,
        to,
        dates,
        new Cues(() -> outside(inTitle, dates, names, tokens, from, to)),
        names);
  }

  /** The cues that are no part of a date or name: the "may" of "in May", "The Last Launch". */
  private List<Cue> outside(
      boolean inTitle,
      List<DateExpression> expressions,
      List<Name> names,
      Tokens tokens,
      int from,
      int to) {
    var found = new ArrayList<Cue>();
    for (Cue cue : cues.find(tokens, names, from, to)) {
      boolean named = !inTitle && isOfACompany(cue, tokens, from);
      for (Name name : names) named |= name.start() <= cue.start() && cue.end() <= name.end();
      if (named) continue;
      boolean inside = false;
      for (DateExpression date : expressions) {
        inside |= date.core() <= cue.start() && cue.end() <= date.end();
      }
      boolean kept = !inside || cue.kind() == CueKind.ACCELERATE || cue.kind() == CueKind.DELAY;
      if (kept && !lacksDate(cue, expressions, tokens)) found.add(cue);
    }
    return found;
  }

  /** The "Records" of "Northgate Records" are none. */
  private static boolean isOfACompany(Cue cue, Tokens tokens, int from) {
    boolean inside = cue.kind() == CueKind.OTHER && cue.start() > from;
    return inside && tokens.isCapitalised(cue.start()) && tokens.isCapitalised(cue.start() - 1);
  }

  /** "Pushing to release it": a delay "to" something that is no date is none. */
  private static boolean lacksDate(Cue cue, List<DateExpression> dates, Tokens tokens) {
    boolean open = cue.kind() == CueKind.DELAY && TO.contains(tokens.word(cue.end() - 1));
    if (!open) return false;
    for (DateExpression date : dates) {
      if (date.start() >= cue.end() - 1 && date.start() <= cue.end() + DATE_REACH) return false;
    }
    return true;
  }

  private List<Name> names(Tokens tokens, int from, int to, boolean inTitle, List<Hit> hits) {
    var names = new ArrayList<Name>();
    int begin = from < to ? tokens.start(from) : 0;
    int end = from < to ? tokens.end(to - 1) : 0;
    for (int i = firstAt(hits, inTitle, begin); i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.span().inTitle() != inTitle || hit.span().start() >= end) break;
      if (hit.kind() != WatchedKind.SUBJECT) continue;
      int start = tokens.at(hit.span().start());
      int after = tokens.at(hit.span().end());
      if (tokens.word(after).equals(")") && tokens.word(after - 2).equals("(")) after++;
      boolean sibling = ProductName.isVersion(tokens, after);
      names.add(new Name(sibling ? "" : hit.watched(), start, sibling ? after + 1 : after));
    }
    addOthers(tokens, from, to, names);
    names.sort(Comparator.comparingInt(Name::start));
    return names;
  }

  /** The first hit at or after an offset; hits come in order of place, the title's first. */
  private static int firstAt(List<Hit> hits, boolean inTitle, int offset) {
    int low = 0;
    int high = hits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Span span = hits.get(middle).span();
      boolean before = span.inTitle() == inTitle ? span.start() < offset : span.inTitle();
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private int siblingEnd(Tokens tokens, int at) {
    int end = at;
    for (Tokens name : siblings.getOrDefault(tokens.word(at), List.of())) {
      int length = 0;
      while (length < name.size() && tokens.word(at + length).equals(name.word(length))) length++;
      if (length == name.size()) end = Math.max(end, at + length);
    }
    return end;
  }

  /** Names that are not watched but look like products: a capital and a number. */
  private void addOthers(Tokens tokens, int from, int to, List<Name> names) {
    for (int at = from; at < to; at++) {
      if (!ProductName.mayBegin(tokens, at)) continue;
      int end = Math.max(ProductName.end(tokens, at), siblingEnd(tokens, at));
      if (end <= at) continue;
      int start = at;
      boolean watched = names.stream().anyMatch(n -> n.start() < end && start < n.end());
      if (!watched) names.add(new Name("", at, end));
      at = end - 1;
    }
  }
}
