package slipstream.ingest;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses: their canonical form, their host, and the domain that one owner paces. */
public final class Urls {
  /** Parameters that say how a reader came to the page, never which page it is. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(utm_\\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs\\w+|ref_src|cmpid|ocid"
              + "|guce\\w*|spm|share(d)?)(=.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private Urls() {}

  /**
   * One form for all decorations of an address: no scheme, {@code www.}, default port, fragment,
   * tracking parameters or closing slash. For comparing, not for fetching. What is no web address
   * comes back as it is.
   */
  public static String canonical(String url) {
    URI uri = parse(url.strip());
    if (uri == null || uri.getHost() == null) return url.strip();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    int port = uri.getPort();
    boolean usual = port < 0 || port == 80 || port == 443;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    String query = query(uri.getRawQuery());
    return bare + (usual ? "" : ":" + port) + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** The host in lower case; null when it is no web address. */
  public static @Nullable String host(String url) {
    URI uri = parse(url.strip());
    return uri == null || uri.getHost() == null ? null : uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** The domain that is registered (example.co.uk), or the host itself: an address, localhost. */
  public static String domain(String host) {
    if (ADDRESS.matcher(host).matches()) return host;
    String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
    return domain == null ? host : domain.toLowerCase(Locale.ROOT);
  }

  /** The address as a URI; null when it is none. */
  public static @Nullable URI parse(String url) {
    try {
      return new URI(url.replace(" ", "%20").replace("|", "%7C"));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String query(@Nullable String query) {
    if (query == null) return "";
    return Arrays.stream(query.split("&"))
        .filter(p -> !p.isEmpty() && !TRACKING.matcher(p).matches())
        .collect(Collectors.joining("&"));
  }
}
