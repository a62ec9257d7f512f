package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.present;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A word or phrase that names something watched; in YAML a plain string, or a mapping with
 * conditions. All conditions given must hold.
 *
 * @param term the words; case, hyphens and kinds of space do not matter unless {@code exactCase}
 * @param also other words under the same conditions
 * @param require words of which one must stand anywhere in the item
 * @param near words of which one must stand in the same sentence
 * @param then words of which one must follow in the same sentence, at most five words on
 * @param not words of which none may stand in the same sentence
 * @param carry true when {@code near} may stand in the sentence before as well
 * @param exactCase true for a word that means something else in another case
 */
public record Term(
    String term,
    List<String> also,
    List<String> require,
    List<String> near,
    List<String> then,
    List<String> not,
    boolean carry,
    boolean exactCase) {
  public Term {
    present(term, "term");
    also = also == null ? List.of() : List.copyOf(also);
    require = require == null ? List.of() : List.copyOf(require);
    near = near == null ? List.of() : List.copyOf(near);
    then = then == null ? List.of() : List.copyOf(then);
    not = not == null ? List.of() : List.copyOf(not);
  }

  /** A term that counts wherever it stands. */
  @JsonCreator
  public static Term of(String term) {
    return new Term(term, List.of(), List.of(), List.of(), List.of(), List.of(), false, false);
  }

  @JsonCreator
  static Term of(
      @JsonProperty("term") String term,
      @JsonProperty("also") List<String> also,
      @JsonProperty("require") List<String> require,
      @JsonProperty("near") List<String> near,
      @JsonProperty("then") List<String> then,
      @JsonProperty("not") List<String> not,
      @JsonProperty("carry") boolean carry,
      @JsonProperty("exactCase") boolean exactCase) {
    return new Term(term, also, require, near, then, not, carry, exactCase);
  }
}
