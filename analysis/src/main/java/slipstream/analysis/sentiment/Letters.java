package slipstream.analysis.sentiment;

/** Letters in lower case, by table: a sentence asks for each of its characters. */
final class Letters {
  private static final char[] LOWER = new char[1 << 16];

  static {
    for (int c = 0; c < LOWER.length; c++) {
      if (Character.isLetter((char) c)) LOWER[c] = Character.toLowerCase((char) c);
    }
  }

  private Letters() {}

  /** The letter in lower case; 0 for what is no letter. */
  static char lower(char c) {
    return LOWER[c];
  }
}
