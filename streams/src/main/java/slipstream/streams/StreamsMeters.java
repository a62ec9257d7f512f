package slipstream.streams;

import static java.util.Locale.ROOT;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import slipstream.contracts.Change;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.Verdict;

/** What the topology counts. Safe for several stream threads. */
public final class StreamsMeters {
  private final MeterRegistry registry;

  public StreamsMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A version of an item came that had been read before. */
  public void itemRepeated() {
    counter("slipstream.items.repeated", "Item versions that had been read before").increment();
  }

  /** A version of an item was taken up, or took back what an earlier one said. */
  public void item(Mention mention, boolean isNew) {
    String status = mention.isRetraction() ? "retracted" : isNew ? "new" : "updated";
    counter(
            "slipstream.items",
            "Item versions that name what is watched",
            "watched",
            mention.watched(),
            "status",
            status)
        .increment();
  }

  /** A claim got a verdict for the first time, or another one. */
  public void judged(LedgerClaim claim) {
    Verdict verdict = claim.verdict();
    if (verdict == null) return;
    String subject = claim.claim().subject();
    counter(
            "slipstream.claims",
            "Claims judged by the ledger",
            "subject",
            subject,
            "status",
            label(claim.claim().status()),
            "certainty",
            label(claim.claim().certainty()))
        .increment();
  }

  public void raised(Change change) {
    counter(
            "slipstream.changes.raised",
            "Changes announced",
            "subject",
            change.subject(),
            "kind",
            label(change.kind()))
        .increment();
  }

  /**
   * @param reason one of a few words
   */
  void deadLetter(String reason) {
    counter("slipstream.dead.letters", "Records put aside", "stage", "streams", "reason", reason)
        .increment();
  }

  private Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  /** As on the wire. */
  private static String label(Enum<?> value) {
    return value.name().toLowerCase(ROOT).replace('_', '-');
  }
}
