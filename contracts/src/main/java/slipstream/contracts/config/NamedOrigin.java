package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.present;

import java.util.List;

/**
 * An outlet or agency that others quote, so that all its names count as one origin.
 *
 * @param name the name shown
 * @param aliases other names and abbreviations
 */
public record NamedOrigin(String name, List<String> aliases) {
  public NamedOrigin {
    present(name, "name");
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }
}
