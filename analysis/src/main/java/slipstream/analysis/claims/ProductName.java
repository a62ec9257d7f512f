package slipstream.analysis.claims;

import java.util.regex.Pattern;
import slipstream.analysis.dates.Tokens;

/** Recognises the names of products by their form: letters with a number. */
final class ProductName {
  private static final Pattern VERSION = Pattern.compile("v\\d(\\.\\d+)?");

  private ProductName() {}

  /** The end of the product name that begins at {@code at}; {@code at} when there is none. */
  static int end(Tokens tokens, int at) {
    if (!mayBegin(tokens, at) || isDateWord(tokens, at)) return at;
    if (isMixed(tokens.word(at))) return withSuffix(tokens, at + 1);
    int next = at + 1;
    boolean generation = tokens.word(next).equals("(") && tokens.word(next + 2).equals(")");
    if (generation && isVersion(tokens.word(next + 1))) return next + 3; // "Headphone (2)"
    boolean hyphen = tokens.word(next).equals("-") && tokens.isGlued(next);
    if (hyphen) next++;
    if (!isVersion(tokens.word(next)) || (hyphen && !tokens.isGlued(next))) return at;
    return withSuffix(tokens, next + 1);
  }

  /** A word that begins with a capital, or has one before a version: "X", the "iOS" of "iOS 18". */
  static boolean mayBegin(Tokens tokens, int at) {
    if (tokens.isCapitalised(at)) return true;
    return isVersion(tokens.word(at + 1)) && !tokens.text(at, at + 1).equals(tokens.word(at));
  }

  /** Letters and digits in one word that is no quarter or half: "B17", "Z800", "QX5". */
  private static boolean isMixed(String word) {
    if (word.length() == 2 && isQuarterOrHalf(word.charAt(0), word.charAt(1))) return false;
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      letter |= Character.isLetter(word.charAt(i));
      digit |= Character.isDigit(word.charAt(i));
    }
    return letter && digit && Character.isLetter(word.charAt(0));
  }

  private static boolean isQuarterOrHalf(char letter, char digit) {
    return (letter == 'q' && digit >= '1' && digit <= '4')
        || (letter == 'h' && digit >= '1' && digit <= '2');
  }

  /** A small number, whole or with a decimal: the "2" of a second generation. */
  private static boolean isVersion(String word) {
    if (word.isEmpty() || word.length() > 4 || !Character.isDigit(word.charAt(0))) return false;
    if (word.length() == 4 && word.indexOf('.') < 0) return false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isDigit(c) && c != '.') return false;
    }
    return true;
  }

  /** "v1" right behind a name: another version of what the name alone means. */
  static boolean isVersion(Tokens tokens, int at) {
    return tokens.word(at).startsWith("v") && VERSION.matcher(tokens.word(at)).matches();
  }

  private static boolean isDateWord(Tokens tokens, int at) {
    return slipstream.analysis.dates.DateVocabulary.isDateWord(tokens.word(at));
  }

  private static int withSuffix(Tokens tokens, int at) {
    int end = at;
    while (tokens.word(end).equals("-") && tokens.isGlued(end) && tokens.isGlued(end + 1)) {
      end += 2;
    }
    return end;
  }
}
