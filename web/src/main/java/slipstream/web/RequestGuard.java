package slipstream.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets reading requests through that are meant for this server, and tells the browser to trust
 * nothing but our own files.
 *
 * <p>On loopback the Host header must name this machine: otherwise a foreign site whose name
 * resolves to 127.0.0.1 could read the page through a visitor's browser (DNS rebinding).
 */
final class RequestGuard {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
              + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private final boolean loopback;

  /**
   * @param host the address listened on
   */
  RequestGuard(String host) {
    this.loopback = isLoopback(host);
  }

  /** Refuses with 405 or 421 what is not for us. */
  void check(Context request) {
    HEADERS.forEach(request::header);
    if (!METHODS.contains(request.method().name())) {
      request.header("Allow", "GET, HEAD");
      throw new HttpResponseException(
          HttpStatus.METHOD_NOT_ALLOWED.getCode(), "this server is only read");
    }
    if (loopback && !LOOPBACK_NAMES.contains(nameOf(request.header("Host")))) {
      throw new HttpResponseException(
          HttpStatus.MISDIRECTED_REQUEST.getCode(), "ask for localhost or 127.0.0.1");
    }
  }

  /** The name in a Host header, without the port: a tunnel may use another one. */
  private static String nameOf(@Nullable String hostHeader) {
    if (hostHeader == null) return "";
    return hostHeader.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("unknown listen address '" + host + "'", e);
    }
  }
}
