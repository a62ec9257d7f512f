package slipstream.app.role;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import slipstream.web.Health;

/** A role that works in this process. */
public interface Role extends AutoCloseable {
  /** How it is doing; answers at once. */
  Health health();

  /** Why it has ended for good; null while it works. */
  @Nullable Throwable failure();

  /**
   * Does nothing while it works.
   *
   * @throws IOException with the cause when it has ended for good
   */
  default void failIfEnded() throws IOException {
    Throwable failure = failure();
    if (failure != null) {
      throw new IOException(health().name() + " has failed: " + failure.getMessage(), failure);
    }
  }

  /** Ends it within five seconds; what is in flight is done again by the next owner. */
  @Override
  void close();
}
