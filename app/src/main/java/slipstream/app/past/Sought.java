package slipstream.app.past;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import slipstream.app.cli.ClusterLink;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;

/**
 * The items that a person may mean: by id or address, else by words of the title.
 *
 * @param items item id -> its newest version, without the text
 * @param mentions item id -> its mentions in force, retractions too
 */
record Sought(Map<String, ItemRef> items, Map<String, List<Mention>> mentions) {

  /** Looks through {@code news.items} and {@code news.mentions}. */
  static Sought find(ClusterLink link, String what) throws IOException, InterruptedException {
    var exact = new TreeMap<String, ItemRef>();
    var like = new TreeMap<String, ItemRef>();
    link.read(
        link.topics().newsItems(),
        (key, item, timestamp) -> {
          if (item == null) return;
          if (isExactly(item, what)) exact.put(item.id(), ItemRef.of(item));
          else if (isLike(item, what)) like.put(item.id(), ItemRef.of(item));
        });
    var items = exact.isEmpty() ? like : exact;
    var mentions = new HashMap<String, Map<String, Mention>>();
    link.read(
        link.topics().newsMentions(),
        (watched, mention, timestamp) -> {
          if (mention == null || !items.containsKey(mention.item().id())) return;
          mentions
              .computeIfAbsent(mention.item().id(), id -> new TreeMap<>())
              .put(watched, mention);
        });
    var inForce = new HashMap<String, List<Mention>>();
    mentions.forEach((item, byWatched) -> inForce.put(item, List.copyOf(byWatched.values())));
    return new Sought(items, inForce);
  }

  /**
   * The mentions of one watched id published within {@code days} of a time, newest version each.
   */
  static List<Mention> near(ClusterLink link, Mention mention, Instant published, int days)
      throws IOException, InterruptedException {
    var near = new TreeMap<String, Mention>();
    var from = published.minus(Duration.ofDays(days));
    var to = published.plus(Duration.ofDays(days));
    link.read(
        link.topics().newsMentions(),
        (watched, other, timestamp) -> {
          if (other == null || !watched.equals(mention.watched())) return;
          var at = other.item().published();
          boolean counts = at != null && !at.at().isBefore(from) && !at.at().isAfter(to);
          if (counts && !other.isRetraction()) near.put(other.item().id(), other);
          else near.remove(other.item().id());
        });
    return new ArrayList<>(near.values());
  }

  List<Mention> mentions(String item) {
    return mentions.getOrDefault(item, List.of());
  }

  private static boolean isExactly(NewsItem item, String what) {
    return item.id().equals(what) || Objects.equals(item.url(), what);
  }

  private static boolean isLike(NewsItem item, @Nullable String what) {
    return what != null
        && item.title().toLowerCase(Locale.ROOT).contains(what.toLowerCase(Locale.ROOT));
  }
}
