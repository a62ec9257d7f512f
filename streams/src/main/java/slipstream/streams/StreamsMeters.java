package slipstream.streams;

import static java.util.Locale.ROOT;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Decision;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.Verdict;

/** What the topology counts. Safe for several stream threads. */
public final class StreamsMeters {
  private static final String NEW = "new";
  private static final String UPDATED = "updated";
  private static final String RETRACTED = "retracted";
  private static final List<String> ITEM_STATUSES = List.of(NEW, UPDATED, RETRACTED);

  private final MeterRegistry registry;

  public StreamsMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows every counter at 0 from the start: one that is born at 1 never alerts. */
  void expect(Analysis analysis) {
    repeated();
    late();
    folded();
    for (String reason : DeadLetters.REASONS) deadLetters(reason);
    Stream.concat(analysis.subjects().stream(), analysis.themes().stream())
        .forEach(watched -> ITEM_STATUSES.forEach(status -> items(watched, status)));
    for (String subject : analysis.subjects()) {
      for (ChangeKind kind : ChangeKind.values()) raised(subject, kind);
      for (Decision decision : Decision.values()) {
        if (decision != Decision.CHANGED) suppressed(subject, decision);
      }
    }
  }

  /** A version of an item came that had been read before. */
  public void itemRepeated() {
    repeated().increment();
  }

  /** A version of an item was taken up, or took back what an earlier one said. */
  public void item(Mention mention, boolean isNew) {
    String status = mention.isRetraction() ? RETRACTED : isNew ? NEW : UPDATED;
    items(mention.watched(), status).increment();
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
    if (verdict.decision() != Decision.CHANGED) suppressed(subject, verdict.decision()).increment();
  }

  /**
   * An item was published before the newest one of its subject: it goes to its place in history.
   */
  public void itemLate() {
    late().increment();
  }

  /** An item is a copy: it was folded into the story of another one. */
  public void itemFolded() {
    folded().increment();
  }

  public void raised(Change change) {
    raised(change.subject(), change.kind()).increment();
  }

  /**
   * @param reason one of {@link DeadLetters#REASONS}
   */
  void deadLetter(String reason) {
    deadLetters(reason).increment();
  }

  private Counter late() {
    return counter(
        "slipstream.records.late",
        "Mentions older than the newest of their subject",
        "stage",
        "ledger");
  }

  private Counter folded() {
    return counter(
        "slipstream.records.folded", "Mentions folded into a story as copies", "stage", "stories");
  }

  private Counter suppressed(String subject, Decision reason) {
    return counter(
        "slipstream.changes.suppressed",
        "Claims that changed nothing, by what was decided",
        "subject",
        subject,
        "reason",
        label(reason));
  }

  private Counter repeated() {
    return counter("slipstream.items.repeated", "Item versions that had been read before");
  }

  private Counter items(String watched, String status) {
    return counter(
        "slipstream.items",
        "Item versions that name what is watched",
        "watched",
        watched,
        "status",
        status);
  }

  private Counter raised(String subject, ChangeKind kind) {
    return counter(
        "slipstream.changes.raised", "Changes announced", "subject", subject, "kind", label(kind));
  }

  private Counter deadLetters(String reason) {
    return counter(
        "slipstream.dead.letters", "Records put aside", "stage", "streams", "reason", reason);
  }

  private Counter counter(String name, String description, String... tags) {
    return Counter.builder(name).description(description).tags(tags).register(registry);
  }

  /** As on the wire. */
  private static String label(Enum<?> value) {
    return value.name().toLowerCase(ROOT).replace('_', '-');
  }
}
