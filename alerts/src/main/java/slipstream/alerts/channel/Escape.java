package slipstream.alerts.channel;

import org.jspecify.annotations.Nullable;

/** Makes text of others harmless where a channel reads markup. */
final class Escape {
  private static final int LINK_MAX = 500;

  private Escape() {}

  /** For HTML text and quoted attributes, and for Telegram's HTML. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** For Slack's mrkdwn: its three control characters, which also spell mentions. */
  static String slack(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** For Markdown as Discord and Teams read it. */
  static String markdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|~<>])", "\\\\$1");
  }

  /** The link if it is one that a reader may safely follow and a notice has room for. */
  static String link(@Nullable String url) {
    if (url == null || url.length() > LINK_MAX) return "";
    return url.matches("https?://[^\\s\"'<>`\\\\|]+") ? url : "";
  }
}
