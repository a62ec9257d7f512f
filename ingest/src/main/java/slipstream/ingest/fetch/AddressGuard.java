package slipstream.ingest.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts for every connection and refuses those that lead into private networks. The client
 * connects to the very addresses that were checked here, so a name cannot change its mind between
 * the check and the connection.
 */
final class AddressGuard implements DnsResolver {
  /** Special-purpose blocks of RFC 6890 and its successors, as address and prefix length. */
  private static final List<Block> V4 =
      Block.all(
          "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24"
              + " 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24"
              + " 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4");

  /** Outside of global unicast (2000::/3), and within it Teredo, ORCHID, documentation, 6to4. */
  private static final List<Block> V6 = Block.all("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

  private static final Block GLOBAL_V6 = Block.of("2000::/3");

  private final FetchSettings.Resolver resolver;
  private volatile List<String> allowed = List.of();

  AddressGuard(FetchSettings.Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * Says which hosts may lie in private networks from now on.
   *
   * @param names {@code *.name} allows all below name
   */
  void allow(List<String> names) {
    allowed = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    if (isAllowed(host)) return addresses;
    for (InetAddress address : addresses) {
      if (isPrivate(address)) throw new PrivateAddressException(host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  /** A name that leads to a place that is not public. */
  static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddressException(String host) {
      super(host + " lies in a private network (allowPrivate would allow it by name)");
    }
  }

  private boolean isAllowed(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return allowed.stream()
        .anyMatch(a -> a.startsWith("*.") ? name.endsWith(a.substring(1)) : a.equals(name));
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return !GLOBAL_V6.holds(bytes) || V6.stream().anyMatch(block -> block.holds(bytes));
    }
    return V4.stream().anyMatch(block -> block.holds(bytes));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] start, int bits) {
    static List<Block> all(String blocks) {
      return Arrays.stream(blocks.split(" ")).map(Block::of).toList();
    }

    static Block of(String block) {
      int slash = block.indexOf('/');
      try {
        byte[] start = InetAddress.getByName(block.substring(0, slash)).getAddress();
        return new Block(start, Integer.parseInt(block.substring(slash + 1)));
      } catch (UnknownHostException e) {
        throw new IllegalStateException("an address by numbers needs no look-up: " + block, e);
      }
    }

    boolean holds(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}
