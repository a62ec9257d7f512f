package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;

/**
 * Which generation of the derived topics is in force, on {@code ledger.generation}, one compacted
 * record: every role turns to it.
 *
 * @param number 1 is the first; a reprocess builds the next one beside it
 * @param since when it was put in force
 */
public record Generation(int number, Instant since) {
  public static final Generation FIRST = new Generation(1, Instant.EPOCH);

  public Generation {
    field(since, "since");
    if (number < 1) throw new IllegalArgumentException("'number' is " + number + ", less than 1");
  }
}
