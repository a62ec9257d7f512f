package slipstream.streams.ledger;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.ledger.Announcements;
import slipstream.analysis.ledger.Fold;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimOverride;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.WatchedKind;
import slipstream.streams.Analysis;
import slipstream.streams.StreamsMeters;
import slipstream.streams.ledger.LedgerEvent.Ruled;
import slipstream.streams.ledger.LedgerEvent.Ticked;
import slipstream.streams.ledger.LedgerEvent.Told;
import slipstream.streams.story.StoryUpdate;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * Holds the claims of each subject and folds them anew whenever they, the clock's day or a person's
 * ruling change; forwards what the fold gives other than before, and announces what is new.
 *
 * <p>Fresh changes are announced at once; changes of a backfill and corrections at the next tick,
 * as one consistent history: items of the past arrive in any order.
 *
 * <p>A ledger that meets announcements it has not made itself is being rebuilt: half of the past
 * would seem to undo the other half, so it announces nothing until a tick says that all was read.
 */
public final class ClaimLedger extends ContextualProcessor<String, LedgerEvent, String, Object> {
  public static final String CLAIMS_SINK = "release-claims-sink";
  public static final String OUTLOOKS_SINK = "release-outlooks-sink";
  public static final String CHANGES_SINK = "alerts-changes-sink";

  private static final int RELATED = 10;

  private final Supplier<Analysis> analysis;
  private final Function<String, List<Change>> history;
  private final boolean announces;
  private final Duration relatedKept;
  private final StreamsMeters meters;
  private final Map<String, SubjectLedger> ledgers = new HashMap<>();

  @SuppressWarnings("NullAway.Init")
  private LedgerStores stores;

  @SuppressWarnings("NullAway.Init")
  private RelatedItems related;

  /**
   * @param history every change ever announced for a subject, oldest first, whoever announced it
   * @param announces false while another generation does: what is told is settled afterwards
   * @param relatedKept how long after it was learned an item may go with a change as related
   */
  public ClaimLedger(
      Supplier<Analysis> analysis,
      Function<String, List<Change>> history,
      boolean announces,
      Duration relatedKept,
      StreamsMeters meters) {
    this.analysis = analysis;
    this.history = history;
    this.announces = announces;
    this.relatedKept = relatedKept;
    this.meters = meters;
  }

  public static List<StoreBuilder<?>> stores() {
    return LedgerStores.builders();
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    super.init(context);
    stores = new LedgerStores(context);
    related = new RelatedItems(context, analysis, relatedKept);
    ledgers.clear();
  }

  @Override
  public void process(Record<String, LedgerEvent> record) {
    LedgerEvent event = record.value();
    if (event instanceof Told told) {
      tell(record.key(), told.update(), record.timestamp());
    } else if (event instanceof Ticked ticked) {
      tick(ticked.now(), record.timestamp());
    } else if (event instanceof Ruled ruled) {
      rule(record.key(), ruled.override(), record.timestamp());
    }
  }

  private void tell(String subject, StoryUpdate update, long time) {
    if (update.mention().kind() != WatchedKind.SUBJECT) return;
    var ledger = ledger(subject);
    var touched = new TreeSet<String>();
    for (Move move : update.moves()) {
      touched.addAll(ledger.apply(move));
      related.apply(move);
    }
    var mention = update.mention();
    if (ledger.isPast(mention.item().published())) meters.itemLate();
    ledger.hear(mention.item().published(), Instant.ofEpochMilli(time), mention.config());
    keep(ledger, touched);
    if (!touched.isEmpty() || ledger.isDue(clock(ledger))) fold(ledger, touched, time, false);
  }

  private void tick(Instant now, long time) {
    stores.tick(now);
    for (String subject : stores.subjects()) fold(ledger(subject), Set.of(), time, true);
  }

  private void rule(String key, @Nullable ClaimOverride override, long time) {
    int bar = key.indexOf('|');
    var ledger = ledger(key.substring(0, bar));
    if (override == null) {
      stores.deleteRejection(key);
      ledger.accept(key.substring(bar + 1));
    } else {
      stores.put(key, override);
      ledger.reject(override.claim());
    }
    fold(ledger, Set.of(), time, false);
  }

  private SubjectLedger ledger(String subject) {
    return ledgers.computeIfAbsent(subject, stores::load);
  }

  private Instant clock(SubjectLedger ledger) {
    Instant newest = ledger.state().newest();
    Instant now = stores.now();
    return newest.isAfter(now) ? newest : now;
  }

  /**
   * Before the fold, so that a fold that fails loses no claim: it is made again after a restart.
   */
  private void keep(SubjectLedger ledger, Set<String> touched) {
    stores.put(ledger.subject(), ledger.state());
    for (String id : touched) {
      LedgerClaim claim = ledger.claim(id);
      if (claim == null) {
        stores.deleteClaim(ledger.subject(), id);
      } else {
        stores.put(claim);
      }
    }
  }

  private void fold(SubjectLedger ledger, Set<String> touched, long time, boolean allRead) {
    Fold fold = ledger.fold(clock(ledger));
    if (announces) announce(ledger, fold.changes(), time, allRead);
    var judged = ledger.judge(fold);
    var published = new TreeSet<>(touched);
    for (LedgerClaim claim : judged.claims()) {
      stores.put(claim);
      published.add(claim.id());
      meters.judged(claim);
    }
    for (String id : published) {
      forward(LedgerStores.claimKey(ledger.subject(), id), ledger.claim(id), time, CLAIMS_SINK);
    }
    publish(ledger, judged.outlook(), time);
  }

  private void publish(SubjectLedger ledger, Outlook outlook, long time) {
    if (outlook.equals(ledger.state().outlook())) return;
    ledger.set(ledger.state().withOutlook(outlook));
    stores.put(ledger.subject(), ledger.state());
    forward(ledger.subject(), outlook, time, OUTLOOKS_SINK);
  }

  private void announce(SubjectLedger ledger, List<Change> found, long time, boolean allRead) {
    var unknown = announcedByOthers(ledger);
    if (!unknown.isEmpty()) {
      if (!allRead) return;
      unknown.forEach(change -> stores.put(ledger, change));
    }
    Instant learnedAt = Instant.ofEpochMilli(time);
    for (Change change : Announcements.settle(ledger.announced(), found, learnedAt)) {
      if (!allRead && concernsThePast(change)) continue;
      Change full = change.withRelated(related(ledger, change));
      stores.put(ledger, full);
      forward(ledger.subject(), full, time, CHANGES_SINK);
      meters.raised(full);
      context().commit(); // news does not wait for the commit interval
    }
  }

  /** Half of a past would seem to undo the other half: it is announced once all of it was read. */
  private static boolean concernsThePast(Change change) {
    return change.backfill() || change.kind() == ChangeKind.CORRECTION;
  }

  private List<Change> announcedByOthers(SubjectLedger ledger) {
    var own = ledger.announced().stream().map(Change::id).collect(toSet());
    return history.apply(ledger.subject()).stream().filter(c -> !own.contains(c.id())).toList();
  }

  private List<String> related(SubjectLedger ledger, Change change) {
    var announced = ledger.announced();
    Instant since =
        announced.isEmpty() ? Instant.EPOCH : announced.get(announced.size() - 1).assertedAt();
    ItemRef own = change.item();
    return related.newest(
        ledger.subject(), since, change.assertedAt(), own == null ? null : own.id(), RELATED);
  }

  private void forward(String key, @Nullable Object value, long time, String sink) {
    context().forward(new Record<>(key, value, time), sink);
  }
}
