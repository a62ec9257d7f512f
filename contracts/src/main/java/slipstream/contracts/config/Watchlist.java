package slipstream.contracts.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is watched: {@code watchlist.yaml}.
 *
 * @param subjects products whose release is watched
 * @param themes subject matters without a release
 * @param origins outlets that others quote
 * @param events of the trade and festival calendar
 */
public record Watchlist(
    List<Subject> subjects,
    List<Theme> themes,
    List<NamedOrigin> origins,
    List<CalendarEvent> events) {
  public Watchlist {
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    themes = themes == null ? List.of() : List.copyOf(themes);
    origins = origins == null ? List.of() : List.copyOf(origins);
    events = events == null ? List.of() : List.copyOf(events);
    var ids = new HashSet<String>();
    Stream.concat(subjects.stream().map(Subject::id), themes.stream().map(Theme::id))
        .forEach(
            id -> {
              if (!ids.add(id)) throw new IllegalArgumentException("id '" + id + "' is used twice");
            });
  }

  public Optional<Subject> subject(String id) {
    return subjects.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
