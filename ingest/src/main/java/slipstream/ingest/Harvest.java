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
 * @param rest quiet time that the source's domain is owed
 * @param duplicates items found that were known
 * @param rejected entries that could not become items
 * @param bytes read; 0 when nothing was
 */
public record Harvest(
    List<NewsItem> items,
    Cursor cursor,
    Outcome outcome,
    Duration pause,
    Duration rest,
    int duplicates,
    int rejected,
    long bytes) {
  public Harvest {
    items = List.copyOf(items);
  }

  /** A poll without items. */
  public static Harvest empty(Cursor cursor, Outcome outcome, Duration pause) {
    return new Harvest(List.of(), cursor, outcome, pause, Duration.ZERO, 0, 0, 0);
  }

  public Harvest withRest(Duration rest) {
    return new Harvest(items, cursor, outcome, pause, rest, duplicates, rejected, bytes);
  }
}
