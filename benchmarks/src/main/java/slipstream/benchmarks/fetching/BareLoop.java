package slipstream.benchmarks.fetching;

import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The same HTTP client in a loop: conditional requests, answers thrown away, no pace, no Kafka. */
public final class BareLoop {
  private static final int THREADS = 64;

  private BareLoop() {}

  /**
   * Prints requests a second.
   *
   * @param args port, feeds, seconds to warm up, seconds to measure
   */
  public static void main(String[] args) throws Exception {
    int feeds = Integer.parseInt(args[1]);
    var next = new AtomicInteger();
    var tags = new ConcurrentHashMap<Integer, String>();
    var threads = Executors.newFixedThreadPool(THREADS);
    try (var client = client(feeds)) {
      for (int i = 0; i < THREADS; i++) {
        threads.execute(
            () -> {
              while (!Thread.interrupted()) {
                ask(client, args[0], next.getAndIncrement() % feeds, tags);
              }
            });
      }
      TimeUnit.SECONDS.sleep(Long.parseLong(args[2]));
      int before = next.get();
      long from = System.nanoTime();
      TimeUnit.SECONDS.sleep(Long.parseLong(args[3]));
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf("%.0f%n", (next.get() - before) / seconds);
      threads.shutdownNow();
    }
    System.exit(0);
  }

  private static void ask(
      CloseableHttpClient client,
      String port,
      int number,
      ConcurrentHashMap<Integer, String> tags) {
    var request = new HttpGet("http://feed" + number + ".example:" + port + "/feed");
    request.setHeader("User-Agent", "bare");
    String tag = tags.get(number);
    if (tag != null) request.setHeader("If-None-Match", tag);
    try {
      client.execute(
          request,
          response -> {
            var header = response.getFirstHeader("ETag");
            if (header != null) tags.put(number, header.getValue());
            EntityUtils.consume(response.getEntity());
            return response.getCode();
          });
    } catch (IOException e) {
      // Some hang up: that is a part of the mixture.
    }
  }

  private static CloseableHttpClient client(int feeds) {
    var names = new InMemoryDnsResolver();
    for (int i = 0; i < feeds; i++) {
      names.add("feed" + i + ".example", InetAddress.getLoopbackAddress());
    }
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(names)
            .setMaxConnTotal(THREADS)
            .setMaxConnPerRoute(1)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableAutomaticRetries()
        .build();
  }
}
