package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many regular expressions, of which only those are tried that can match a text with such first
 * letters: of hundreds of ways to say something a few.
 */
final class Wording {
  private static final int LETTERS = 2;
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");

  private final List<Pattern> alternatives = new ArrayList<>();
  private final Map<String, Pattern> byStart = new ConcurrentHashMap<>();

  /**
   * @param lines each one or more expressions, with {@code |} between them
   */
  Wording(List<String> lines) {
    for (String line : lines) {
      int start = 0;
      for (int end = end(line, 0); start <= line.length(); end = end(line, start)) {
        alternatives.add(any(line.substring(start, end)));
        start = end + 1;
      }
    }
  }

  /** Where the alternative ends that starts there. */
  private static int end(String line, int start) {
    int depth = 0;
    int i = start;
    while (i < line.length() && (depth > 0 || line.charAt(i) != '|')) {
      char c = line.charAt(i);
      if (c == '\\') i++;
      if (c == '(') depth++;
      if (c == ')') depth--;
      i++;
    }
    return Math.min(i, line.length());
  }

  private static Pattern any(String alternatives) {
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** True when one of them matches the whole text. */
  boolean matches(String text) {
    return likely(text, 0).matcher(text).matches();
  }

  /** True when one of them matches from the beginning of a word on. */
  boolean isIn(String text) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean word = text.charAt(i) == '_' || Character.isLetterOrDigit(text.charAt(i));
      boolean found =
          word && !inside && likely(text, i).matcher(text).region(i, text.length()).lookingAt();
      if (found) return true;
      inside = word;
    }
    return false;
  }

  /** The alternatives that may match what begins at an index. */
  private Pattern likely(String text, int at) {
    String start = text.substring(at, Math.min(text.length(), at + LETTERS));
    // Other texts begin in too many ways to remember each.
    String known = LATIN.matcher(start).matches() ? start.toLowerCase(Locale.ROOT) : "";
    return byStart.computeIfAbsent(known, this::startingWith);
  }

  private Pattern startingWith(String start) {
    var possible = new ArrayList<String>();
    for (Pattern alternative : alternatives) {
      Matcher matcher = alternative.matcher(start);
      if (matcher.matches() || matcher.hitEnd()) possible.add(alternative.pattern());
    }
    return any(possible.isEmpty() ? "(?!)" : String.join("|", possible));
  }
}
