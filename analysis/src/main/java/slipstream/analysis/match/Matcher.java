package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Span;
import slipstream.contracts.config.Watchlist;

/**
 * Finds where an item names what is watched: one pass over the text whatever the number of terms,
 * then the rules of the phrases found. Immutable, for any number of threads.
 */
public final class Matcher {
  private final PhraseTrie trie;

  /** By label. */
  private final Rule[][] rules;

  private Matcher(RuleBook book) {
    trie = book.trie();
    rules = book.rules().stream().map(of -> of.toArray(Rule[]::new)).toArray(Rule[][]::new);
  }

  public static Matcher of(Watchlist watchlist) {
    return new Matcher(new RuleBook(watchlist));
  }

  /**
   * Where watched names stand: the title first, then in order of place. Of hits of one subject or
   * theme that overlap only the longest is kept.
   */
  public List<Hit> find(String title, String text) {
    return find("", new SplitText(title), new SplitText(text));
  }

  /**
   * As {@link #find(String, String)}, for who goes on to read the sentences.
   *
   * @param outlet who publishes the item: its name is context as words of the item are, so that
   *     what a company publishes itself need not name it
   */
  public List<Hit> find(String outlet, SplitText title, SplitText text) {
    List<Occurrence> inTitle = trie.scan(title.text());
    List<Occurrence> inText = trie.scan(text.text());
    if (inTitle.isEmpty() && inText.isEmpty()) return List.of();
    var item = new BitSet(rules.length);
    inTitle.forEach(found -> item.set(found.label()));
    inText.forEach(found -> item.set(found.label()));
    trie.scan(outlet).forEach(found -> item.set(found.label()));
    var hits = new ArrayList<Hit>();
    judge(new Passage(title, true, inTitle, item), hits);
    judge(new Passage(text, false, inText, item), hits);
    hits.sort(Matcher::byPlace);
    return withoutOverlaps(hits);
  }

  private void judge(Passage passage, List<Hit> hits) {
    for (int at = 0; at < passage.occurrences().size(); at++) {
      Occurrence found = passage.occurrences().get(at);
      for (Rule rule : rules[found.label()]) {
        if (!rule.holds(passage, at)) continue;
        var span = new Span(found.start(), found.end(), passage.isTitle());
        hits.add(new Hit(rule.watched(), rule.kind(), span));
      }
    }
  }

  /** The title first, then by start, of one start the longest first. */
  private static int byPlace(Hit hit, Hit other) {
    Span a = hit.span();
    Span b = other.span();
    if (a.inTitle() != b.inTitle()) return a.inTitle() ? -1 : 1;
    if (a.start() != b.start()) return Integer.compare(a.start(), b.start());
    if (a.end() != b.end()) return Integer.compare(b.end(), a.end());
    return hit.watched().compareTo(other.watched());
  }

  private static List<Hit> withoutOverlaps(List<Hit> hits) {
    Map<String, Span> last = new HashMap<>();
    var kept = new ArrayList<Hit>(hits.size());
    for (Hit hit : hits) {
      Span before = last.get(hit.watched());
      Span span = hit.span();
      boolean overlaps =
          before != null && before.inTitle() == span.inTitle() && span.start() < before.end();
      if (overlaps) continue;
      last.put(hit.watched(), span);
      kept.add(hit);
    }
    return List.copyOf(kept);
  }
}
