package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the ledger did with a claim. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Decision {
  CHANGED,
  REPEAT,
  REFINED,
  RUMOUR_HELD,
  LOGGED,
  SILENCED,
  UNDATED_ITEM,
  REJECTED,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
