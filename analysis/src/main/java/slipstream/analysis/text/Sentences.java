package slipstream.analysis.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts plain text into sentences in one pass.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark (with the quotes and brackets
 * that close after it) when white space and no lower-case letter follow, at a Chinese or Japanese
 * full stop, and at a blank line. A full stop ends nothing in a decimal, in an abbreviation or
 * after an initial; after an abbreviation that may close a sentence ("Inc.", "U.S.", "Oct.") it
 * does when a word follows that mostly opens one.
 */
public final class Sentences {
  private static final Set<String> NEVER_LAST =
      Set.of(
          ("mr mrs ms dr prof sen rep gov gen col lt sgt capt st mt hon rev pres supt vs approx cf"
                  + " e.g i.e eg ie bzw z.b u.a nr hr fr mme")
              .split(" "));
  private static final Set<String> BEFORE_NUMBER =
      Set.of("no nos fig figs eq vol pp p art sec ch".split(" "));
  private static final Set<String> MAY_BE_LAST =
      Set.of(
          ("inc corp co ltd llc plc bros jr sr etc a.m p.m u.s u.k u.n e.u d.c jan feb mar apr jun"
                  + " jul aug sep sept oct nov dec dept univ assn bldg ave blvd")
              .split(" "));
  private static final Set<String> OPENERS =
      Set.of(
          ("the a an in it its he she they we i you but and or so if when while after before since"
                  + " as at on for from by with this that these those there here what who why how"
                  + " where some many most all both each no not yet still now then however meanwhile"
                  + " although though analysts officials sources investors critics")
              .split(" "));
  private static final String CLOSERS = "\"'”’»›)]）」』】》〉\u201c";
  private static final String WIDE_STOPS = "。！？｡";

  /** The characters that may end a sentence. */
  private static final String ENDS = "\n.!?…" + WIDE_STOPS;

  private static final int LONGEST_ABBREVIATION = 6;

  private final String text;
  private final List<Sentence> found = new ArrayList<>();

  /** Where each of {@link #ENDS} stands next. */
  private final int[] places = new int[ENDS.length()];

  private int start;

  private Sentences(String text) {
    this.text = text;
    Arrays.fill(places, -1);
  }

  /** The sentences of {@code text} in order; what is only white space is in none. */
  public static List<Sentence> of(String text) {
    return new Sentences(text).split();
  }

  private List<Sentence> split() {
    for (int i = nextEnd(0); i < text.length(); i = nextEnd(i)) {
      int end = endAfter(i);
      if (end > i) {
        cut(end);
        i = end;
      } else {
        i = Math.max(i + 1, pastStops(i));
      }
    }
    cut(text.length());
    return List.copyOf(found);
  }

  /** Most characters end nothing, and a search passes over many of them at once. */
  private int nextEnd(int from) {
    int least = text.length();
    for (int i = 0; i < places.length; i++) {
      if (places[i] < from) places[i] = placeOf(ENDS.charAt(i), from);
      least = Math.min(least, places[i]);
    }
    return least;
  }

  private int placeOf(char end, int from) {
    int place = text.indexOf(end, from);
    return place < 0 ? text.length() : place;
  }

  /** Where the sentence ends whose end the character at {@code i} begins; {@code i} when none. */
  private int endAfter(int i) {
    char c = text.charAt(i);
    if (c == '\n') return blankLineAt(i) ? pastSpace(i) : i;
    if (WIDE_STOPS.indexOf(c) >= 0) return pastClosers(pastStops(i));
    if (c != '.' && c != '!' && c != '?' && c != '…') return i;
    int stops = pastStops(i);
    int end = pastClosers(stops);
    int next = pastSpace(end);
    if (next == text.length()) return end;
    if (next == end || Character.isLowerCase(text.codePointAt(next))) return i;
    return c == '.' && stops == i + 1 && isAbbreviation(i, next) ? i : end;
  }

  private boolean blankLineAt(int newline) {
    int i = newline + 1;
    while (i < text.length() && text.charAt(i) != '\n' && isSpace(text.charAt(i))) i++;
    return i < text.length() && text.charAt(i) == '\n';
  }

  private int pastStops(int from) {
    int i = from;
    while (i < text.length() && isStop(text.charAt(i))) i++;
    return i;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…' || WIDE_STOPS.indexOf(c) >= 0;
  }

  private int pastClosers(int from) {
    int i = from;
    while (i < text.length() && CLOSERS.indexOf(text.charAt(i)) >= 0) i++;
    return i;
  }

  private int pastSpace(int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) i++;
    return i;
  }

  private boolean isAbbreviation(int stop, int next) {
    String word = wordBefore(stop);
    if (word.isEmpty()) return false;
    if (NEVER_LAST.contains(word)) return true;
    if (BEFORE_NUMBER.contains(word) && Character.isDigit(text.charAt(next))) return true;
    boolean initial = word.length() == 1;
    boolean mayClose = MAY_BE_LAST.contains(word) || initial;
    if (!mayClose || !Character.isLetterOrDigit(text.charAt(next))) return false; // "on X. 'It is"
    return !OPENERS.contains(wordAt(next)) && !(initial && isBehindOn(stop));
  }

  /** "Posted on X. Prices rose": a site, and no initial. */
  private boolean isBehindOn(int stop) {
    int word = stop - 1;
    return word - start > 3 && text.startsWith(" on ", word - 4);
  }

  /** The word that the full stop follows, inner stops kept, lower case; empty when it is long. */
  private String wordBefore(int stop) {
    int i = stop;
    while (i > start && (Character.isLetter(text.charAt(i - 1)) || text.charAt(i - 1) == '.')) {
      if (stop - --i > LONGEST_ABBREVIATION) return "";
    }
    return text.substring(i, stop).toLowerCase(Locale.ROOT);
  }

  private String wordAt(int from) {
    int i = from;
    while (i < text.length() && i - from < 12 && Character.isLetter(text.charAt(i))) i++;
    return text.substring(from, i).toLowerCase(Locale.ROOT);
  }

  private void cut(int end) {
    int from = pastSpace(start);
    int to = end;
    while (to > from && isSpace(text.charAt(to - 1))) to--;
    if (to > from) found.add(new Sentence(from, to));
    start = Math.max(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c < 128 ? Character.isWhitespace(c) : isWideSpace(c));
  }

  private static boolean isWideSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
