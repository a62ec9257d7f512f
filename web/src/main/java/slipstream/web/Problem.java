package slipstream.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.kafka.Json;

/**
 * An error as RFC 9457 problem details, {@code application/problem+json}.
 *
 * @param type always {@code about:blank}: the status says what kind it is
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what to do about it
 */
record Problem(String type, String title, int status, String detail) {
  private static final Logger log = LoggerFactory.getLogger(Problem.class);

  static void answerAll(RoutesConfig routes) {
    routes.exception(
        HttpResponseException.class,
        (e, request) -> answer(request, e.getStatus(), String.valueOf(e.getMessage())));
    routes.exception(Exception.class, Problem::answerUnexpected);
  }

  private static void answerUnexpected(Exception e, Context request) {
    log.error("{}: failed", request.path(), e);
    answer(request, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), "see the log of the server");
  }

  private static void answer(Context request, int status, String detail) {
    var problem =
        new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail);
    try {
      request.status(status);
      request.result(Json.MAPPER.writeValueAsBytes(problem));
      request.contentType("application/problem+json");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
