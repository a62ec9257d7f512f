package slipstream.ingest.feed;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed. Texts may hold markup.
 *
 * @param id guid or Atom id
 * @param published as written
 * @param updated as written
 * @param summary short text
 * @param content full text
 */
public record FeedEntry(
    @Nullable String title,
    @Nullable String link,
    @Nullable String id,
    @Nullable String published,
    @Nullable String updated,
    @Nullable String summary,
    @Nullable String content,
    @Nullable String author) {}
