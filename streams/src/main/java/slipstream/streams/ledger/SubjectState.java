package slipstream.streams.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Outlook;

/**
 * What is kept of a subject beside its claims and changes.
 *
 * @param newest newest publication of a mention, no later than it was learned
 * @param config version of the watchlist of the newest mention read
 * @param outlook as it was last published; null before the first
 */
record SubjectState(Instant newest, String config, @Nullable Outlook outlook) {
  static final SubjectState NEW = new SubjectState(Instant.EPOCH, "", null);

  SubjectState withNewest(Instant published, String version) {
    return published.isAfter(newest) ? new SubjectState(published, version, outlook) : this;
  }

  SubjectState withOutlook(Outlook published) {
    return new SubjectState(newest, config, published);
  }
}
