package slipstream.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.StatusCount;
import slipstream.contracts.kafka.Json;
import slipstream.web.view.Snapshot;

/**
 * What is held, as JSON: the records of the topics as they are, under {@code items}, with {@code
 * total}, the number of those that fit before {@code limit}.
 */
final class Api {
  private static final int DEFAULT_LIMIT = 1000;
  private static final Set<String> BUCKETS = Set.of("total", "day", "hour");

  private final Supplier<Snapshot> held;

  Api(Supplier<Snapshot> held) {
    this.held = held;
  }

  void routes(RoutesConfig routes) {
    routes.get("/api/outlooks", this::outlooks);
    routes.get("/api/outlooks/{subject}", this::outlook);
    routes.get("/api/claims", this::claims);
    routes.get("/api/changes", this::changes);
    routes.get("/api/counts/status", this::statusCounts);
    routes.get("/api/counts/sentiment", this::sentimentCounts);
  }

  private void outlooks(Context request) throws JsonProcessingException {
    var query = Query.of(request, Set.of("limit"));
    answer(request, query, held.get().outlooks().stream());
  }

  private void outlook(Context request) throws JsonProcessingException {
    var query = Query.of(request, Set.of());
    String subject = request.pathParam("subject");
    var outlook = held.get().outlook(subject);
    if (outlook.isEmpty()) throw new NotFoundResponse("no outlook of '%s'".formatted(subject));
    answer(request, query, outlook.stream());
  }

  private void claims(Context request) throws JsonProcessingException {
    var query = Query.of(request, Set.of("subject", "since", "limit"));
    var subject = query.text("subject");
    var since = query.instant("since");
    answer(
        request,
        query,
        held.get().claims().stream()
            .filter(c -> fits(subject, c.claim().subject()))
            .filter(c -> since.isEmpty() || isPublishedSince(c, since.get())));
  }

  private void changes(Context request) throws JsonProcessingException {
    var query = Query.of(request, Set.of("subject", "since", "limit"));
    var subject = query.text("subject");
    var since = query.instant("since");
    answer(
        request,
        query,
        held.get().changes().stream()
            .filter(c -> fits(subject, c.subject()))
            .filter(c -> since.isEmpty() || !c.assertedAt().isBefore(since.get())));
  }

  private void statusCounts(Context request) throws JsonProcessingException {
    counts(request, held.get().statusCounts(), StatusCount::watched, StatusCount::bucket);
  }

  private void sentimentCounts(Context request) throws JsonProcessingException {
    counts(request, held.get().sentimentCounts(), SentimentCount::watched, SentimentCount::bucket);
  }

  private static <C> void counts(
      Context request, List<C> all, Function<C, String> watchedOf, Function<C, String> bucketOf)
      throws JsonProcessingException {
    var query = Query.of(request, Set.of("watched", "bucket", "limit"));
    var watched = query.text("watched");
    var bucket = query.oneOf("bucket", BUCKETS);
    answer(
        request,
        query,
        all.stream()
            .filter(c -> fits(watched, watchedOf.apply(c)))
            .filter(c -> fits(bucket, size(bucketOf.apply(c)))));
  }

  private static void answer(Context request, Query query, Stream<?> all)
      throws JsonProcessingException {
    var items = all.toList();
    int limit = Math.min(items.size(), query.limit(DEFAULT_LIMIT));
    var body = new Body(items.subList(0, limit), items.size());
    request.result(Json.MAPPER.writeValueAsBytes(body)).contentType("application/json");
  }

  private static boolean fits(Optional<String> wanted, String value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  private static boolean isPublishedSince(LedgerClaim claim, Instant since) {
    var published = claim.item().published();
    return published != null && !published.at().isBefore(since);
  }

  /** {@code 2025-06-26} is a day, {@code 2025-06-26T14} an hour. */
  private static String size(String bucket) {
    if (bucket.equals("total")) return bucket;
    return bucket.contains("T") ? "hour" : "day";
  }

  /**
   * An answer.
   *
   * @param total how many there are, also those cut off by {@code limit}
   */
  private record Body(List<?> items, int total) {}
}
