package slipstream.ingest;

import slipstream.contracts.Cursor;
import slipstream.contracts.config.Source;

/** Reads sources of one kind. */
public interface SourceReader {
  /**
   * Reads the source on from its cursor. What is wrong with the source is an outcome with a reason
   * in the cursor, never an exception.
   */
  Harvest read(Source source, Cursor cursor) throws InterruptedException;
}
