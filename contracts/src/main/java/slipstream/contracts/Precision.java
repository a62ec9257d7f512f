package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How exactly a window was named. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Precision {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  HALF,
  SEASON,
  YEAR,
  VAGUE,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
