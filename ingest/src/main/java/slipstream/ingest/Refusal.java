package slipstream.ingest;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why what a server sent is no article: the label {@code reason} of refused entries. */
public enum Refusal {
  /** The server says that there is no such page: 404, 410. */
  GONE,
  /** The server does not let us in: 401, 403, 451. */
  FORBIDDEN,
  /** robots.txt, or our own settings, keep us away. */
  NOT_ALLOWED,
  /** It did not come, or could not be read, after several tries. */
  UNREACHABLE,
  /** We were led to a login page. */
  LOGIN,
  /** We were led to a consent wall. */
  CONSENT,
  /** We were led to the front page: the article is gone without saying so. */
  FRONT_PAGE,
  /** It is no page: a picture, a film, a PDF. */
  NO_PAGE,
  /** A page that is filled by scripts, which we do not run. */
  SCRIPT_SHELL,
  /** A page that says in words what went wrong. */
  ERROR_PAGE,
  /** The beginning of an article behind a paywall. */
  PAYWALL,
  /** A page of links. */
  LIST_PAGE,
  /** No article text was found. */
  NO_TEXT;

  private static final Pattern LOGIN_PATH =
      Pattern.compile(
          "(?i)/(log-?in|sign-?in|signon|sso|oauth2?|authorize|authenticate|account/(login|signin))"
              + "(\\.\\w+)?(/|$)");

  private static final Pattern LOGIN_HOST =
      Pattern.compile("(?i)(login|signin|sso|auth|accounts?)\\..+");

  private static final Pattern CONSENT_ADDRESS =
      Pattern.compile(
          "(?i)(consent|guce|gdpr|cookiewall)\\..+|.*/(consent|cookie-?(wall|consent)|gdpr)(/.*|$)");

  /** Of a status that is no answer; null when another try may help. */
  public static @Nullable Refusal ofStatus(int status) {
    return switch (status) {
      case 404, 410 -> GONE;
      case 401, 402, 403, 451 -> FORBIDDEN;
      default -> null;
    };
  }

  /** Of where we were led instead of the page we asked for; null when that is the page. */
  public static @Nullable Refusal ofRedirect(URI asked, URI came) {
    String host = String.valueOf(came.getHost());
    String path = came.getPath() == null ? "" : came.getPath();
    if (asked.equals(came)) return null;
    if (CONSENT_ADDRESS.matcher(host + path).matches()) return CONSENT;
    if (LOGIN_HOST.matcher(host).matches() || LOGIN_PATH.matcher(path).find()) return LOGIN;
    return isFront(path) && !isFront(String.valueOf(asked.getPath())) ? FRONT_PAGE : null;
  }

  /** Of the content type; null when it may be a page. */
  public static @Nullable Refusal ofType(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
    boolean binary =
        type.matches(
            "(image|audio|video|font)/(?!svg).*|application/(pdf|zip|octet-stream|msword).*");
    return binary ? NO_PAGE : null;
  }

  /** Of the words with which {@link slipstream.ingest.article.Article#refusal} begins. */
  public static Refusal ofPage(@Nullable String words) {
    String reason = words == null ? "" : words;
    if (reason.startsWith("an error page")) return ERROR_PAGE;
    if (reason.startsWith("a list")) return LIST_PAGE;
    if (reason.startsWith("a paywall")) return PAYWALL;
    return reason.startsWith("a shell") ? SCRIPT_SHELL : NO_TEXT;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isFront(String path) {
    return path.matches("/?([a-z]{2}(-[a-z]{2})?/?)?(index\\.\\w+)?");
  }
}
