package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * How much a change weighs: headline (an official or reported claim moved the outlook), rumour,
 * notice (overdue, a refinement worth knowing).
 */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Severity {
  HEADLINE,
  RUMOUR,
  NOTICE,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
