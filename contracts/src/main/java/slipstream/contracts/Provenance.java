package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a publication date was read. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum Provenance {
  FEED,
  JSON_LD,
  META,
  URL,
  TEXT,
  FILE,
  SIDECAR,
  ESTIMATED,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
