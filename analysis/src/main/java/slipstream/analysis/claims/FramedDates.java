package slipstream.analysis.claims;

import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.Unit;

/**
 * What a date is by where it stands, whatever the verbs: in brackets behind a name, behind or
 * before a colon, in a list of facts, alone in its sentence, as the object of a verb of telling.
 */
final class FramedDates {
  private static final int CLOSE = 4;

  /** Tokens from a date that is told to the product that it is told of. */
  private static final int TOLD = 6;

  private final ReadSentence sentence;
  private final Tokens tokens;

  FramedDates(ReadSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
  }

  /** "X (Acme; May 4)", "Y (May 8)": the date of the name before the bracket; null elsewhere. */
  @Nullable DateRole inBrackets(DateExpression date) {
    int open = date.start() - 1;
    boolean second = tokens.isOneOf(open, ";", ",");
    while (second && open > date.start() - CLOSE && !tokens.isOneOf(open, "(", ")")) open--;
    if (!tokens.word(open).equals("(") || !tokens.word(date.end()).equals(")")) return null;
    for (Name name : sentence.names()) {
      if (name.end() == open) return name.watched().isEmpty() ? DateRole.OTHER : DateRole.NEWS;
    }
    boolean day = date.period() instanceof Period.Calendar c && c.unit() == Unit.DAY;
    return day && tokens.isCapitalised(open - 1) ? DateRole.OTHER : null;
  }

  /** True where the place alone makes it the product's. */
  boolean isToldOf(DateExpression date) {
    if (isHeld(date)) return true;
    return isObject(date) || isHeadedBy(date) || isHeading(date) || isAll(date) || isListed(date);
  }

  /** "'October 16 it is'", "November 5 holds: the disc is being pressed". */
  private boolean isHeld(DateExpression date) {
    boolean is = tokens.word(date.end()).equals("it") && tokens.word(date.end() + 1).equals("is");
    boolean holds = tokens.isOneOf(date.end(), "holds", "stands");
    return (is && !tokens.isWord(date.end() + 2)) || (holds && !tokens.isWord(date.end() + 1));
  }

  /** "March 24: that is when it goes on sale", "Spring: Acme's X". */
  private boolean isHeadedBy(DateExpression date) {
    boolean head = date.start() <= sentence.from() + 1;
    if (!head || !tokens.word(date.end()).equals(":")) return false;
    for (Name name : sentence.names()) {
      boolean first = name.start() <= date.end() + CLOSE;
      if (first) return !name.watched().isEmpty();
    }
    return sentence.has(CueKind.PLAN) || sentence.has(CueKind.RELEASE);
  }

  /** "X: 24,900 dollars, end of 2026;", "X (two consoles), May 4.": no verb, only facts. */
  private boolean isListed(DateExpression date) {
    if (sentence.names().isEmpty() || tokens.isWord(date.end())) return false;
    Name name = sentence.names().get(0);
    boolean opens = !name.watched().isEmpty() && name.start() <= sentence.from() + 2;
    if (!opens || name.end() > date.start() || tokens.isWord(name.end())) return false;
    for (int at = name.end(); at < date.start(); at++) {
      String word = tokens.word(at);
      boolean plain = tokens.isWord(at) && !tokens.isCapitalised(at);
      boolean verb = DateRoleReader.isPast(word) || word.endsWith("s") || sentence.tells(at, 0);
      if (plain && verb) return false;
    }
    return tokens.isOneOf(date.start() - 1, ",", ":", ";", ")", "-");
  }

  /** "It is the 21st of May", "June 12.": the date is all that the sentence says. */
  private boolean isAll(DateExpression date) {
    int first = sentence.from();
    while (first < date.start() && !tokens.isWord(first)) first++;
    boolean is = tokens.isOneOf(first, "it", "that") && tokens.isOneOf(first + 1, "is", "'s");
    boolean heads = tokens.word(date.start() - 1).equals(":");
    if (!heads && date.start() != (is ? first + 2 : first)) return false;
    boolean ends = date.end() >= sentence.to() || tokens.isOneOf(date.end(), ".", "!", "'", "\"");
    return ends || (is && tokens.word(date.end()).equals(","));
  }

  /** "Available: later this year", "Release date: May 4". */
  private boolean isHeading(DateExpression date) {
    int colon = date.start() - 1;
    if (!tokens.word(colon).equals(":")) return false;
    for (Cue cue : sentence.cues(CueKind.RELEASE, CueKind.PLAN)) {
      if (cue.end() == colon) return true;
    }
    return false;
  }

  /** "Announced June 11 for X", "has confirmed June as the month of X": what is told, not when. */
  boolean isObject(DateExpression date) {
    if (!tokens.isOneOf(date.end(), "for", "as")) return false;
    if (sentence.cues(CueKind.SAY).stream().noneMatch(c -> c.end() == date.start())) return false;
    for (Name name : sentence.names()) {
      boolean near = name.start() > date.end() && name.start() <= date.end() + TOLD;
      if (near && !name.watched().isEmpty()) return true;
    }
    return false;
  }
}
