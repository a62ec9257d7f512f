package slipstream.analysis.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import slipstream.analysis.claims.Feature.Constants;
import slipstream.analysis.claims.Feature.Word;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.Name;
import slipstream.analysis.dates.Bound;
import slipstream.analysis.dates.DateExpression;
import slipstream.contracts.Window;

/**
 * What a date's role is told by: the words and cues around it, where the subject stands, what each
 * rule says, and what the article's title and other dates tell.
 */
final class DateFeatures {
  /** Words farther away tell of something else. */
  private static final int REACH = 14;

  private static final int MOST = 6;
  private static final int FARTHEST = 5;
  private static final int NOWHERE = FARTHEST + 1;

  private static final int WEEK = 7;
  private static final int MONTH = 31;
  private static final int QUARTER = 100;
  private static final int YEAR = 370;

  private static final Feature ROLE = Feature.of("role");
  private static final Feature OWN = Feature.of("own");
  private static final Feature OTHER_MILESTONE = Feature.of("other-milestone");
  private static final Feature PERIOD = Feature.of("period");
  private static final Feature BOUND = Feature.of("bound");
  private static final Feature LED_BY = Feature.of("led-by");
  private static final Feature TITLE = Feature.of("title");
  private static final Feature SENTENCE = Feature.of("sentence");
  private static final Feature DATES = Feature.of("dates");
  private static final Feature DATE = Feature.of("date");
  private static final Feature WHEN = Feature.of("when");
  private static final Feature WHEN_NEXT = Feature.of("when-next");
  private static final Feature WHEN_LAST = Feature.of("when-last");
  private static final Feature OVER = Feature.of("over");
  private static final Feature BEFORE = Feature.of("before");
  private static final Feature BEFORE_1 = Feature.of("before-1");
  private static final Feature BEFORE_2 = Feature.of("before-2");
  private static final Feature AFTER = Feature.of("after");
  private static final Feature AFTER_1 = Feature.of("after-1");
  private static final Feature AFTER_2 = Feature.of("after-2");
  private static final Feature CUE_BEFORE = Feature.of("cue before");
  private static final Feature CUE_AFTER = Feature.of("cue after");
  private static final Feature CUE_IN = Feature.of("cue in");
  private static final Feature SUBJECT = Feature.of("subject");
  private static final Feature PRODUCT = Feature.of("product");

  private static final Constants<Bound> BOUNDS = new Constants<>(Bound.class);
  private static final List<Word> NUMBERS =
      IntStream.rangeClosed(0, MOST).mapToObj(Integer::toString).map(Word::of).toList();

  /** How a word of another date is read. */
  private static final Word DATED = Word.of("DATE");

  private static final Word AHEAD = Word.of("before");
  private static final Word BEHIND = Word.of("after");
  private static final Word NONE = Word.of("none");

  private final ReadSentence sentence;
  private final Scope scope;
  private final ArticleDates article;

  private final MaskedWords words;
  private final BitSet dated = new BitSet();

  DateFeatures(Statement statement, ArticleDates article) {
    this.sentence = statement.sentence();
    this.scope = statement.scope();
    this.article = article;
    this.words = scope.masked();
    for (DateExpression date : sentence.dates()) {
      int first = Math.max(0, date.start() - sentence.from()); // it may go over a cut
      dated.set(first, Math.max(first, date.end() - sentence.from()));
    }
  }

  /** The names of all features of a date. */
  Set<String> names(RuledDate date) {
    var found = new LinkedHashSet<String>();
    tell(date, FeatureSink.naming(found));
    return found;
  }

  /** Tells the features of a date of the statement; some more than once. */
  void tell(RuledDate ruled, FeatureSink sink) {
    DateExpression date = ruled.date();
    Feature rule = ROLE.and(Feature.ROLES.of(ruled.rule()));
    Word own = Word.of(String.valueOf(ruled.own()));
    sink.add(rule);
    sink.add(OWN.and(own));
    sink.add(rule.and(OWN.last()).and(own));
    sink.add(OTHER_MILESTONE.and(Word.of(String.valueOf(ruled.otherMilestone()))));
    tellDate(date, sink);
    tellWords(date, sink);
    tellCues(date, sink);
    tellNames(date, sink);
    article.tell(ruled, sink);
    if (article.day() != null) tellDistance(ruled, article.day(), sink);
  }

  private void tellDate(DateExpression date, FeatureSink sink) {
    sink.add(PERIOD.and(Word.of(date.period().getClass().getSimpleName())));
    sink.add(BOUND.and(BOUNDS.of(date.bound())));
    sink.add(followedBy(LED_BY, date, date.start(), date.core()));
    if (sentence.inTitle()) sink.add(TITLE);
    else sink.add(SENTENCE.and(upToMost(sentence.index())));
    sink.add(DATES.and(upToMost(sentence.dates().size())));
    sink.add(DATE.and(upToMost(sentence.dates().indexOf(date))));
  }

  private static Word upToMost(int number) {
    return NUMBERS.get(Math.min(number, MOST));
  }

  /** How far the date lies from the day of publication: what is over is seldom news. */
  private static void tellDistance(RuledDate date, LocalDate day, FeatureSink sink) {
    List<Window> windows = date.windows();
    if (windows.isEmpty()) return;
    boolean sure = windows.size() == 1;
    sink.add((sure ? WHEN : WHEN_NEXT).and(Word.of(distance(day, windows.get(0)))));
    if (!sure) sink.add(WHEN_LAST.and(Word.of(distance(day, windows.get(1)))));
    if (date.over()) sink.add(OVER);
  }

  private static String distance(LocalDate day, Window window) {
    long days = ChronoUnit.DAYS.between(day, window.earliest());
    long far = Math.abs(days);
    if (far == 0) return "0";
    String side = days < 0 ? "-" : "+";
    if (far <= WEEK) return side + "week";
    if (far <= MONTH) return side + "month";
    if (far <= QUARTER) return side + "quarter";
    return side + (far <= YEAR ? "year" : "more");
  }

  private void tellWords(DateExpression date, FeatureSink sink) {
    for (int at = Math.max(sentence.from(), date.start() - REACH); at < date.start(); at++) {
      sink.add(BEFORE.and(word(date, at)));
    }
    for (int at = date.end(); at < Math.min(sentence.to(), date.end() + REACH); at++) {
      sink.add(AFTER.and(word(date, at)));
    }
    sink.add(followedBy(BEFORE_1, date, date.start() - 1, date.start()));
    sink.add(followedBy(BEFORE_2, date, date.start() - 2, date.start()));
    sink.add(followedBy(AFTER_1, date, date.end(), date.end() + 1));
    sink.add(followedBy(AFTER_2, date, date.end(), date.end() + 2));
  }

  private Feature followedBy(Feature start, DateExpression date, int from, int to) {
    Feature feature = start;
    for (int at = from; at < to; at++) feature = feature.and(word(date, at));
    return feature;
  }

  private void tellCues(DateExpression date, FeatureSink sink) {
    for (Cue cue : sentence.cues()) {
      Word kind = Feature.KINDS.of(cue.kind());
      if (cue.end() <= date.start()) {
        sink.add(CUE_BEFORE.and(kind));
        sink.add(CUE_BEFORE.and(NUMBERS.get(near(date.start() - cue.end() + 1))).and(kind));
      } else if (cue.start() >= date.end()) {
        sink.add(CUE_AFTER.and(kind));
        sink.add(CUE_AFTER.and(NUMBERS.get(near(cue.start() - date.end() + 1))).and(kind));
      } else {
        sink.add(CUE_IN.and(kind));
      }
    }
  }

  private void tellNames(DateExpression date, FeatureSink sink) {
    tellNearest(SUBJECT, true, date, sink);
    tellNearest(PRODUCT, false, date, sink);
  }

  /** Where the nearest name of the subject, or of something else, stands. */
  private void tellNearest(Feature kind, boolean ofSubject, DateExpression date, FeatureSink sink) {
    int before = NOWHERE;
    int after = NOWHERE;
    for (Name name : sentence.names()) {
      if (scope.isSubject(name) != ofSubject) continue;
      if (name.end() <= date.start())
        before = Math.min(before, near(date.start() - name.end() + 1));
      else after = Math.min(after, near(name.start() - date.end() + 1));
    }
    int nearest = Math.min(before, after);
    if (nearest == NOWHERE) sink.add(kind.and(NONE));
    else sink.add(kind.and(NUMBERS.get(nearest)).and(after == nearest ? BEHIND : AHEAD));
  }

  /** 1: side by side; {@link #FARTHEST}: out of reach. */
  private static int near(int distance) {
    return distance <= 1
        ? 1
        : distance <= 3 ? 2 : distance <= 6 ? 3 : distance <= 12 ? 4 : FARTHEST;
  }

  private Word word(DateExpression date, int at) {
    boolean own = date.start() <= at && at < date.end();
    boolean other = !own && at >= sentence.from() && dated.get(at - sentence.from());
    return other ? DATED : words.word(at);
  }
}
