package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a claim says of the release. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum ClaimStatus {
  SCHEDULED,
  DELAYED,
  ACCELERATED,
  RELEASED,
  DENIED,
  CANCELLED,
  UNDATED,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
