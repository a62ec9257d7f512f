package slipstream.contracts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a watched id names: a subject has a release, a theme has none. */
@EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
public enum WatchedKind {
  SUBJECT,
  THEME,
  /** A value written by a newer version of Slipstream. */
  @JsonEnumDefaultValue
  UNKNOWN
}
