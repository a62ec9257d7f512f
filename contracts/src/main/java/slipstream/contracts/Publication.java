package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * When an item was published, as far as it is known. Publication orders everything; an item without
 * one has none, it is never "now".
 *
 * @param at the time of publication; 12:00 UTC of the day when only the day is known
 * @param precision how exactly {@code at} is known
 * @param provenance where the date was read
 */
public record Publication(Instant at, DatePrecision precision, Provenance provenance) {
  private static final LocalTime NOON = LocalTime.NOON;

  public Publication {
    field(at, "published.at");
    field(precision, "published.precision");
    field(provenance, "published.provenance");
  }

  /** A date without a time: it stands at 12:00 UTC. */
  public static Publication ofDay(LocalDate day, Provenance provenance) {
    return new Publication(
        day.atTime(NOON).toInstant(ZoneOffset.UTC), DatePrecision.DAY, provenance);
  }

  public static Publication ofInstant(Instant at, Provenance provenance) {
    return new Publication(at, DatePrecision.MINUTE, provenance);
  }

  /** The day of publication, in UTC. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
