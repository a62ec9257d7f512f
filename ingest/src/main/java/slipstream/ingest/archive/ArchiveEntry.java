package slipstream.ingest.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Provenance;
import slipstream.contracts.Tier;

/**
 * One item as it stands in a .jsonl or .json file.
 *
 * @param published day or instant, ISO 8601
 * @param basis where the date comes from: {@code estimated...}, {@code url}, else the file itself
 * @param estimated true marks the date as estimated whatever the basis
 */
record ArchiveEntry(
    @Nullable String url,
    @Nullable String outlet,
    @Nullable Tier tier,
    @Nullable String title,
    @Nullable String text,
    @Nullable String published,
    @JsonProperty("published_basis") @Nullable String basis,
    boolean estimated,
    @Nullable String language,
    @Nullable String author,
    boolean sample) {

  Provenance provenance() {
    if (estimated || (basis != null && basis.startsWith("estimated"))) return Provenance.ESTIMATED;
    return "url".equals(basis) ? Provenance.URL : Provenance.FILE;
  }
}
