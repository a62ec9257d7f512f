package slipstream.streams;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import slipstream.analysis.Analyzer;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;

/**
 * The reading of news in force: replaced as a whole when the watchlist changes.
 *
 * @param version of the watchlist
 * @param subjects ids of the watched subjects
 * @param themes ids of the watched themes
 * @param reader what one item version says of all that is watched; the same item, the same mentions
 */
public record Analysis(
    String version,
    Set<String> subjects,
    Set<String> themes,
    Function<NewsItem, List<Mention>> reader) {

  public static Analysis of(Watchlist watchlist, String version) {
    return new Analysis(
        version,
        watchlist.subjects().stream().map(Subject::id).collect(toUnmodifiableSet()),
        watchlist.themes().stream().map(Theme::id).collect(toUnmodifiableSet()),
        Analyzer.of(watchlist, version)::analyze);
  }
}
