package slipstream.analysis.match;

import slipstream.contracts.Span;
import slipstream.contracts.WatchedKind;

/**
 * A watched name found in an item.
 *
 * @param watched id of the subject or theme
 * @param kind whether it is a subject or a theme
 * @param span where it stands
 */
public record Hit(String watched, WatchedKind kind, Span span) {}
