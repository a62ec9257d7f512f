package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many regular expressions, of which only those are tried that can match a text with such a first
 * letter: of hundreds of ways to say something a few.
 */
final class Wording {
  private static final int LATIN = 0x250;

  private final List<Pattern> alternatives = new ArrayList<>();
  private final Map<Character, Pattern> byFirst = new ConcurrentHashMap<>();

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
    if (text.isEmpty()) return false;
    char first = text.charAt(0);
    // Texts begin with few letters, save those that mean to fill our memory.
    char known = first < LATIN ? first : LATIN;
    return byFirst.computeIfAbsent(known, this::beginningWith).matcher(text).matches();
  }

  private Pattern beginningWith(char first) {
    var possible = new ArrayList<String>();
    for (Pattern alternative : alternatives) {
      Matcher matcher = alternative.matcher(String.valueOf(first));
      if (first == LATIN || matcher.matches() || matcher.hitEnd()) {
        possible.add(alternative.pattern());
      }
    }
    return any(possible.isEmpty() ? "(?!)" : String.join("|", possible));
  }
}
