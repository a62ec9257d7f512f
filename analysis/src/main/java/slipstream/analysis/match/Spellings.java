package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.List;

/** The spellings under which a configured phrase is looked for. */
final class Spellings {
  private Spellings() {}

  /**
   * The phrase as written; two words run together; a word apart at an inner capital ({@code
   * GrandTour}); each in the singular and the English plural.
   */
  static List<String> of(String phrase) {
    var spellings = new ArrayList<String>(4);
    spellings.add(phrase);
    int capital = innerCapital(phrase);
    if (capital > 0) spellings.add(phrase.substring(0, capital) + " " + phrase.substring(capital));
    int gap = onlyGap(phrase);
    if (gap > 0) spellings.add(phrase.substring(0, gap) + phrase.substring(gap + 1));
    int bases = spellings.size();
    if (takesPlural(phrase)) {
      for (int i = 0; i < bases; i++) spellings.add(plural(spellings.get(i)));
    }
    return spellings;
  }

  /** Where a capital follows two small letters and precedes one; 0 when nowhere. */
  private static int innerCapital(String phrase) {
    for (int i = 2; i + 1 < phrase.length(); i++) {
      if (Character.isUpperCase(phrase.charAt(i))
          && Character.isLowerCase(phrase.charAt(i - 1))
          && Character.isLowerCase(phrase.charAt(i - 2))
          && Character.isLowerCase(phrase.charAt(i + 1))) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Where the one space or hyphen of a phrase of two words stands; 0 when there is not just one.
   */
  private static int onlyGap(String phrase) {
    int gap = 0;
    for (int i = 1; i + 1 < phrase.length(); i++) {
      char c = phrase.charAt(i);
      if (c != ' ' && c != '-') continue;
      if (gap > 0) return 0;
      gap = i;
    }
    return gap;
  }

  private static boolean takesPlural(String phrase) {
    char last = phrase.charAt(phrase.length() - 1);
    if (phrase.length() < 2 || last >= 0x250 || !Character.isLetterOrDigit(last)) return false;
    return last != 's' || hisses(phrase);
  }

  private static boolean hisses(String phrase) {
    return phrase.endsWith("ss")
        || phrase.endsWith("us")
        || phrase.endsWith("x")
        || phrase.endsWith("z")
        || phrase.endsWith("ch")
        || phrase.endsWith("sh");
  }

  private static String plural(String phrase) {
    if (hisses(phrase)) return phrase + "es";
    int last = phrase.length() - 1;
    if (phrase.charAt(last) == 'y' && "aeiou".indexOf(phrase.charAt(last - 1)) < 0) {
      return phrase.substring(0, last) + "ies";
    }
    return phrase + "s";
  }
}
