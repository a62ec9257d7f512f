package slipstream.analysis.match;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The spellings under which a configured phrase is looked for. */
final class Spellings {
  private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=\\p{Ll}{2})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern ONE_GAP = Pattern.compile("[^\\s-]+[\\s-][^\\s-]+");
  private static final Pattern HISSING = Pattern.compile(".*(ss|us|x|z|ch|sh)");
  private static final Pattern CONSONANT_Y = Pattern.compile(".*[b-df-hj-np-tv-xz]y");

  private Spellings() {}

  /**
   * The phrase as written; with its words run together or, at an inner capital, apart ({@code
   * DeepSeek}); each in the singular and the English plural.
   */
  static Set<String> of(String phrase, boolean withPlural) {
    var bases = new LinkedHashSet<String>();
    bases.add(phrase);
    bases.add(INNER_CAPITAL.matcher(phrase).replaceAll(" "));
    if (ONE_GAP.matcher(phrase).matches()) bases.add(phrase.replaceAll("[\\s-]", ""));
    if (!withPlural) return bases;
    var all = new LinkedHashSet<>(bases);
    for (String base : bases) if (takesPlural(base)) all.add(plural(base));
    return all;
  }

  private static boolean takesPlural(String phrase) {
    char last = phrase.charAt(phrase.length() - 1);
    boolean plain = last < 0x250 && Character.isLetterOrDigit(last);
    return plain && phrase.length() > 1 && (last != 's' || HISSING.matcher(phrase).matches());
  }

  private static String plural(String phrase) {
    if (HISSING.matcher(phrase).matches()) return phrase + "es";
    if (CONSONANT_Y.matcher(phrase).matches()) {
      return phrase.substring(0, phrase.length() - 1) + "ies";
    }
    return phrase + "s";
  }
}
