package slipstream.contracts;

import static slipstream.contracts.Required.field;

import java.time.Instant;

/**
 * A validated configuration file, on {@code config.*}, keyed by its name, compacted.
 *
 * @param name of the file, such as {@code watchlist.yaml}
 * @param version hash of the content, 12 hex digits
 * @param content the file as it was applied, YAML
 * @param appliedAt when
 */
public record ConfigFile(String name, String version, String content, Instant appliedAt) {
  public ConfigFile {
    field(name, "name");
    field(version, "version");
    field(content, "content");
    field(appliedAt, "appliedAt");
  }
}
