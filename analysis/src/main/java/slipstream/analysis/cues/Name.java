package slipstream.analysis.cues;

/**
 * A product's name in a text.
 *
 * @param watched id of the watched subject; empty for another product
 * @param start its first token
 * @param end after its last token
 */
public record Name(String watched, int start, int end) {}
