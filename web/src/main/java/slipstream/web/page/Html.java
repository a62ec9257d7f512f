package slipstream.web.page;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML that is safe to show. It comes only from templates written in the code (the
 * compiler checks that they are constants) whose values are escaped unless they are HTML
 * themselves.
 */
public final class Html {
  public static final Html NOTHING = new Html("");

  private static final String HOLE = "{}";

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /**
   * Fills the holes {@code {}} of a template, which may stand in text or in quoted attributes.
   *
   * @param values as many as holes; {@link Html} goes in as it is, anything else escaped
   */
  public static Html of(@CompileTimeConstant final String template, Object... values) {
    var out = new StringBuilder(template.length() + 64);
    int from = 0;
    for (Object value : values) {
      int hole = template.indexOf(HOLE, from);
      if (hole < 0) throw new IllegalArgumentException("more values than holes: " + template);
      out.append(template, from, hole);
      out.append(value instanceof Html html ? html.markup : escape(value.toString()));
      from = hole + HOLE.length();
    }
    if (template.indexOf(HOLE, from) >= 0) {
      throw new IllegalArgumentException("more holes than values: " + template);
    }
    return new Html(out.append(template, from, template.length()).toString());
  }

  /**
   * A link to a page of others, or just its words when the address is missing or not of the web.
   */
  public static Html link(@Nullable String url, String words) {
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      return of("{}", words);
    }
    return of("<a href=\"{}\" rel=\"noopener noreferrer nofollow\">{}</a>", url, words);
  }

  public static Collector<Html, ?, Html> joining() {
    return Collectors.collectingAndThen(
        Collectors.mapping(Html::toString, Collectors.joining()), Html::new);
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }

  private static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
