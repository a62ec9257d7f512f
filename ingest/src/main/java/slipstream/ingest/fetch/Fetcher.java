package slipstream.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import slipstream.ingest.Outcome;
import slipstream.ingest.Urls;
import slipstream.ingest.fetch.AddressGuard.PrivateAddressException;

/**
 * Gets what a URL holds, within bounds of time and size, following few redirects, never into a
 * private network. One request at a time for each domain is the caller's duty.
 */
public final class Fetcher implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_HEADERS = 200;
  private static final int MAX_LINE = 16 * 1024;

  private final FetchSettings settings;
  private final AddressGuard guard;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService watch;
  private volatile @Nullable String contact;

  public Fetcher(FetchSettings settings) {
    this.settings = settings;
    this.guard = new AddressGuard(settings.resolver());
    this.client = client(settings, guard);
    configure(settings.contact(), settings.allowPrivate());
    this.watch = watch();
  }

  /**
   * Changes who we say we are, and where we may go, from the next connection on.
   *
   * @param contact named by the user agent; null = nothing but loopback is fetched
   * @param allowPrivate hosts in private networks that may be fetched, by name
   */
  public void configure(@Nullable String contact, List<String> allowPrivate) {
    this.contact = contact;
    guard.allow(allowPrivate);
  }

  /**
   * Validators of an earlier answer, sent so that nothing is sent twice.
   *
   * @param etag null = none
   * @param lastModified null = none
   */
  public record Validators(@Nullable String etag, @Nullable String lastModified) {
    public static final Validators NONE = new Validators(null, null);
  }

  /** Asked before each hop of a redirect, and free to refuse it. */
  @FunctionalInterface
  public interface Permission {
    Permission ALL = uri -> {};

    void check(URI uri) throws FetchException;
  }

  /**
   * Fetches a page.
   *
   * @param maxBytes of the body after decoding
   * @throws FetchException when there is no answer of 2xx or 304
   */
  public Answer get(URI start, Validators validators, long maxBytes, Permission permission)
      throws FetchException {
    long deadline = System.nanoTime() + settings.exchange().toNanos();
    URI uri = start;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      check(uri);
      if (hop > 0) permission.check(uri);
      Object result = exchange(uri, validators, maxBytes, deadline);
      if (result instanceof Answer answer) return answer;
      uri = (URI) result;
    }
    throw new FetchException(Outcome.CLIENT_ERROR, "more than " + MAX_REDIRECTS + " redirects");
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }

  private void check(URI uri) throws FetchException {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchException(Outcome.REFUSED, "not a web address: " + uri.getScheme());
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new FetchException(Outcome.REFUSED, "address without a plain host");
    }
    if (contact == null && !isLoopback(uri.getHost())) {
      throw new FetchException(Outcome.REFUSED, "not fetched: no contact is configured");
    }
  }

  private boolean isLoopback(String host) {
    try {
      for (InetAddress address : settings.resolver().resolve(host)) {
        if (!address.isLoopbackAddress()) return false;
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static ScheduledExecutorService watch() {
    var watch =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "ingest-fetch-watch");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  private String userAgent() {
    String named = contact;
    return "Slipstream/0.1 (" + (named == null ? "local" : "+" + named) + ")";
  }

  /** One request: an answer, or where it is redirected to. */
  private Object exchange(URI uri, Validators validators, long maxBytes, long deadline)
      throws FetchException {
    var request = new HttpGet(uri);
    request.setHeader("User-Agent", userAgent());
    request.setHeader(
        "Accept",
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
            + " text/html;q=0.8, */*;q=0.5");
    request.setHeader("Accept-Encoding", "gzip, deflate");
    if (validators.etag() != null) request.setHeader("If-None-Match", validators.etag());
    if (validators.lastModified() != null) {
      request.setHeader("If-Modified-Since", validators.lastModified());
    }
    var alarm =
        watch.schedule(() -> request.cancel(), deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    try {
      return client.execute(request, response -> read(uri, response, maxBytes));
    } catch (IOException | RuntimeException e) {
      throw failure(e, request.isCancelled(), uri);
    } finally {
      alarm.cancel(false);
    }
  }

  private static Object read(URI uri, ClassicHttpResponse response, long maxBytes)
      throws IOException {
    int status = response.getCode();
    if (status == 304) return answer(uri, response, new byte[0]);
    if (status >= 300 && status < 400) return redirect(uri, response);
    if (status >= 200 && status < 300) return answer(uri, response, body(response, maxBytes));
    throw new StatusException(status, CacheHeaders.retryAfter(value(response, "Retry-After")));
  }

  private static URI redirect(URI uri, ClassicHttpResponse response) throws IOException {
    String location = value(response, "Location");
    URI target = location == null ? null : Urls.parse(location);
    if (target == null) throw new StatusException(response.getCode(), null);
    return uri.resolve(target);
  }

  private static Answer answer(URI uri, ClassicHttpResponse response, byte[] body) {
    return new Answer(
        response.getCode(),
        uri,
        body,
        value(response, "Content-Type"),
        value(response, "ETag"),
        value(response, "Last-Modified"),
        CacheHeaders.maxAge(value(response, "Cache-Control")),
        CacheHeaders.retryAfter(value(response, "Retry-After")));
  }

  private static byte[] body(ClassicHttpResponse response, long max) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) return new byte[0];
    try (InputStream raw = entity.getContent();
        InputStream decoded = decode(raw, value(response, "Content-Encoding"))) {
      var body = new ByteArrayOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
        body.write(buffer, 0, n);
        if (body.size() > max) throw new TooLargeException(max);
      }
      return body.toByteArray();
    }
  }

  private static InputStream decode(InputStream raw, @Nullable String encoding) throws IOException {
    String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "gzip", "x-gzip" -> new GZIPInputStream(raw);
      case "deflate" -> new InflaterInputStream(raw);
      case "", "identity" -> raw;
      default -> throw new IOException("unknown content encoding " + name);
    };
  }

  private static @Nullable String value(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null || header.getValue().isBlank()
        ? null
        : header.getValue().strip();
  }

  private FetchException failure(Exception e, boolean cancelled, URI uri) {
    String host = uri.getHost();
    if (cancelled || e instanceof SocketTimeoutException) {
      return new FetchException(Outcome.TIMEOUT, host + " did not answer in time");
    }
    if (e instanceof StatusException status) return status.asFailure();
    if (e instanceof TooLargeException) return new FetchException(Outcome.PARSE_ERROR, reason(e));
    if (e instanceof PrivateAddressException) return new FetchException(Outcome.REFUSED, reason(e));
    return new FetchException(Outcome.IO_ERROR, ioReason(e, host));
  }

  private static String ioReason(Exception e, String host) {
    if (e instanceof UnknownHostException)
      return host + " is not known (no network, or no such host)";
    if (e instanceof ConnectTimeoutException) return host + " did not answer in time";
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return host + " cannot be reached";
    }
    if (e instanceof SSLException) return host + ": no secure connection: " + reason(e);
    return host + ": " + reason(e);
  }

  private static String reason(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > 200 ? line.substring(0, 200) : line;
  }

  private static CloseableHttpClient client(FetchSettings settings, AddressGuard guard) {
    Timeout connect = Timeout.of(settings.connect());
    Timeout exchange = Timeout.of(settings.exchange());
    var http1 =
        Http1Config.custom().setMaxHeaderCount(MAX_HEADERS).setMaxLineLength(MAX_LINE).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(guard)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(exchange)
                    .build())
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(exchange).build())
            .setMaxConnTotal(settings.connections())
            .setMaxConnPerRoute(settings.connections())
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(exchange)
                .setResponseTimeout(exchange)
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }
}
