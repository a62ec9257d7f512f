package slipstream.analysis.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Sketch;

/**
 * Folds near-identical copies into stories: an edge joins two items whose contents overlap by at
 * least {@value #OVERLAP} and whose publications lie within 7 days; a story is a connected
 * component (DESIGN contract 5). The result depends on the set of items alone, never on arrival.
 */
public final class Stories {
  /** Least overlap of two copies. */
  public static final double OVERLAP = 0.85;

  /** Farthest publications of two copies. */
  public static final Duration APART = Duration.ofDays(7);

  private Stories() {}

  /**
   * An item to be folded.
   *
   * @param itemId the item's id
   * @param published null when no date was found: such an item is a story of its own
   * @param sketch of its content
   */
  public record Entry(String itemId, @Nullable Instant published, Sketch sketch) {}

  /**
   * Finds the story of each item.
   *
   * @return item id -> story id, the id of the least (publication, item id) of its story
   */
  public static Map<String, String> of(Collection<Entry> entries) {
    List<Entry> sorted = entries.stream().sorted(ORDER).toList();
    var parents = new Components(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size() && near(sorted.get(i), sorted.get(j)); j++) {
        if (overlap(sorted.get(i), sorted.get(j)) >= OVERLAP) parents.join(i, j);
      }
    }
    var stories = new LinkedHashMap<String, String>();
    for (int i = 0; i < sorted.size(); i++) {
      stories.put(sorted.get(i).itemId(), sorted.get(parents.find(i)).itemId());
    }
    return stories;
  }

  /** Undated items last: none is near another. */
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(
              Entry::published, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Entry::itemId);

  private static boolean near(Entry a, Entry b) {
    return a.published() != null && b.published() != null && near(a.published(), b.published());
  }

  static boolean near(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(APART) <= 0;
  }

  private static double overlap(Entry a, Entry b) {
    return Sketches.overlap(a.sketch(), b.sketch());
  }
}
