package slipstream.app.past;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import slipstream.analysis.story.Sketches;
import slipstream.analysis.story.Stories;
import slipstream.contracts.Mention;

/** Into which story an item is folded, or how far it is from being a copy. */
final class StoryText {
  /** A story may be a chain of copies, each within 7 days of the next. */
  static final int DAYS = 21;

  private static final int PERCENT = 100;

  private StoryText() {}

  /**
   * One sentence.
   *
   * @param near the mentions of the same watched id around it, itself included
   */
  static String of(Mention mention, List<Mention> near) {
    var entries = new ArrayList<Stories.Entry>();
    for (Mention one : near) entries.add(entry(one));
    String own = mention.item().id();
    String story = Stories.of(entries).getOrDefault(own, own);
    if (!story.equals(own)) {
      var head = near.stream().filter(m -> m.item().id().equals(story)).findFirst().orElse(mention);
      return "Folded into the story of %s (%s): copies of it count once."
          .formatted(Words.clean(story), Words.of(head.item()));
    }
    return likest(mention, near);
  }

  private static String likest(Mention mention, List<Mention> near) {
    Mention likest = mention;
    double most = 0;
    for (Mention other : near) {
      if (other.item().id().equals(mention.item().id()) || !within(mention, other)) continue;
      double overlap = Sketches.overlap(mention.sketch(), other.sketch());
      if (overlap > most) {
        most = overlap;
        likest = other;
      }
    }
    if (most >= Stories.OVERLAP) return "Heads its story: later copies are folded into it.";
    return most == 0
        ? "A story of its own: it has no words in common with others."
        : "A story of its own: at most %d %% of its words stand in another (%s); copies have %d %%."
            .formatted(
                Math.round(Math.floor(most * PERCENT)),
                Words.of(likest.item()),
                Math.round(Stories.OVERLAP * PERCENT));
  }

  private static boolean within(Mention a, Mention b) {
    var from = a.item().published();
    var to = b.item().published();
    return from != null
        && to != null
        && Duration.between(from.at(), to.at()).abs().compareTo(Stories.APART) <= 0;
  }

  private static Stories.Entry entry(Mention mention) {
    var published = mention.item().published();
    return new Stories.Entry(
        mention.item().id(), published == null ? null : published.at(), mention.sketch());
  }
}
