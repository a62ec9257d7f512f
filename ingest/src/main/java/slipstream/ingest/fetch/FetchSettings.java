package slipstream.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of every fetch.
 *
 * @param contact named by the user agent; null = nothing but loopback is fetched
 * @param allowPrivate hosts in private networks that may be fetched, by name
 * @param connections open at the same time
 * @param connect time to connect
 * @param exchange time from the first redirect hop to the last byte
 * @param pace time between two requests to one registrable domain
 * @param resolver finds addresses; tests map names to a local server
 */
public record FetchSettings(
    @Nullable String contact,
    List<String> allowPrivate,
    int connections,
    Duration connect,
    Duration exchange,
    Duration pace,
    Resolver resolver) {

  /** Finds the addresses of a host. */
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  public static FetchSettings of(
      @Nullable String contact, List<String> allowPrivate, int connections) {
    return new FetchSettings(
        contact,
        List.copyOf(allowPrivate),
        connections,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        InetAddress::getAllByName);
  }
}
