package slipstream.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param refusal why what was fetched is no article; null = it is one, or something else was asked
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
    @Nullable Refusal refusal,
    long bytes) {
  public Harvest {
    items = List.copyOf(items);
  }

  public Harvest(List<NewsItem> items, Cursor cursor, Outcome outcome, Duration pause, long bytes) {
    this(items, cursor, outcome, pause, Duration.ZERO, 0, 0, null, bytes);
  }

  /** A poll without items. */
  public static Harvest empty(Cursor cursor, Outcome outcome, Duration pause) {
    return new Harvest(List.of(), cursor, outcome, pause, 0);
  }

  public Harvest withRest(Duration rest) {
    return new Harvest(items, cursor, outcome, pause, rest, duplicates, rejected, refusal, bytes);
  }

  public Harvest withDuplicates(int duplicates) {
    return new Harvest(items, cursor, outcome, pause, rest, duplicates, rejected, refusal, bytes);
  }

  public Harvest withRejected(int rejected) {
    return new Harvest(items, cursor, outcome, pause, rest, duplicates, rejected, refusal, bytes);
  }

  public Harvest withOutcome(Outcome outcome) {
    return new Harvest(items, cursor, outcome, pause, rest, duplicates, rejected, refusal, bytes);
  }

  /** Counts as one entry rejected. */
  public Harvest withRefusal(Refusal refusal) {
    return new Harvest(
        items, cursor, outcome, pause, rest, duplicates, rejected + 1, refusal, bytes);
  }
}
