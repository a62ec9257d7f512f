package slipstream.app.role;

import org.jspecify.annotations.Nullable;
import slipstream.web.Health;

/** A role that works in this process. */
public interface Role extends AutoCloseable {
  /** How it is doing; answers at once. */
  Health health();

  /** Why it has ended for good; null while it works. */
  @Nullable Throwable failure();

  /** Ends it within five seconds; what is in flight is done again by the next owner. */
  @Override
  void close();
}
