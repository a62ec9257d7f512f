package slipstream.ingest.article;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Publication;

/**
 * What was read from an article page.
 *
 * @param url canonical address; null when the page names none and none was given
 * @param title plain text; null when none was found
 * @param text main text, paragraphs separated by a blank line; may be empty
 * @param author as printed
 * @param outlet name of the site
 * @param language BCP 47 tag
 * @param published with its provenance
 * @param day day of publication in the zone of the page, which need not be the day in UTC
 * @param quality 0 to 1: how surely the text is an article's and all of it
 * @param refusal why this is no article, in one line; null = it is one
 */
public record Article(
    @Nullable String url,
    @Nullable String title,
    String text,
    @Nullable String author,
    @Nullable String outlet,
    @Nullable String language,
    @Nullable Publication published,
    @Nullable LocalDate day,
    double quality,
    @Nullable String refusal) {}
