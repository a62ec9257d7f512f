package slipstream.analysis.match;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slipstream.analysis.dates.DateVocabulary;
import slipstream.contracts.config.Subject;

/**
 * Tells a one-word alias from the same word within a longer name: "Traveler" from "Nordic Road
 * Traveler", "Harbour" from "Harbour Bridge".
 *
 * @param known words of the subject, its owner and its context, in lower case: these may stand
 *     beside the alias
 */
record Namesakes(Set<String> known) implements Condition {
  private static final String OPENING = ".!?:;\"\u201c\u2018(";

  static Namesakes of(Subject subject) {
    var names = Stream.concat(subject.aliases().stream(), subject.context().stream());
    String owner = subject.owner() == null ? "" : subject.owner();
    return new Namesakes(
        Stream.concat(names, Stream.of(subject.name(), owner))
            .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("\\W+")))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** In a title any word may have a capital: there nothing is told apart. */
  @Override
  public boolean holds(Passage passage, int at) {
    if (passage.isTitle()) return true;
    Occurrence found = passage.occurrences().get(at);
    String text = passage.text();
    return !isName(before(text, found.start())) && !isName(after(text, found.end()));
  }

  private boolean isName(String word) {
    if (word.length() < 2 || !Character.isUpperCase(word.charAt(0))) return false;
    String lower = word.toLowerCase(Locale.ROOT);
    boolean acronym = word.equals(word.toUpperCase(Locale.ROOT));
    return !acronym && !known.contains(lower) && !DateVocabulary.isCalendarWord(lower);
  }

  /** The word directly before an offset; empty where it opens a sentence. */
  private static String before(String text, int offset) {
    int end = offset - 1;
    if (end < 1 || text.charAt(end) != ' ') return "";
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) start--;
    boolean opens = start < 2 || OPENING.indexOf(text.charAt(start - 1)) >= 0;
    opens |= start >= 2 && OPENING.indexOf(text.charAt(start - 2)) >= 0;
    return opens ? "" : text.substring(start, end);
  }

  /** The word directly behind an offset. */
  private static String after(String text, int offset) {
    if (offset >= text.length() || text.charAt(offset) != ' ') return "";
    int end = offset + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
    return text.substring(offset + 1, end);
  }
}
