package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How the outlook moved. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ChangeKind {
  NEW_CLAIM,
  SLIPPED,
  MOVED_EARLIER,
  UNDATED,
  DENIED,
  RELEASED,
  RELEASE_UNVERIFIED,
  CANCELLED,
  OVERDUE,
  CORRECTION,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
