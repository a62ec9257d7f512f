package slipstream.ingest.feed;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of months, weekdays and zones as dates use them, in the languages that feeds come in. */
final class DateWords {
  private static final String LANGUAGES =
      "en de fr es it pt nl pl cs sk hu ro sv da nb nn fi et lv lt el ru uk bg sr hr sl tr ca eu gl id ms"
          + " vi is ga af sq mk be";

  private static final TextStyle[] STYLES = {
    TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE
  };

  /** Offsets in minutes. The short names are ambiguous in theory; this is what feeds mean. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          entry("z", 0),
          entry("gmt", 0),
          entry("utc", 0),
          entry("ut", 0),
          entry("wet", 0),
          entry("bst", 60),
          entry("west", 60),
          entry("cet", 60),
          entry("met", 60),
          entry("mez", 60),
          entry("cest", 120),
          entry("mest", 120),
          entry("mesz", 120),
          entry("eet", 120),
          entry("sast", 120),
          entry("eest", 180),
          entry("msk", 180),
          entry("ist", 330),
          entry("sgt", 480),
          entry("hkt", 480),
          entry("awst", 480),
          entry("pht", 480),
          entry("jst", 540),
          entry("kst", 540),
          entry("acst", 570),
          entry("aest", 600),
          entry("acdt", 630),
          entry("aedt", 660),
          entry("nzst", 720),
          entry("nzdt", 780),
          entry("brt", -180),
          entry("art", -180),
          entry("adt", -180),
          entry("nst", -210),
          entry("ndt", -150),
          entry("ast", -240),
          entry("edt", -240),
          entry("est", -300),
          entry("et", -300),
          entry("cdt", -300),
          entry("cst", -360),
          entry("ct", -360),
          entry("mdt", -360),
          entry("mst", -420),
          entry("mt", -420),
          entry("pdt", -420),
          entry("pst", -480),
          entry("pt", -480),
          entry("akdt", -480),
          entry("akst", -540),
          entry("hst", -600));

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Set<String> WEEKDAYS = new HashSet<>();

  static {
    for (String language : LANGUAGES.split(" ", -1)) add(Locale.forLanguageTag(language));
    MONTHS.put("sept", 9);
    MONTHS.values().removeIf(month -> month < 0);
    for (Month month : Month.values()) addMonth(Locale.ENGLISH, month);
    // Dative and capital-letter forms of old feed software.
    for (String word : new String[] {"thur", "thurs", "tues", "weds"}) WEEKDAYS.add(word);
  }

  private DateWords() {}

  /** Number of the month, 1 to 12; null when the word is none. */
  static @Nullable Integer month(String word) {
    return MONTHS.get(word);
  }

  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(word);
  }

  /** Offset of a named zone; null when the word is none. */
  static @Nullable ZoneOffset zone(String word) {
    Integer minutes = ZONES.get(word);
    return minutes == null ? null : ZoneOffset.ofTotalSeconds(minutes * 60);
  }

  /** A word as it is looked up: small, without accents and stops. */
  static String plain(String word) {
    String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return decomposed.replaceAll("[\\p{M}.]", "");
  }

  private static void add(Locale locale) {
    for (DayOfWeek day : DayOfWeek.values()) {
      for (TextStyle style : STYLES) WEEKDAYS.add(plain(day.getDisplayName(style, locale)));
    }
    for (Month month : Month.values()) addMonth(locale, month);
  }

  /** A word that is another month in another language (listopad) is no month at all. */
  private static void addMonth(Locale locale, Month month) {
    for (TextStyle style : STYLES) {
      String word = plain(month.getDisplayName(style, locale));
      if (word.length() < 3 || !Character.isLetter(word.charAt(0))) continue;
      boolean english = locale.equals(Locale.ENGLISH);
      MONTHS.merge(
          word,
          month.getValue(),
          (was, is) -> english ? is : was.equals(is) ? was : Integer.valueOf(-1));
    }
  }
}
