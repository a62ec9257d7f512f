package slipstream.analysis.cues;

/**
 * A cue found in a text.
 *
 * @param start its first token
 * @param end after its last token
 * @param rule the line of {@code cues.txt} that read it
 */
public record Cue(CueKind kind, int start, int end, String rule) {}
