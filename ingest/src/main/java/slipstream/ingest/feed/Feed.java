package slipstream.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed holds, whatever its format. Texts may hold markup.
 *
 * @param link of the site
 * @param ttl how long it asks not to be polled again; null = it does not
 * @param next address of the next page or archive document (RFC 5005); null = none
 */
public record Feed(
    @Nullable String title,
    @Nullable String link,
    @Nullable String id,
    @Nullable String description,
    @Nullable String published,
    @Nullable String updated,
    @Nullable String language,
    @Nullable Duration ttl,
    @Nullable String next,
    List<FeedEntry> entries) {}
