package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.checkId;

import java.util.List;

/**
 * A watched subject matter without a release.
 *
 * @param id short name used in keys: lower-case letters, digits and hyphens
 * @param name shown to people
 * @param terms words and phrases that name it
 * @param exclude phrases that contain a term and mean something else
 */
public record Theme(String id, String name, List<Term> terms, List<String> exclude) {
  public Theme {
    checkId(id, "id");
    name = name == null ? id : name;
    terms = terms == null ? List.of() : List.copyOf(terms);
    exclude = exclude == null ? List.of() : List.copyOf(exclude);
  }
}
