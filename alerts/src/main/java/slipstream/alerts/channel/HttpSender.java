package slipstream.alerts.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slipstream.alerts.channel.Outcome.Dead;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;

/**
 * One HTTP try and what it means: 2xx delivered; 5xx, 408, 425, 429 and I/O errors retry,
 * Retry-After honoured; everything else is dead at once.
 */
final class HttpSender {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE_EXCHANGE = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(12);
  private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429);

  private final HttpClient client;
  private final Clock clock;

  HttpSender(Clock clock) {
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
  }

  /** Sends and forgets the answer's body. */
  Outcome send(Settings settings, Supplier<HttpRequest> request) throws InterruptedException {
    return send(settings, request, body -> null);
  }

  /**
   * Sends.
   *
   * @param request built at use, so that a missing secret or a bad URL is an outcome
   * @param receipt reads the receiver's id of the message from the answer's body
   */
  Outcome send(
      Settings settings, Supplier<HttpRequest> request, Function<String, @Nullable String> receipt)
      throws InterruptedException {
    try {
      var response = exchange(request.get());
      return outcome(response, receipt);
    } catch (ExecutionException | CompletionException e) {
      return new Retry(settings.redact(reason(e.getCause() == null ? e : e.getCause())), NOW);
    } catch (TimeoutException e) {
      return new Retry("no answer within " + WHOLE_EXCHANGE.toSeconds() + " s", NOW);
    } catch (RuntimeException e) {
      return new Retry(settings.redact(reason(e)), NOW);
    }
  }

  private static final Duration NOW = Duration.ZERO;

  private HttpResponse<String> exchange(HttpRequest request)
      throws InterruptedException, ExecutionException, TimeoutException {
    var answer = client.sendAsync(request, info -> new LimitedBody());
    try {
      return answer.get(WHOLE_EXCHANGE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  private Outcome outcome(
      HttpResponse<String> response, Function<String, @Nullable String> receipt) {
    int status = response.statusCode();
    if (status >= 200 && status < 300) return new Delivered(receipt.apply(response.body()));
    String reason = "HTTP " + status;
    return status >= 500 || TRANSIENT.contains(status)
        ? new Retry(reason, retryAfter(response))
        : new Dead(reason);
  }

  private Duration retryAfter(HttpResponse<?> response) {
    Optional<String> header = response.headers().firstValue("Retry-After");
    Duration wait = header.map(this::parse).orElse(NOW);
    return wait.isNegative() ? NOW : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Duration parse(String value) {
    try {
      return value.chars().allMatch(Character::isDigit)
          ? Duration.ofSeconds(Long.parseLong(value))
          : Duration.between(
              clock.instant(),
              ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException | NumberFormatException e) {
      return NOW;
    }
  }

  private static String reason(Throwable e) {
    String kind = e instanceof IOException ? "I/O error" : "error";
    return kind + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }
}
