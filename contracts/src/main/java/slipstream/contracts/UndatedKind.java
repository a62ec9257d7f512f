package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a claim has no date: timing not determined (undecided), or nothing announced (silent). */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum UndatedKind {
  UNDECIDED,
  SILENT,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
