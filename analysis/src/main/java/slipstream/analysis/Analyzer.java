package slipstream.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import slipstream.analysis.claims.ClaimReader;
import slipstream.analysis.claims.Trace;
import slipstream.analysis.dates.DateOrder;
import slipstream.analysis.match.Hit;
import slipstream.analysis.match.Matcher;
import slipstream.analysis.sentiment.LinearModel;
import slipstream.analysis.sentiment.TargetSentiment;
import slipstream.analysis.story.Sketches;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Claim;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Sketch;
import slipstream.contracts.Span;
import slipstream.contracts.config.Watchlist;

/**
 * Reads one version of an item: what it names of what is watched, how it speaks of it, and what it
 * claims. The same item and watchlist give the same mentions, always. Safe for any number of
 * threads.
 */
public final class Analyzer {
  private final String configVersion;
  private final Matcher matcher;
  private final ClaimReader claimReader;
  private final TargetSentiment sentiment = new TargetSentiment(LinearModel.shipped());

  private Analyzer(Watchlist watchlist, String configVersion) {
    this.configVersion = configVersion;
    this.matcher = Matcher.of(watchlist);
    this.claimReader = ClaimReader.of(watchlist);
  }

  /**
   * An analyzer of what {@code watchlist} watches.
   *
   * @param configVersion version of the watchlist, written into every mention
   */
  public static Analyzer of(Watchlist watchlist, String configVersion) {
    return new Analyzer(watchlist, configVersion);
  }

  /** One mention for each subject or theme the item names, in order of first appearance. */
  public List<Mention> analyze(NewsItem item) {
    var title = new SplitText(item.title());
    var text = new SplitText(item.text());
    List<Hit> hits = matcher.find(item.outlet(), title, text);
    if (hits.isEmpty()) return List.of();
    var named = new LinkedHashMap<String, List<Hit>>();
    for (Hit hit : hits) named.computeIfAbsent(hit.watched(), id -> new ArrayList<>()).add(hit);
    List<Claim> claims =
        claimReader.read(
            item.title(),
            text,
            DateOrder.of(item.language()),
            item.published(),
            item.outlet(),
            hits);
    var article =
        new Article(
            item, title, text, List.copyOf(named.keySet()), claims, Sketches.of(item.text()));
    return named.values().stream().map(own -> mention(article, own)).toList();
  }

  /** Which rule read what in an item; nothing for one that names nothing watched. */
  public List<Trace> explain(NewsItem item) {
    var text = new SplitText(item.text());
    List<Hit> hits = matcher.find(item.outlet(), new SplitText(item.title()), text);
    if (hits.isEmpty()) return List.of();
    DateOrder order = DateOrder.of(item.language());
    return claimReader.explain(item.title(), text, order, item.published(), item.outlet(), hits);
  }

  /** What all mentions of an item have in common. */
  private record Article(
      NewsItem item,
      SplitText title,
      SplitText text,
      List<String> named,
      List<Claim> claims,
      Sketch sketch) {}

  private Mention mention(Article article, List<Hit> own) {
    String watched = own.get(0).watched();
    List<Span> spans = own.stream().map(Hit::span).toList();
    List<Claim> claims =
        article.claims().stream().filter(claim -> claim.subject().equals(watched)).toList();
    return new Mention(
        watched,
        own.get(0).kind(),
        ItemRef.of(article.item()),
        spans,
        article.named().stream().filter(id -> !id.equals(watched)).toList(),
        claims.stream().flatMap(claim -> claim.origins().stream()).distinct().toList(),
        sentiment.of(article.title(), article.text(), spans),
        claims,
        article.sketch(),
        configVersion);
  }
}
