package slipstream.ingest.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import slipstream.contracts.Provenance;
import slipstream.contracts.Tier;
import slipstream.contracts.kafka.Json;

/**
 * What stands beside NAME.txt in NAME.meta.json.
 *
 * @param published day or instant
 * @param basis where the date comes from; one that begins with "estimated" marks it so
 */
record Sidecar(
    @Nullable String outlet,
    @Nullable String published,
    @Nullable String basis,
    @Nullable String url,
    @Nullable String title,
    @Nullable String author,
    @Nullable String language,
    @JsonProperty("tier") @Nullable Tier tier) {
  private static final Logger log = LoggerFactory.getLogger(Sidecar.class);
  static final Sidecar NONE = new Sidecar(null, null, null, null, null, null, null, null);

  /** The sidecar of a file; empty when there is none, or none that can be read. */
  static Sidecar of(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Path sidecar = file.resolveSibling(name.substring(0, dot) + ".meta.json");
    if (!Files.exists(sidecar)) return NONE;
    try {
      return of(sidecar.toString(), Files.readAllBytes(sidecar));
    } catch (IOException e) {
      log.warn("{}: not used: {}", sidecar, e.toString());
      return NONE;
    }
  }

  /** What a sidecar says; empty when it cannot be read. */
  static Sidecar of(String name, byte[] content) {
    try {
      return Json.MAPPER.readValue(content, Sidecar.class);
    } catch (JacksonException e) {
      log.warn("{}: not used: {}", name, Json.reason(e));
    } catch (IOException e) {
      log.warn("{}: not used: {}", name, e.toString());
    }
    return NONE;
  }

  Provenance provenance() {
    return basis != null && basis.startsWith("estimated")
        ? Provenance.ESTIMATED
        : Provenance.SIDECAR;
  }
}
