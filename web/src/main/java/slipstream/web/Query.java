package slipstream.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query parameters of a request, checked: a wrong one is refused by its name. */
final class Query {
  private static final int MOST = 10_000;

  private final Context request;

  private Query(Context request) {
    this.request = request;
  }

  /**
   * @param known names this request takes
   * @throws BadRequestResponse when it has another one
   */
  static Query of(Context request, Set<String> known) {
    for (String name : request.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        throw new BadRequestResponse(
            "unknown parameter '%s'; known: %s"
                .formatted(name, String.join(", ", new TreeSet<>(known))));
      }
    }
    return new Query(request);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(v -> !v.isBlank());
  }

  Optional<String> oneOf(String name, Set<String> allowed) {
    var value = text(name);
    value.ifPresent(
        v -> {
          if (!allowed.contains(v)) throw wrong(name, v, "one of " + new TreeSet<>(allowed));
        });
    return value;
  }

  /** A time, or 00:00 UTC of a day. */
  Optional<Instant> instant(String name) {
    return text(name).map(v -> parseInstant(name, v));
  }

  int limit(int otherwise) {
    return text("limit").map(Query::parseLimit).orElse(otherwise);
  }

  private static int parseLimit(String value) {
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MOST) return limit;
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("limit", value, "a number from 1 to " + MOST);
  }

  private static Instant parseInstant(String name, String value) {
    try {
      return value.length() <= "2025-06-26".length()
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(value);
    } catch (DateTimeException e) {
      throw wrong(name, value, "a day such as 2025-06-26 or a time such as 2025-06-26T12:00:00Z");
    }
  }

  private static BadRequestResponse wrong(String name, String value, String wanted) {
    return new BadRequestResponse("%s '%s' is not %s".formatted(name, value, wanted));
  }
}
