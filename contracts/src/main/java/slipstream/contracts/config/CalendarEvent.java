package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.present;

import java.time.LocalDate;
import java.util.List;

/**
 * An event of the trade or festival calendar that news dates refer to ("after the May holiday").
 *
 * @param name as news writes it
 * @param aliases other names
 * @param days its days in the years known, one range a year
 */
public record CalendarEvent(String name, List<String> aliases, List<Days> days) {
  public CalendarEvent {
    present(name, "name");
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
    days = days == null ? List.of() : List.copyOf(days);
  }

  /**
   * One occurrence.
   *
   * @param from first day
   * @param to last day
   */
  public record Days(LocalDate from, LocalDate to) {}
}
