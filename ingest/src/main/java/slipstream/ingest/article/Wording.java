package slipstream.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many regular expressions, of which only those are tried that can match a text with such first
 * letters: of hundreds of ways to say something a few.
 */
final class Wording {
  private static final int LETTERS = 26;

  private final List<Pattern> alternatives = new ArrayList<>();

  /** What may match a text that begins with two letters, and last what may match any other. */
  private final AtomicReferenceArray<@Nullable Pattern> byStart =
      new AtomicReferenceArray<>(LETTERS * LETTERS + 1);

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
    int first = letter(text, at);
    int second = letter(text, at + 1);
    // Other texts begin in too many ways to remember each.
    boolean known = first >= 0 && second >= 0;
    int index = known ? first * LETTERS + second : LETTERS * LETTERS;
    Pattern likely = byStart.get(index);
    if (likely == null) {
      likely = startingWith(known ? text.substring(at, at + 2) : "");
      byStart.set(index, likely);
    }
    return likely;
  }

  /** Number of a letter from a to z, large or small; less than zero for all else. */
  private static int letter(String text, int at) {
    int letter = at < text.length() ? (text.charAt(at) | 0x20) - 'a' : -1;
    return letter < LETTERS ? letter : -1;
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
