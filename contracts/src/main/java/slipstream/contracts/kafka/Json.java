package slipstream.contracts.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.Pattern;

/**
 * The one JSON of Slipstream: ISO 8601 times, unknown fields ignored, unknown enum values read as
 * {@code unknown}, absent fields left out.
 */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** What Jackson says of a source that it does not show. */
  private static final Pattern SOURCE = Pattern.compile("\\[Source: REDACTED.*?; (line: [^]]*)]");

  private Json() {}

  /** The shortest words that say what is wrong with the JSON, naming the field where known. */
  public static String reason(JacksonException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException
        ? String.valueOf(cause.getMessage())
        : SOURCE
            .matcher(String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""))
            .replaceAll("$1");
  }
}
