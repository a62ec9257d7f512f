package slipstream.analysis.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Term;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;

/** Turns a watchlist into phrases to look for and rules that judge them. */
final class RuleBook {
  /** A name such as "OR" that without its capitals is a common word. */
  private static final Pattern SHORT_CAPITALS = Pattern.compile("\\p{Lu}{2,3}");

  /** A one-word name such as "Harbour" that in lower case is a common word. */
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{L}+");

  /** A word written like a name: the numeral of "Part II" is none. */
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{L}*\\p{Ll}{2}\\p{L}*");

  /**
   * Letters and digits in one word, three of them or more: one letter and a digit are shared by too
   * many.
   */
  private static final Pattern CODE =
      Pattern.compile("\\b(?=\\w{3})(?=\\w*\\p{Lu})(?=\\w*\\d)[\\p{Alnum}]+\\b");

  /** Fewer letters are as likely a word as a name. */
  private static final int SHORTEST_MAKER = 4;

  private final PhraseTrie trie = new PhraseTrie();
  private final List<List<Rule>> rules = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<List<String>, Labels> sets = new HashMap<>();

  /** Ids of the subjects by each name and alias, in lower case. */
  private final Map<String, Set<String>> named = new HashMap<>();

  private final Watchlist watchlist;

  RuleBook(Watchlist watchlist) {
    this.watchlist = watchlist;
    watchlist.subjects().forEach(this::addNames);
    watchlist.subjects().forEach(this::addSubject);
    watchlist.themes().forEach(this::addTheme);
  }

  PhraseTrie trie() {
    return trie;
  }

  /** By label. */
  List<List<Rule>> rules() {
    return rules;
  }

  private void addSubject(Subject subject) {
    var adder = new Adder(subject.id(), WatchedKind.SUBJECT, subject.exclude());
    adder.add(subject.name(), nameCondition(subject.name()));
    var sense = senseOf(subject);
    for (String alias : subject.aliases()) {
      var conditions = new ArrayList<>(nameCondition(alias));
      boolean plain =
          isTitle(subject, alias) || namesOwner(subject, alias) || isDistinctive(subject, alias);
      if (!plain) conditions.addAll(sense);
      if (!plain && CAPITALISED.matcher(alias).matches()) conditions.add(Namesakes.of(subject));
      adder.add(alias, conditions);
    }
    for (String other : NumberedNames.of(subject.name())) {
      if (!subject.exclude().contains(other)) adder.add(other, sense);
    }
    subject.descriptions().forEach(adder::add);
  }

  /** What stands behind the series in {@code Series: Title}, when it has several words. */
  private static boolean isTitle(Subject subject, String alias) {
    String name = subject.name();
    return alias.indexOf(' ') > 0 && (name.endsWith(": " + alias) || name.endsWith("- " + alias));
  }

  /**
   * An alias that holds the owner's name, or of several words one: the "Acme pickup" of Acme Cars.
   */
  private static boolean namesOwner(Subject subject, String alias) {
    String owner = subject.owner();
    if (owner == null) return false;
    String lower = alias.toLowerCase(Locale.ROOT);
    if (lower.contains(owner.toLowerCase(Locale.ROOT))) return true;
    String maker = owner.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    return maker.length() >= SHORTEST_MAKER && lower.startsWith(maker + " ");
  }

  /**
   * An alias that hardly means anything else, so that it needs no context: a code such as "XQ75" or
   * two words such as "Silver Road"; not when a namesake is watched or excluded.
   */
  private boolean isDistinctive(Subject subject, String alias) {
    long names = Stream.of(alias.split(" ")).filter(w -> NAME.matcher(w).matches()).count();
    if (names < 2 && !CODE.matcher(alias).find()) return false;
    String lower = alias.toLowerCase(Locale.ROOT);
    return named.getOrDefault(lower, Set.of()).size() < 2
        && subject.exclude().stream().noneMatch(e -> e.toLowerCase(Locale.ROOT).contains(lower));
  }

  private void addNames(Subject subject) {
    Stream.concat(Stream.of(subject.name()), subject.aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .forEach(name -> named.computeIfAbsent(name, n -> new HashSet<>()).add(subject.id()));
  }

  /** What makes an ambiguous alias mean the subject. */
  private List<Condition> senseOf(Subject subject) {
    var sense = new ArrayList<Condition>();
    if (!subject.context().isEmpty()) {
      Labels context = set(subject.context());
      sense.add((passage, at) -> context.anyIn(passage));
      if (!subject.not().isEmpty()) sense.add(unrivalled(context, set(subject.not())));
    }
    return List.copyOf(sense);
  }

  /**
   * A rival word in the sentence decides against; so does one in the sentence before, and for a
   * title one anywhere, unless a context word stands nearer.
   */
  private static Condition unrivalled(Labels context, Labels rivals) {
    return (passage, at) -> {
      if (!rivals.anyIn(passage)) return true;
      if (passage.near(at, rivals)) return false;
      return passage.near(at, context)
          || !(passage.isTitle() || passage.inSentenceBefore(at, rivals));
    };
  }

  private static List<Condition> nameCondition(String name) {
    if (SHORT_CAPITALS.matcher(name).matches()) return List.of(exactly(name));
    if (!CAPITALISED.matcher(name).matches()) return List.of();
    return List.of(
        (passage, at) ->
            Character.isUpperCase(passage.text().charAt(passage.occurrences().get(at).start())));
  }

  private static Condition exactly(String words) {
    return (passage, at) -> {
      Occurrence found = passage.occurrences().get(at);
      return words.contentEquals(passage.text().substring(found.start(), found.end()));
    };
  }

  private void addTheme(Theme theme) {
    var adder = new Adder(theme.id(), WatchedKind.THEME, theme.exclude());
    theme.terms().forEach(adder::add);
  }

  /** Adds the phrases of one subject or theme. */
  private final class Adder {
    private final String watched;
    private final WatchedKind kind;
    private final List<Condition> notExcluded;

    Adder(String watched, WatchedKind kind, List<String> exclude) {
      this.watched = watched;
      this.kind = kind;
      this.notExcluded = exclude.isEmpty() ? List.of() : List.of(outside(set(exclude)));
    }

    void add(Term term) {
      List<Condition> conditions = conditionsOf(term);
      add(term.term(), term.exactCase(), conditions);
      for (String words : term.also()) add(words, term.exactCase(), conditions);
    }

    private void add(String words, boolean exactCase, List<Condition> conditions) {
      if (!exactCase) add(words, conditions);
      else add(words, Stream.concat(Stream.of(exactly(words)), conditions.stream()).toList());
    }

    void add(String words, List<Condition> conditions) {
      var all =
          notExcluded.isEmpty()
              ? conditions
              : Stream.concat(conditions.stream(), notExcluded.stream()).toList();
      rules.get(label(words)).add(new Rule(watched, kind, all));
    }
  }

  private static Condition outside(Labels phrases) {
    return (passage, at) -> !passage.inside(at, phrases);
  }

  private List<Condition> conditionsOf(Term term) {
    var conditions = new ArrayList<Condition>();
    if (!term.require().isEmpty()) {
      Labels require = set(term.require());
      conditions.add((passage, at) -> require.anyIn(passage));
    }
    if (!term.near().isEmpty()) {
      Labels near = set(term.near());
      boolean carry = term.carry();
      conditions.add(
          (passage, at) -> passage.near(at, near) || (carry && passage.inSentenceBefore(at, near)));
    }
    if (!term.then().isEmpty()) {
      Labels then = set(term.then());
      conditions.add((passage, at) -> passage.follows(at, then));
    }
    if (!term.not().isEmpty()) {
      Labels not = set(term.not());
      conditions.add((passage, at) -> !passage.near(at, not));
    }
    return List.copyOf(conditions);
  }

  private Labels set(List<String> phrases) {
    return sets.computeIfAbsent(
        phrases, all -> new Labels(watchlist.words(all).stream().mapToInt(this::label).toArray()));
  }

  private int label(String phrase) {
    Integer known = labels.get(phrase);
    if (known != null) return known;
    int label = rules.size();
    labels.put(phrase, label);
    rules.add(new ArrayList<>(1));
    for (String spelling : Spellings.of(phrase)) trie.add(spelling, label);
    return label;
  }
}
