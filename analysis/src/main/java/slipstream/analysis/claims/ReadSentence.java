package slipstream.analysis.claims;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Cues;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Tokens;

/**
 * One sentence of an item, or its title, with what was found in it.
 *
 * @param index 0 for the title, then the sentences of the text in order
 * @param from its first token
 * @param to after its last token
 * @param read the cues in it
 * @param names the watched and other product names in it, in order
 */
record ReadSentence(
    int index,
    boolean inTitle,
    Tokens tokens,
    int from,
    int to,
    List<DateExpression> dates,
    Cues read,
    List<Name> names) {
  /** Words behind "had" within which stands what somebody does. */
  private static final int CAUSED = 5;

  /** Words of a count that opens a sentence: "just two days after". */
  private static final int COUNT = 5;

  private static final int LONGEST_ABBREVIATION = 4;

  /**
   * This sentence with its fiscal dates in the fiscal year that the text tells of, or else the one
   * configured.
   */
  ReadSentence inFiscalYear(@Nullable Integer start) {
    boolean needed = false;
    for (DateExpression date : dates) needed |= date.needsFiscalYear();
    if (!needed) return this;
    List<DateExpression> placed = dates.stream().map(d -> d.inFiscalYear(tokens, start)).toList();
    return new ReadSentence(index, inTitle, tokens, from, to, placed, read, names);
  }

  ReadSentence withCues(Cues other) {
    return new ReadSentence(index, inTitle, tokens, from, to, dates, other, names);
  }

  /** True where a date follows in the same clause; not for "on Monday", when things are said. */
  boolean hasDateBehind(int from) {
    int end = clauseEnd(from);
    for (DateExpression date : dates) {
      if (date.start() >= from && date.start() <= end && !date.isBareWeekday()) return true;
    }
    return false;
  }

  /**
   * The first token from {@code from} on with which another clause begins, or the sentence ends.
   */
  private int clauseEnd(int from) {
    for (int at = from; at < to; at++) {
      boolean other = tokens.isOneOf(at, ",", "after") || DateRoleReader.isPast(tokens.word(at));
      if (isBreak(at) || other) return at;
    }
    return to;
  }

  /** True for a question, and for a headline that asks anything (N5). */
  boolean isQuestion() {
    int first = inTitle ? from : Math.max(from, to - 2);
    for (int at = to - 1; at >= first; at--) {
      if (tokens.word(at).equals("?")) return true;
    }
    return false;
  }

  boolean names(String subject) {
    for (Name name : names) if (name.watched().equals(subject)) return true;
    return false;
  }

  /** The cues in it, in order. */
  List<Cue> cues() {
    return read.all();
  }

  /** The kinds of the cues in it. */
  Set<CueKind> kinds() {
    return read.kinds();
  }

  boolean has(CueKind kind) {
    return read.has(kind);
  }

  List<Cue> cues(CueKind... kinds) {
    return read.of(kinds);
  }

  /** True when a verb of telling begins at a token or at most {@code reach} behind it. */
  boolean tells(int at, int reach) {
    if (!has(CueKind.SAY)) return false;
    for (Cue cue : cues()) {
      boolean here = cue.start() >= at && cue.start() <= at + reach;
      if (here && cue.kind() == CueKind.SAY) return true;
    }
    return false;
  }

  /** True when a word of the sentence between two tokens is {@code word}. */
  boolean contains(int start, int end, String word) {
    for (int at = Math.max(from, start); at < Math.min(to, end); at++) {
      if (tokens.word(at).equals(word)) return true;
    }
    return false;
  }

  /** True for a word of a product's name. */
  boolean isInName(int at) {
    for (Name name : names) if (name.start() <= at && at < name.end()) return true;
    return false;
  }

  /** "Had the maker putting it off": whom a report has do something; no pluperfect. */
  boolean hasObject(int had) {
    boolean article = tokens.isOneOf(had + 1, "the", "its", "a");
    if (!article && !tokens.isCapitalised(had + 1)) return false;
    for (int at = had + 2; at < Math.min(to, had + CAUSED); at++) {
      if (tokens.word(at).endsWith("ing")) return true;
    }
    return false;
  }

  /** The first comma from a token on; where there is none, the end. */
  int commaFrom(int first) {
    int at = first;
    while (at < to && !tokens.word(at).equals(",")) at++;
    return at;
  }

  /** "A day after the leak, the maker called it false": the comma ends what was before. */
  boolean opensWithAfter(int comma) {
    return contains(from, Math.min(comma, from + COUNT), "after");
  }

  /** A mark that ends a clause for good: a semicolon, a colon, a dash. */
  boolean isBreak(int at) {
    if (tokens.isWord(at)) return false;
    String word = tokens.word(at);
    boolean dash = word.equals("-") && !tokens.isGlued(at) && !tokens.isGlued(at + 1);
    boolean stop = word.equals(".") && tokens.word(at - 1).length() > LONGEST_ABBREVIATION;
    if (isInName(at)) return false;
    return dash || stop || word.equals(";") || word.equals(":") || word.equals("\u2014");
  }
}
