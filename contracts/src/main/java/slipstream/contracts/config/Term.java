package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.present;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A word or phrase that names a theme; in YAML a plain string, or a mapping with conditions.
 *
 * @param term the words; case, hyphens and kinds of space do not matter unless {@code exactCase}
 * @param require words of which one must stand anywhere in the item
 * @param near words of which one must stand in the same sentence
 * @param not words of which none may stand in the same sentence
 * @param exactCase true for a word that means something else in another case
 */
public record Term(
    String term, List<String> require, List<String> near, List<String> not, boolean exactCase) {
  public Term {
    present(term, "term");
    require = require == null ? List.of() : List.copyOf(require);
    near = near == null ? List.of() : List.copyOf(near);
    not = not == null ? List.of() : List.copyOf(not);
  }

  @JsonCreator
  static Term of(String term) {
    return new Term(term, List.of(), List.of(), List.of(), false);
  }

  @JsonCreator
  static Term of(
      @JsonProperty("term") String term,
      @JsonProperty("require") List<String> require,
      @JsonProperty("near") List<String> near,
      @JsonProperty("not") List<String> not,
      @JsonProperty("exactCase") boolean exactCase) {
    return new Term(term, require, near, not, exactCase);
  }
}
