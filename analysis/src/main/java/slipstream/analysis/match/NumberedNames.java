package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways to say a name that ends with a number: "X 2", "X II", "the second X". */
final class NumberedNames {
  private static final List<String> ROMAN =
      List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");

  private static final List<String> CARDINALS =
      List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private static final List<String> ORDINALS =
      List.of(
          "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

  private static final List<String> SUCCESSORS =
      List.of("successor", "sequel", "follow-up", "heir");

  private static final Pattern NUMBERED = Pattern.compile("(.*\\p{L}) (\\d{1,2}|[IVX]{1,4})");

  /** "Title season 3", "Title (season 3)"; "Title S3" may be a phone. */
  private static final Pattern SEASON =
      Pattern.compile("(.*\\p{L})[,:]? \\(?(?:[Ss]eason|[Ss]eries) (\\w+)\\)?");

  private NumberedNames() {}

  /**
   * Not the name itself; none of a name that ends with no number from 2 to 9; an "X" is a letter.
   */
  static List<String> of(String name) {
    Matcher season = SEASON.matcher(name);
    if (season.matches()) return ofSeason(season.group(1), number(season.group(2)));
    Matcher numbered = NUMBERED.matcher(name);
    if (!numbered.matches()) return List.of();
    return ofNumber(numbered.group(1), number(numbered.group(2)), numbered.group(2));
  }

  private static List<String> ofNumber(String base, int number, String written) {
    if (number < 2) return List.of();
    var names = new ArrayList<String>();
    for (String form : List.of(String.valueOf(number), ROMAN.get(number))) {
      if (!form.equals(written)) names.add(base + " " + form);
    }
    names.add(ORDINALS.get(number) + " " + base);
    String before = number == 2 ? base : base + " " + (number - 1);
    for (String lead : SUCCESSORS) {
      names.add(lead + " to " + before);
      names.add(lead + " to the " + before);
    }
    return names;
  }

  private static List<String> ofSeason(String base, int number) {
    if (number < 2) return List.of();
    var names = new ArrayList<String>();
    for (String form : List.of(String.valueOf(number), CARDINALS.get(number))) {
      names.add(base + " season " + form);
      names.add("season " + form + " of " + base);
    }
    names.add(ORDINALS.get(number) + " season of " + base);
    names.add(base + "'s " + ORDINALS.get(number) + " season");
    return names;
  }

  /** 0 for what is no number from 1 to 9. */
  private static int number(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 1; i < ROMAN.size(); i++) {
      boolean same = word.equals(ROMAN.get(i)) || lower.equals(CARDINALS.get(i));
      if (same || word.equals(String.valueOf(i))) return i;
    }
    return 0;
  }
}
