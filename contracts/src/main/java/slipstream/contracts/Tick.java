package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;

/**
 * Time as an event, on {@code ledger.clock}, one record per partition: nothing was left to read at
 * {@link #now}, so windows that ended before it are overdue.
 *
 * @param now the wall clock (or the clock given on the command line)
 */
public record Tick(Instant now) {
  public Tick {
    field(now, "now");
  }
}
