package slipstream.contracts;

/**
 * Where a watched name stands.
 *
 * @param start offset of the first UTF-16 unit, inclusive
 * @param end offset after the last UTF-16 unit, exclusive
 * @param inTitle true when the offsets count in the title instead of the text
 */
public record Span(int start, int end, boolean inTitle) {}
