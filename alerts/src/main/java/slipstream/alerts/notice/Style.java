package slipstream.alerts.notice;

/** How a change is printed: plain, or with the colours of a terminal (ANSI). */
public enum Style {
  PLAIN,
  ANSI;

  private static final String RESET = "\u001b[0m";

  /** What a piece of the text is to the reader. */
  enum Ink {
    SOONER("1;32"),
    LATER("1;33"),
    GONE("1;31"),
    NEWS("1;36"),
    STRONG("1"),
    FAINT("2");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  String paint(Ink ink, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + ink.code + "m" + text + RESET;
  }
}
