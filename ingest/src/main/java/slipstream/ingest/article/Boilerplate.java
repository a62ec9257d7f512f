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

/** Wording that calls the reader to something else, or labels something beside the article. */
final class Boilerplate {
  private static final String WORDS = "boilerplate.txt";
  private static final Map<String, Wording> SECTIONS = sections();
  private static final Wording LABEL = section("label");
  private static final Wording CALL = section("call");
  private static final Wording TAIL = section("tail");
  private static final Wording WITHIN = section("within");
  private static final Wording BYLINE = section("byline");
  private static final Wording RELATED = section("related");
  private static final Wording COMMENTS = section("comments");
  private static final Wording AUTHOR = section("author");

  private static final int SHORT = 160;
  private static final int LONG = 500;
  private static final int HEAD = 60;

  private Boilerplate() {}

  private static Wording section(String name) {
    return Objects.requireNonNull(SECTIONS.get(name), name);
  }

  private static Map<String, Wording> sections() {
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
    var sections = new HashMap<String, Wording>();
    lines.forEach((name, words) -> sections.put(name, new Wording(words)));
    return sections;
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
    return LABEL.matches(text) || CALL.matches(text);
  }

  /** True for a line between headline and article that is about the article. */
  static boolean isByline(String text) {
    return text.length() < LONG && BYLINE.matches(text);
  }

  /** True for a block that says, near the end of an article, what no article says. */
  static boolean isTail(String text) {
    return text.length() < LONG && (TAIL.matches(text) || WITHIN.isIn(text));
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

  private static boolean heads(Wording wording, String text) {
    if (text.length() > HEAD) return false;
    String head =
        text.endsWith(":") || text.endsWith("…") ? text.substring(0, text.length() - 1) : text;
    return wording.matches(head.strip());
  }
}
