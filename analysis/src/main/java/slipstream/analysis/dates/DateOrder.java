package slipstream.analysis.dates;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which number comes first in a date such as 3/4/2026. */
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST,
  /** Nothing shows it: such a date is refused. */
  UNKNOWN;

  /**
   * What a language tag (BCP 47) shows: American English writes the month first, other
   * English-speaking countries and most languages of Europe the day; English of no named country
   * shows nothing.
   *
   * @param language null = unknown
   */
  public static DateOrder of(@Nullable String language) {
    if (language == null) return UNKNOWN;
    Locale locale = Locale.forLanguageTag(language);
    if (locale.getLanguage().equals("en")) {
      return switch (locale.getCountry()) {
        case "US", "PH" -> MONTH_FIRST;
        case "GB", "IE", "AU", "NZ", "IN", "SG", "HK", "ZA" -> DAY_FIRST;
        default -> UNKNOWN;
      };
    }
    return switch (locale.getLanguage()) {
      case "de", "fr", "es", "it", "pt", "nl", "da", "nb", "fi", "pl", "ru", "tr" -> DAY_FIRST;
      default -> UNKNOWN;
    };
  }
}
