package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How exactly a publication time is known: a day stands at 12:00 UTC. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum DatePrecision {
  DAY,
  MINUTE,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
