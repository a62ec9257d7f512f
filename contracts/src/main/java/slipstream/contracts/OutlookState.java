package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What is held of a subject: nothing, a window, explicitly no date, out, or given up. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum OutlookState {
  NONE,
  DATED,
  NO_DATE,
  RELEASED,
  CANCELLED,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
