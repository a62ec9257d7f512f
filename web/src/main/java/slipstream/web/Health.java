package slipstream.web;

/**
 * How one part of the process is doing.
 *
 * @param name of the part, such as {@code streams}
 * @param ok false when it needs a person
 * @param detail progress and lag, or what is wrong, in a few words without secrets
 */
public record Health(String name, boolean ok, String detail) {}
