package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.checkId;
import static slipstream.contracts.config.Checks.present;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Tier;

/**
 * A place we fetch news items from: an entry of {@code sources.yaml} and a record of {@code
 * ingest.sources}, keyed by {@code domain|id}, partitioned by domain.
 *
 * @param id short name used in keys and metrics: lower-case letters, digits and hyphens
 * @param kind how it is read
 * @param location URL of a feed, page or API; path of a folder or file for an archive, relative to
 *     the configuration folder
 * @param outlet name of the publication; null = taken from each item
 * @param tier how close the outlet stands to the facts
 * @param language BCP 47 tag; null = found per item
 * @param interval shortest time between two polls, seconds to days ({@code PT15M}); null = default
 * @param why why it is on the list, for the reader
 * @param sample true when its items are bundled samples retold from public facts
 * @param select further rules of the kind, such as CSS selectors; empty = none
 */
public record Source(
    String id,
    Kind kind,
    String location,
    @Nullable String outlet,
    Tier tier,
    @Nullable String language,
    @Nullable Duration interval,
    @Nullable String why,
    boolean sample,
    Map<String, String> select) {
  public Source {
    checkId(id, "id");
    present(kind, "kind");
    present(location, "location");
    if (kind != Kind.ARCHIVE && kind != Kind.UNKNOWN && !location.matches("https?://.+")) {
      throw new IllegalArgumentException(
          "'location' must begin with http:// or https://, not '" + location + "'");
    }
    if (interval != null && (interval.isNegative() || interval.isZero())) {
      throw new IllegalArgumentException("'interval' must be longer than nothing");
    }
    tier = tier == null ? Tier.UNKNOWN : tier;
    select = select == null ? Map.of() : Map.copyOf(select);
    checkSelect(id, kind, select.keySet());
  }

  private static void checkSelect(String id, Kind kind, Set<String> keys) {
    String known =
        switch (kind) {
          case FEED -> "article, history, identity";
          case SITEMAP -> "article, identity, pattern, sitemaps";
          case PAGE -> "article, identity, links, pattern";
          case API -> "article, date, id, identity, items, link, text, title";
          case ARCHIVE, UNKNOWN -> "none";
        };
    for (String key : keys) {
      if (kind == Kind.UNKNOWN || List.of(known.split(", ", -1)).contains(key)) continue;
      throw new IllegalArgumentException(
          "source '%s': unknown key '%s' in 'select'; known for kind %s: %s"
              .formatted(id, key, kind.name().toLowerCase(Locale.ROOT), known));
    }
  }

  /** How a source is read. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  public enum Kind {
    FEED,
    SITEMAP,
    PAGE,
    API,
    ARCHIVE,
    /** A value written by a newer version of Slipstream. */
    @JsonEnumDefaultValue
    UNKNOWN
  }
}
