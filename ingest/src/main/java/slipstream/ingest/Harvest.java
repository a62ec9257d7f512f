package slipstream.ingest;

import java.time.Duration;
import java.util.List;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;

/**
 * What one poll of a source brought: its items and its cursor belong into one transaction.
 *
 * @param items new items and new versions
 * @param cursor how far the source has been read with them
 * @param outcome how the poll went
 * @param pause until the source is due again
 * @param duplicates items found that were known
 * @param rejected entries that could not become items
 * @param bytes read; 0 when nothing was
 */
public record Harvest(
    List<NewsItem> items,
    Cursor cursor,
    Outcome outcome,
    Duration pause,
    int duplicates,
    int rejected,
    long bytes) {
  public Harvest {
    items = List.copyOf(items);
  }

  /** A poll without items. */
  public static Harvest empty(Cursor cursor, Outcome outcome, Duration pause) {
    return new Harvest(List.of(), cursor, outcome, pause, 0, 0, 0);
  }
}
