package slipstream.streams.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Mention;

/**
 * What one mention changed: its item, and every item that has moved to another story with it.
 *
 * @param mention the record that caused it
 * @param moves one for each item
 */
public record StoryUpdate(Mention mention, List<Move> moves) {
  public StoryUpdate {
    moves = List.copyOf(moves);
  }

  /**
   * What was held of an item, and what is held now.
   *
   * @param before null = nothing
   * @param after null = taken back
   */
  public record Move(@Nullable HeldMention before, @Nullable HeldMention after) {}
}
