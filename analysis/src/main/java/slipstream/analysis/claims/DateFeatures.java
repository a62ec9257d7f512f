package slipstream.analysis.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.ReadSentence.Name;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Window;

/**
 * What a date's role is told by: the words and cues around it, where the subject stands, and what
 * each rule says. What is written like a name is not read, only that there is one, so that nothing
 * is learnt of a product, its maker or an outlet.
 */
final class DateFeatures {
  /** Words farther away tell of something else. */
  private static final int REACH = 14;

  private static final int MOST = 6;

  private static final int WEEK = 7;
  private static final int MONTH = 31;
  private static final int QUARTER = 100;
  private static final int YEAR = 370;
  private static final Set<String> OPENERS = WordLists.of("opener");

  private final ReadSentence sentence;
  private final Scope scope;
  private final DateExpression date;
  private final Set<String> found = new LinkedHashSet<>();

  private DateFeatures(ReadSentence sentence, Scope scope, DateExpression date) {
    this.sentence = sentence;
    this.scope = scope;
    this.date = date;
  }

  /**
   * The features of a date of a sentence that speaks of a subject.
   *
   * @param rule the role that the rules give it
   * @param day of publication; null when unknown
   */
  static Set<String> of(
      ReadSentence sentence,
      Scope scope,
      DateExpression date,
      DateRole rule,
      @Nullable LocalDate day) {
    var features = new DateFeatures(sentence, scope, date);
    features.addRules(rule);
    features.addDate();
    features.addWords();
    features.addCues();
    features.addNames();
    features.addDistance(day);
    return features.found;
  }

  private void addRules(DateRole rule) {
    boolean own = scope.isOwn(date.start());
    found.add("role " + rule);
    found.add("own " + own);
    found.add("role " + rule + " own " + own);
    found.add("other-milestone " + scope.isOtherMilestone(date.start()));
  }

  private void addDate() {
    found.add("period " + date.period().getClass().getSimpleName());
    found.add("bound " + date.bound());
    found.add("led-by " + words(date.start(), date.core()));
    found.add(sentence.inTitle() ? "title" : "sentence " + Math.min(sentence.index(), MOST));
    found.add("dates " + Math.min(sentence.dates().size(), MOST));
    found.add("date " + Math.min(sentence.dates().indexOf(date), MOST));
  }

  static final ThreadLocal<java.time.LocalDate> DAY = new ThreadLocal<>();

  /** How far the date lies from the day of publication: what is over is seldom news. */
  private void addDistance(@Nullable LocalDate day) {
    if (day == null) return;
    Optional<Window> next = new WindowResolver(day, Sense.FUTURE).resolve(date);
    Optional<Window> last = new WindowResolver(day, Sense.PAST).resolve(date);
    if (next.isEmpty() || last.isEmpty()) return;
    boolean sure = next.equals(last);
    found.add((sure ? "when " : "when next ") + distance(day, next.get()));
    if (!sure) found.add("when last " + distance(day, last.get()));
    LocalDate latest = next.get().latest();
    if (latest != null && latest.isBefore(day)) found.add("over");
  }

  private static String distance(LocalDate day, Window window) {
    long days = ChronoUnit.DAYS.between(day, window.earliest());
    String side = days < 0 ? "-" : "+";
    long far = Math.abs(days);
    if (far == 0) return "0";
    if (far <= WEEK) return side + "week";
    if (far <= MONTH) return side + "month";
    if (far <= QUARTER) return side + "quarter";
    return side + (far <= YEAR ? "year" : "more");
  }

  private void addWords() {
    for (int at = Math.max(sentence.from(), date.start() - REACH); at < date.start(); at++) {
      found.add("before " + word(at));
    }
    for (int at = date.end(); at < Math.min(sentence.to(), date.end() + REACH); at++) {
      found.add("after " + word(at));
    }
    found.add("before-1 " + words(date.start() - 1, date.start()));
    found.add("before-2 " + words(date.start() - 2, date.start()));
    found.add("after-1 " + words(date.end(), date.end() + 1));
    found.add("after-2 " + words(date.end(), date.end() + 2));
  }

  private void addCues() {
    for (Cue cue : sentence.cues()) {
      if (cue.end() <= date.start()) addCue("before", cue, date.start() - cue.end() + 1);
      else if (cue.start() >= date.end()) addCue("after", cue, cue.start() - date.end() + 1);
      else found.add("cue in " + cue.kind());
    }
  }

  private void addCue(String side, Cue cue, int distance) {
    found.add("cue " + side + " " + cue.kind());
    found.add("cue " + side + " " + near(distance) + " " + cue.kind());
  }

  private void addNames() {
    String subject = "none";
    String other = "none";
    for (Name name : sentence.names()) {
      if (scope.isSubject(name)) subject = nearer(subject, name);
      else other = nearer(other, name);
    }
    found.add("subject " + subject);
    found.add("product " + other);
  }

  /** Where a name stands, if nearer than what is known. */
  private String nearer(String known, Name name) {
    boolean before = name.end() <= date.start();
    int distance = before ? date.start() - name.end() + 1 : name.start() - date.end() + 1;
    String place = near(distance) + (before ? " before" : " after");
    return known.equals("none") || place.compareTo(known) < 0 ? place : known;
  }

  /** 1: side by side; 5: out of reach. */
  private static int near(int distance) {
    return distance <= 1 ? 1 : distance <= 3 ? 2 : distance <= 6 ? 3 : distance <= 12 ? 4 : 5;
  }

  private String words(int from, int to) {
    List<String> words = new ArrayList<>();
    for (int at = from; at < to; at++) words.add(word(at));
    return String.join(" ", words);
  }

  private String word(int at) {
    if (at < sentence.from()) return "^";
    if (at >= sentence.to()) return "$";
    for (DateExpression other : sentence.dates()) {
      if (!other.equals(date) && other.start() <= at && at < other.end()) return "DATE";
    }
    for (Name name : sentence.names()) {
      if (name.start() <= at && at < name.end()) return scope.isSubject(name) ? "IT" : "PRODUCT";
    }
    Tokens tokens = sentence.tokens();
    String word = tokens.word(at);
    if (Character.isDigit(word.charAt(0))) return "NUMBER";
    if (isMarked(tokens.text(at, at + 1))) return "NAME"; // "iPhone"
    if (!tokens.isCapitalised(at) || (at == sentence.from() && OPENERS.contains(word))) return word;
    return scope.isMaker(word) ? "MAKER" : "NAME";
  }

  /** A capital inside a word, or a script without capitals. */
  private static boolean isMarked(String word) {
    for (int i = 1; i < word.length(); i++) if (Character.isUpperCase(word.charAt(i))) return true;
    return Character.isIdeographic(word.codePointAt(0));
  }
}
