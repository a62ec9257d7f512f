package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news item, cut into sentences.
 *
 * @param sentences its title, then the sentences of its text
 * @param day of publication; null when unknown
 * @param outlet who published it
 */
record ReadItem(List<ReadSentence> sentences, @Nullable LocalDate day, String outlet) {}
