package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How firmly a claim is made, firmest first. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Certainty {
  OFFICIAL,
  REPORTED,
  RUMOURED,
  SPECULATION,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
