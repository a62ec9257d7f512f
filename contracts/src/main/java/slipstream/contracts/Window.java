package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days claimed, both ends inclusive.
 *
 * @param earliest first day
 * @param latest last day; null = open-ended
 * @param precision how exactly the text named it
 */
public record Window(LocalDate earliest, @Nullable LocalDate latest, Precision precision) {
  public Window {
    field(earliest, "window.earliest");
    precision = precision == null ? Precision.UNKNOWN : precision;
    if (latest != null && latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "window ends on " + latest + " before it begins on " + earliest);
    }
  }

  public static Window day(LocalDate day) {
    return new Window(day, day, Precision.DAY);
  }
}
