package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How close an outlet stands to the facts; chosen in the configuration of its source. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Tier {
  OFFICIAL,
  WIRE,
  PRESS,
  TRADE,
  BLOG,
  FORUM,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
