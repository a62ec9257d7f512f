package slipstream.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The mark of a dead letter that was sent again. */
public final class Replayed {
  /** Header of the record; its value is the node at which it had failed. */
  public static final String HEADER = "slipstream_replayed";

  private Replayed() {}

  /** The node at which the record had failed; empty when it is no replay. */
  public static String failedAt(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
