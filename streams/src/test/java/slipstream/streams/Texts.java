package slipstream.streams;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import slipstream.analysis.story.Sketches;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Sentiment;
import slipstream.contracts.Span;
import slipstream.contracts.Tier;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.Window;

/**
 * News in a language a test can be read in. The title is a list of words: {@code widget} and {@code
 * chips} are named by their names, {@code scheduled:2025-05-01..2025-05-31} is a claim about the
 * widget, {@code +} and {@code -} are sentiment, {@code boom} breaks the analysis. The text is only
 * there to be copied.
 */
final class Texts {
  static final String WIDGET = "widget";
  static final String CHIPS = "chips";
  static final Analysis ANALYSIS =
      new Analysis("v1", Set.of(WIDGET), Set.of(CHIPS), Texts::mentions);

  private Texts() {}

  static NewsItem item(String id, String published, String title) {
    return item(id, "outlet-of-" + id, published, title, title);
  }

  /**
   * @param published a day or an instant; empty = undated
   */
  static NewsItem item(String id, String outlet, String published, String title, String text) {
    return new NewsItem(
        id,
        Integer.toHexString((title + text + published).hashCode()),
        "test",
        outlet,
        Tier.PRESS,
        "https://example.org/" + id,
        title,
        text,
        "en",
        null,
        publication(published),
        false);
  }

  private static Publication publication(String published) {
    if (published.isEmpty()) return null;
    return published.length() == 10
        ? Publication.ofDay(LocalDate.parse(published), Provenance.FEED)
        : Publication.ofInstant(Instant.parse(published), Provenance.FEED);
  }

  private static List<Mention> mentions(NewsItem item) {
    var words = List.of(item.title().split(" "));
    if (words.contains("boom")) throw new IllegalStateException("boom");
    if (words.contains("cast")) throw new ClassCastException("cast");
    if (words.contains("deep")) throw new StackOverflowError();
    var named = Stream.of(WIDGET, CHIPS).filter(words::contains).toList();
    return named.stream().map(watched -> mention(item, watched, named, words)).toList();
  }

  private static Mention mention(
      NewsItem item, String watched, List<String> named, List<String> words) {
    boolean isSubject = watched.equals(WIDGET);
    var sentiment = Sentiment.NONE;
    for (String word : words) {
      if (word.equals("+")) sentiment = sentiment.plus(1);
      if (word.equals("-")) sentiment = sentiment.plus(-1);
    }
    return new Mention(
        watched,
        isSubject ? WatchedKind.SUBJECT : WatchedKind.THEME,
        ItemRef.of(item),
        List.of(new Span(0, 1, true)),
        named.stream().filter(id -> !id.equals(watched)).toList(),
        List.of(),
        sentiment,
        isSubject ? claims(words) : List.of(),
        Sketches.of(item.text()),
        "v1");
  }

  private static List<Claim> claims(List<String> words) {
    var claims = new ArrayList<Claim>();
    for (String word : words) {
      for (var status : ClaimStatus.values()) {
        String name = status.name().toLowerCase(Locale.ROOT);
        if (word.equals(name) || word.startsWith(name + ":")) {
          claims.add(claim(status, word.substring(name.length())));
        }
      }
    }
    return claims;
  }

  private static Claim claim(ClaimStatus status, String window) {
    return new Claim(
        WIDGET,
        status,
        window.isEmpty() ? null : window(window.substring(1)),
        null,
        Certainty.REPORTED,
        List.of(),
        new Quote(status.name(), 0, 1, true),
        null,
        null);
  }

  private static Window window(String text) {
    int dots = text.indexOf("..");
    return new Window(
        LocalDate.parse(text.substring(0, dots)),
        LocalDate.parse(text.substring(dots + 2)),
        Precision.MONTH);
  }
}
