package slipstream.ingest.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Wording that calls the reader to something else, or labels something beside the article. */
final class Boilerplate {
  private static final String WORDS = "boilerplate.txt";
  private static final Map<String, Pattern> SECTIONS = sections();
  private static final Pattern LABEL = section("label");
  private static final Pattern CALL = section("call");
  private static final Pattern TAIL = section("tail");
  private static final Pattern BYLINE = section("byline");
  private static final Pattern RELATED = section("related");
  private static final Pattern COMMENTS = section("comments");
  private static final Pattern AUTHOR = section("author");

  private static final int SHORT = 160;
  private static final int LONG = 500;
  private static final int HEAD = 60;

  private Boilerplate() {}

  private static Pattern section(String name) {
    return Objects.requireNonNull(SECTIONS.get(name), name);
  }

  private static Map<String, Pattern> sections() {
    var lines = new LinkedHashMap<String, List<String>>();
    String section = "";
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      if (line.startsWith("[") && line.endsWith("]") && !line.contains("|")) {
        section = line.substring(1, line.length() - 1);
      } else {
        lines.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
      }
    }
    var sections = new HashMap<String, Pattern>();
    lines.forEach((name, words) -> sections.put(name, any(words)));
    return sections;
  }

  private static Pattern any(List<String> words) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile("(?:" + String.join("|", words) + ")", flags);
  }

  private static List<String> lines() {
    try (InputStream in = Boilerplate.class.getResourceAsStream(WORDS)) {
      if (in == null) throw new IllegalStateException("missing resource " + WORDS);
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True for a short block that calls the reader to something else, or labels something. */
  static boolean isCall(String text) {
    if (text.length() >= SHORT) return false;
    return LABEL.matcher(text).matches() || CALL.matcher(text).matches();
  }

  /** True for a line between headline and article that is about the article. */
  static boolean isByline(String text) {
    return text.length() < LONG && BYLINE.matcher(text).matches();
  }

  /** True for a block that says, near the end of an article, what no article says. */
  static boolean isTail(String text) {
    return text.length() < LONG && TAIL.matcher(text).matches();
  }

  static boolean headsRelated(String text) {
    return heads(RELATED, text);
  }

  static boolean headsComments(String text) {
    return heads(COMMENTS, text);
  }

  static boolean headsAuthor(String text) {
    return heads(AUTHOR, text);
  }

  private static boolean heads(Pattern pattern, String text) {
    if (text.length() > HEAD) return false;
    String head =
        text.endsWith(":") || text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
    return pattern.matcher(head.strip()).matches();
  }
}
