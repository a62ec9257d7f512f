package slipstream.analysis.claims;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import slipstream.analysis.claims.ReadSentence.Name;
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

  private static final int WEEK = 7;
  private static final int MONTH = 31;
  private static final int QUARTER = 100;
  private static final int YEAR = 370;

  /** What a cue before, behind or in a date is called, for each kind and distance. */
  private static final Map<CueKind, CueNames> CUES = CueNames.all();

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
    String rule = ruled.rule().name();
    sink.add("role", rule);
    sink.add("own", String.valueOf(ruled.own()));
    sink.add("role", rule, "own " + ruled.own());
    sink.add("other-milestone", String.valueOf(ruled.otherMilestone()));
    tellDate(date, sink);
    tellWords(date, sink);
    tellCues(date, sink);
    tellNames(date, sink);
    article.tell(ruled, sink);
    if (article.day() != null) tellDistance(ruled, article.day(), sink);
  }

  private void tellDate(DateExpression date, FeatureSink sink) {
    sink.add("period", date.period().getClass().getSimpleName());
    sink.add("bound", date.bound().name());
    sink.add("led-by", words(date, date.start(), date.core()));
    if (sentence.inTitle()) sink.add("title", "");
    else sink.add("sentence", upToMost(sentence.index()));
    sink.add("dates", upToMost(sentence.dates().size()));
    sink.add("date", upToMost(sentence.dates().indexOf(date)));
  }

  private static String upToMost(int number) {
    return String.valueOf(Math.min(number, MOST));
  }

  /** How far the date lies from the day of publication: what is over is seldom news. */
  private static void tellDistance(RuledDate date, LocalDate day, FeatureSink sink) {
    List<Window> windows = date.windows();
    if (windows.isEmpty()) return;
    boolean sure = windows.size() == 1;
    sink.add(sure ? "when" : "when-next", distance(day, windows.get(0)));
    if (!sure) sink.add("when-last", distance(day, windows.get(1)));
    if (date.over()) sink.add("over", "");
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
      sink.add("before", word(date, at));
    }
    for (int at = date.end(); at < Math.min(sentence.to(), date.end() + REACH); at++) {
      sink.add("after", word(date, at));
    }
    sink.add("before-1", words(date, date.start() - 1, date.start()));
    sink.add("before-2", words(date, date.start() - 2, date.start()));
    sink.add("after-1", words(date, date.end(), date.end() + 1));
    sink.add("after-2", words(date, date.end(), date.end() + 2));
  }

  private void tellCues(DateExpression date, FeatureSink sink) {
    for (Cue cue : sentence.cues()) {
      CueNames names = Objects.requireNonNull(CUES.get(cue.kind()));
      if (cue.end() <= date.start()) {
        sink.add("cue", names.before().get(0));
        sink.add("cue", names.before().get(near(date.start() - cue.end() + 1)));
      } else if (cue.start() >= date.end()) {
        sink.add("cue", names.after().get(0));
        sink.add("cue", names.after().get(near(cue.start() - date.end() + 1)));
      } else {
        sink.add("cue", names.in());
      }
    }
  }

  /**
   * @param before at any distance, then by {@link #near}
   * @param after at any distance, then by {@link #near}
   */
  private record CueNames(List<String> before, List<String> after, String in) {
    static Map<CueKind, CueNames> all() {
      var all = new EnumMap<CueKind, CueNames>(CueKind.class);
      for (CueKind kind : CueKind.values()) {
        all.put(kind, new CueNames(of("before", kind), of("after", kind), "in " + kind));
      }
      return all;
    }

    private static List<String> of(String side, CueKind kind) {
      var names = new ArrayList<String>();
      names.add(side + " " + kind);
      for (int near = 1; near <= FARTHEST; near++) names.add(side + " " + near + " " + kind);
      return List.copyOf(names);
    }
  }

  private void tellNames(DateExpression date, FeatureSink sink) {
    String subject = "none";
    String other = "none";
    for (Name name : sentence.names()) {
      if (scope.isSubject(name)) subject = nearer(date, subject, name);
      else other = nearer(date, other, name);
    }
    sink.add("subject", subject);
    sink.add("product", other);
  }

  /** Where a name stands, if nearer than what is known. */
  private static String nearer(DateExpression date, String known, Name name) {
    boolean before = name.end() <= date.start();
    int distance = before ? date.start() - name.end() + 1 : name.start() - date.end() + 1;
    String place = near(distance) + (before ? " before" : " after");
    return known.equals("none") || place.compareTo(known) < 0 ? place : known;
  }

  /** 1: side by side; {@link #FARTHEST}: out of reach. */
  private static int near(int distance) {
    return distance <= 1
        ? 1
        : distance <= 3 ? 2 : distance <= 6 ? 3 : distance <= 12 ? 4 : FARTHEST;
  }

  private String words(DateExpression date, int from, int to) {
    if (to - from == 1) return word(date, from);
    var words = new StringJoiner(" ");
    for (int at = from; at < to; at++) words.add(word(date, at));
    return words.toString();
  }

  private String word(DateExpression date, int at) {
    boolean own = date.start() <= at && at < date.end();
    boolean other = !own && at >= sentence.from() && dated.get(at - sentence.from());
    return other ? "DATE" : words.word(at);
  }
}
