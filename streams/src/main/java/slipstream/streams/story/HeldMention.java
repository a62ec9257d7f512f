package slipstream.streams.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.story.Stories;
import slipstream.contracts.Mention;
import slipstream.contracts.Publication;

/**
 * A mention in force with its place among the stories.
 *
 * @param mention of the newest version of the item
 * @param learnedAt when that version was learned
 * @param story id of the story the item belongs to
 */
public record HeldMention(Mention mention, Instant learnedAt, String story) {

  public String itemId() {
    return mention.item().id();
  }

  public @Nullable Instant publishedAt() {
    Publication published = mention.item().published();
    return published == null ? null : published.at();
  }

  /**
   * True for the item that stands for its copies: the least (publication, item id) of the story.
   */
  public boolean headsItsStory() {
    return story.equals(itemId());
  }

  /** True for what says the same, and for what was learned before. */
  boolean covers(Mention other, Instant otherLearnedAt) {
    return otherLearnedAt.isBefore(learnedAt) || other.equals(mention);
  }

  Stories.Entry entry() {
    return new Stories.Entry(itemId(), publishedAt(), mention.sketch());
  }

  HeldMention withStory(String id) {
    return new HeldMention(mention, learnedAt, id);
  }
}
