package slipstream.streams.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import slipstream.contracts.Change;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Tick;
import slipstream.streams.JsonStore;

/** The stores of the ledger: what is few is kept in memory, what grows on disk. */
final class LedgerStores {
  private static final String CLAIMS = "ledger-claims";
  private static final String CHANGES = "ledger-changes";
  private static final String REJECTIONS = "ledger-rejections";
  private static final String SUBJECTS = "ledger-subjects";
  private static final String CLOCK = "ledger-clock";
  private static final String NOW = "now";

  private final KeyValueStore<String, LedgerClaim> claims;
  private final KeyValueStore<String, Change> changes;
  private final KeyValueStore<String, ClaimOverride> rejections;
  private final KeyValueStore<String, SubjectState> subjects;
  private final KeyValueStore<String, Tick> clock;

  LedgerStores(ProcessorContext<?, ?> context) {
    claims = context.getStateStore(CLAIMS);
    changes = context.getStateStore(CHANGES);
    rejections = context.getStateStore(REJECTIONS);
    subjects = context.getStateStore(SUBJECTS);
    clock = context.getStateStore(CLOCK);
  }

  static List<StoreBuilder<?>> builders() {
    return List.of(
        JsonStore.persistent(CLAIMS, LedgerClaim.class),
        JsonStore.persistent(CHANGES, Change.class),
        JsonStore.inMemory(REJECTIONS, ClaimOverride.class),
        JsonStore.inMemory(SUBJECTS, SubjectState.class),
        JsonStore.inMemory(CLOCK, Tick.class),
        RelatedItems.store());
  }

  SubjectLedger load(String subject) {
    var ledger = new SubjectLedger(subject);
    SubjectState state = subjects.get(subject);
    if (state != null) ledger.set(state);
    each(claims, subject, entry -> ledger.put(entry.value));
    each(changes, subject, entry -> ledger.add(entry.value));
    each(rejections, subject, entry -> ledger.reject(entry.value.claim()));
    return ledger;
  }

  List<String> subjects() {
    var ids = new ArrayList<String>();
    try (var all = subjects.all()) {
      all.forEachRemaining(entry -> ids.add(entry.key));
    }
    return ids;
  }

  void put(LedgerClaim claim) {
    claims.put(claimKey(claim.claim().subject(), claim.id()), claim);
  }

  void deleteClaim(String subject, String claimId) {
    claims.delete(claimKey(subject, claimId));
  }

  /** Adds a change after those there are. */
  void put(SubjectLedger ledger, Change change) {
    ledger.add(change);
    changes.put("%s|%09d".formatted(change.subject(), ledger.announced().size()), change);
  }

  void put(String subject, SubjectState state) {
    subjects.put(subject, state);
  }

  void put(String key, ClaimOverride override) {
    rejections.put(key, override);
  }

  void deleteRejection(String key) {
    rejections.delete(key);
  }

  /** The last tick; the beginning of time before the first. */
  Instant now() {
    Tick tick = clock.get(NOW);
    return tick == null ? Instant.EPOCH : tick.now();
  }

  /** Time never goes back. */
  void tick(Instant now) {
    if (now.isAfter(now())) clock.put(NOW, new Tick(now));
  }

  static String claimKey(String subject, String claimId) {
    return subject + "|" + claimId;
  }

  private static <V> void each(
      KeyValueStore<String, V> store, String subject, Consumer<KeyValue<String, V>> action) {
    try (var entries = store.prefixScan(subject + "|", new StringSerializer())) {
      entries.forEachRemaining(action);
    }
  }
}
