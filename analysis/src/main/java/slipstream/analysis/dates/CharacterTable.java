package slipstream.analysis.dates;

/** What each character is: the reader of a text asks it of each of its own. */
final class CharacterTable {
  static final int WORD = 1;
  static final int CAPITAL = 2;

  /** Goes on with a word. */
  static final int PART = 4;

  static final int SPACE = 8;
  static final int IDEOGRAPH = 16;

  /** May stand inside a word or a number: the marks of "5.1", "50,000" and "isn't". */
  static final int INNER = 32;

  /** Of ASCII, or an apostrophe: it has a {@link #lower} case of seven bits. */
  static final int PLAIN = 64;

  private static final int LOWER_SHIFT = 8;

  private static final char[] KINDS = new char[1 << 16];

  static {
    for (int c = 0; c < KINDS.length; c++) KINDS[c] = (char) kindOf((char) c);
  }

  private CharacterTable() {}

  /** What {@code c} is, a bit each, and above them its lower case when it is plain. */
  static int kind(char c) {
    return KINDS[c];
  }

  static boolean is(char c, int kind) {
    return (KINDS[c] & kind) != 0;
  }

  /** The lower case of a plain character of this kind, seven bits; 0 of any other. */
  static int lower(int kind) {
    return kind >>> LOWER_SHIFT;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static int kindOf(char c) {
    boolean ideograph = c >= '\u2e80' && Character.isIdeographic(c);
    boolean word = Character.isLetterOrDigit(c);
    int kind = word ? WORD : 0;
    if (Character.isUpperCase(c)) kind |= CAPITAL;
    if (word && !ideograph) kind |= PART;
    if (Character.isWhitespace(c) || c == '\u00a0') kind |= SPACE;
    if (ideograph) kind |= IDEOGRAPH;
    if (c == '.' || c == ',' || isApostrophe(c)) kind |= INNER;
    char plain = isApostrophe(c) ? '\'' : c;
    return plain < 128 ? kind | PLAIN | Character.toLowerCase(plain) << LOWER_SHIFT : kind;
  }
}
