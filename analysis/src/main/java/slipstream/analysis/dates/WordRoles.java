package slipstream.analysis.dates;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What each word of a text may be to a date, asked once for all: most words begin none, and of the
 * grammars only those are tried that know the word.
 */
final class WordRoles {
  /** May open a date. */
  static final int OPENS = 1;

  /** Means no date, or only with one of certain words behind it. */
  static final int LEADS = 2;

  /** Stands behind a word that leads to a date. */
  static final int FOLLOWS = 4;

  /** Without one of these no date stands: not "in", "the", "next". */
  static final int ANCHORS = 8;

  /** What limits a period that follows. */
  static final int BOUND = 16;

  static final int DISTANCE = 32;
  static final int DAY = 64;
  static final int PART = 128;
  static final int FISCAL = 256;

  /** A month and its day, or a date in numbers. */
  static final int DATE = 512;

  static final int HOLIDAY = 1 << 10;
  static final int QUARTER = 1 << 11;
  static final int MONTH = 1 << 12;
  static final int RELATIVE = 1 << 13;
  static final int SEASON = 1 << 14;
  static final int WEEKDAY = 1 << 15;
  static final int YEAR = 1 << 16;

  private static final int OPENING = OPENS | FOLLOWS;

  /** A number, "q3", "h1". */
  private static final int CODED =
      OPENING | ANCHORS | DISTANCE | DAY | FISCAL | DATE | QUARTER | YEAR;

  /** The roles of the words of a text. */
  static final class InText {
    private final int[] each;

    InText(int[] each) {
      this.each = each;
    }

    /** True when the token has one of {@code roles}; false outside the text. */
    boolean has(int at, int roles) {
      return at >= 0 && at < each.length && (each[at] & roles) != 0;
    }

    /** The first token from {@code at} on with one of {@code roles}; -1 when none has. */
    int next(int at, int roles) {
      for (int i = at; i < each.length; i++) if ((each[i] & roles) != 0) return i;
      return -1;
    }
  }

  private final Map<String, Integer> roles = new HashMap<>();

  private WordRoles(Holidays holidays) {
    addOpeners();
    addTables();
    addGrammars();
    add(FOLLOWS, DateWords.HEDGES);
    add(OPENING | ANCHORS | HOLIDAY, holidays.firstWords());
  }

  static WordRoles of(Holidays holidays) {
    return new WordRoles(holidays);
  }

  InText of(Tokens tokens) {
    var each = new int[tokens.size()];
    for (int at = 0; at < each.length; at++) each[at] = of(tokens.word(at));
    return new InText(each);
  }

  private int of(String word) {
    Integer role = roles.get(word);
    int known = role == null ? 0 : role;
    return isCoded(word) ? known | CODED : known;
  }

  private static boolean isCoded(String word) {
    if (word.isEmpty()) return false;
    char first = word.charAt(0);
    if (first >= '0' && first <= '9') return true;
    if (word.startsWith("fy")) return true;
    return word.length() > 1 && (first == 'q' || first == 'h') && Character.isDigit(word.charAt(1));
  }

  private void addOpeners() {
    add(OPENING, "fy from the very a");
    add(
        LEADS,
        "the a an in for over during inside within by until till before after following past"
            + " beyond since around about no not as on between from any this next coming");
    add(
        FOLLOWS,
        "more full to or - moment minute time long too earlier sooner quickly fast calendar now");
    add(
        ANCHORS,
        "today tonight tomorrow yesterday yearend midyear fiscal holiday holidays festive soon early"
            + " quickly fast imminent imminently shortly momentarily asap any corner long future"
            + " close about verge brink cusp nearing nears morning afternoon evening");
  }

  private void addTables() {
    add(OPENING | ANCHORS | DATE | QUARTER | MONTH, DateWords.MONTHS.keySet());
    add(OPENING | ANCHORS | DAY | WEEKDAY, DateWords.WEEKDAYS.keySet());
    add(OPENING | ANCHORS | SEASON, DateWords.SEASONS.keySet());
    add(OPENING | ANCHORS | DISTANCE | DAY | PART, DateWords.UNITS.keySet());
    add(OPENING | DISTANCE, DateWords.NUMBERS.keySet());
    add(OPENING | DAY | PART | FISCAL | QUARTER, DateWords.ORDINALS.keySet());
    add(OPENING | PART, DateWords.PART_ADJECTIVES.keySet());
    add(OPENING | PART, DateWords.PART_NOUNS.keySet());
  }

  private void addGrammars() {
    add(
        OPENING | BOUND,
        "by until till between before prior ahead after following past beyond since about around"
            + " circa approximately roughly within no not as earlier on");
    add(BOUND, "sooner");
    add(
        OPENING | DISTANCE,
        "soon imminent imminently shortly momentarily asap any around before near the as in within"
            + " close about verge brink cusp nearing nears over during inside after for coming next"
            + " following by back up forward half few couple several"
            + " some handful number");
    add(DISTANCE, "matter");
    add(OPENING | PART, "yearend midyear later rest remainder");
    add(OPENING | FISCAL, "fiscal");
    add(OPENING | FISCAL | RELATIVE, "this current next coming following last previous past");
    add(OPENING | RELATIVE, "today tonight tomorrow yesterday earlier late new");
    add(OPENING | QUARTER, "three quarter");
    add(OPENING | SEASON, "holiday holidays festive");
    add(YEAR, "'");
  }

  private void add(int role, String line) {
    add(role, Arrays.asList(line.split(" ", -1)));
  }

  private void add(int role, Collection<String> words) {
    for (String word : words) roles.merge(word, role, (a, b) -> a | b);
  }
}
