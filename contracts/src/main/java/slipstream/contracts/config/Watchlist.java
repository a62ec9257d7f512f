package slipstream.contracts.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is watched: {@code watchlist.yaml}.
 *
 * @param subjects products whose release is watched
 * @param themes subject matters without a release
 * @param origins outlets that others quote
 * @param events of the trade and festival calendar
 * @param lists lists of words under a name, so that conditions can share one: {@code $name} in
 *     {@code require}, {@code near}, {@code then}, {@code not}, {@code context} or {@code exclude}
 *     stands for its words
 */
public record Watchlist(
    List<Subject> subjects,
    List<Theme> themes,
    List<NamedOrigin> origins,
    List<CalendarEvent> events,
    Map<String, List<String>> lists) {
  public Watchlist {
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    themes = themes == null ? List.of() : List.copyOf(themes);
    origins = origins == null ? List.of() : List.copyOf(origins);
    events = events == null ? List.of() : List.copyOf(events);
    lists = lists == null ? Map.of() : Map.copyOf(lists);
    var ids = new HashSet<String>();
    Stream.concat(subjects.stream().map(Subject::id), themes.stream().map(Theme::id))
        .forEach(
            id -> {
              if (!ids.add(id)) throw new IllegalArgumentException("id '" + id + "' is used twice");
            });
    for (var condition : conditions(subjects, themes).toList()) words(lists, condition);
  }

  public Optional<Subject> subject(String id) {
    return subjects.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** A watchlist without named lists. */
  public Watchlist(
      List<Subject> subjects,
      List<Theme> themes,
      List<NamedOrigin> origins,
      List<CalendarEvent> events) {
    this(subjects, themes, origins, events, Map.of());
  }

  /**
   * The words of a condition, those of named lists in place of {@code $name}.
   *
   * @throws IllegalArgumentException naming a list that does not exist
   */
  public List<String> words(List<String> condition) {
    return words(lists, condition);
  }

  private static List<String> words(Map<String, List<String>> lists, List<String> condition) {
    return condition.stream().flatMap(word -> expand(lists, word)).toList();
  }

  private static Stream<String> expand(Map<String, List<String>> lists, String word) {
    if (!word.startsWith("$")) return Stream.of(word);
    List<String> list = lists.get(word.substring(1));
    if (list == null) throw new IllegalArgumentException("there is no list '" + word + "'");
    return list.stream();
  }

  private static Stream<List<String>> conditions(List<Subject> subjects, List<Theme> themes) {
    var terms =
        Stream.concat(
            subjects.stream().flatMap(subject -> subject.descriptions().stream()),
            themes.stream().flatMap(theme -> theme.terms().stream()));
    return Stream.of(
            subjects.stream().flatMap(s -> Stream.of(s.context(), s.exclude(), s.not())),
            themes.stream().map(Theme::exclude),
            terms.flatMap(t -> Stream.of(t.require(), t.near(), t.then(), t.not())))
        .flatMap(lists -> lists);
  }
}
