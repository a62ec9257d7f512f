package slipstream.streams.counts;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.StatusCount;
import slipstream.streams.JsonStore;
import slipstream.streams.story.HeldMention;
import slipstream.streams.story.StoryUpdate;
import slipstream.streams.story.StoryUpdate.Move;

/**
 * Counts claims by status and bucket of publication, one per story and origin: copies of a story
 * and repetitions inside it add nothing. What is taken back or folded later is subtracted again.
 */
public final class StatusCounter
    extends ContextualProcessor<String, StoryUpdate, String, @Nullable StatusCount> {
  private static final String COUNTS = "status-counts";
  private static final String VOTES = "status-votes";

  private final Duration hoursKept;

  @SuppressWarnings("NullAway.Init")
  private CountStore<StatusCount> counts;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, Votes> votes;

  /**
   * @param hoursKept how long after publication hours are kept
   */
  public StatusCounter(Duration hoursKept) {
    this.hoursKept = hoursKept;
  }

  public static List<StoreBuilder<?>> stores() {
    return List.of(
        JsonStore.persistent(COUNTS, StatusCount.class), JsonStore.persistent(VOTES, Votes.class));
  }

  @Override
  public void init(ProcessorContext<String, @Nullable StatusCount> context) {
    super.init(context);
    counts = new CountStore<>(context, COUNTS, StatusCount::bucket, hoursKept);
    votes = context.getStateStore(VOTES);
  }

  @Override
  public void process(Record<String, StoryUpdate> record) {
    var changes = new TreeMap<String, Map<ClaimStatus, Integer>>();
    for (Move move : record.value().moves()) {
      vote(move.before(), (held, votes) -> votes.without(held.itemId()), changes);
      vote(move.after(), StatusCounter::withItem, changes);
    }
    changes.forEach((bucket, change) -> add(record, bucket, change));
  }

  private static Votes withItem(HeldMention held, Votes votes) {
    return votes.with(held.itemId(), requireNonNullElse(held.publishedAt(), Votes.UNDATED));
  }

  private void vote(
      @Nullable HeldMention held,
      BiFunction<HeldMention, Votes, Votes> how,
      Map<String, Map<ClaimStatus, Integer>> changes) {
    if (held == null) return;
    for (Ballot ballot : ballots(held)) {
      Votes before = requireNonNullElse(votes.get(ballot.key()), Votes.NONE);
      Votes after = how.apply(held, before);
      votes.put(ballot.key(), after.items().isEmpty() ? null : after);
      count(before, ballot.status(), -1, changes);
      count(after, ballot.status(), 1, changes);
    }
  }

  private void count(
      Votes votes, ClaimStatus status, int times, Map<String, Map<ClaimStatus, Integer>> changes) {
    Instant earliest = votes.earliest().orElse(null);
    if (earliest == null) return;
    for (String bucket :
        Buckets.of(earliest.equals(Votes.UNDATED) ? null : earliest, counts.oldestHour())) {
      changes
          .computeIfAbsent(bucket, b -> new EnumMap<>(ClaimStatus.class))
          .merge(status, times, Integer::sum);
    }
  }

  private void add(
      Record<String, StoryUpdate> record, String bucket, Map<ClaimStatus, Integer> change) {
    if (change.values().stream().allMatch(times -> times == 0)) return;
    String key = record.key() + "|" + bucket;
    StatusCount before = counts.get(key);
    Map<ClaimStatus, Integer> sum = new EnumMap<>(change);
    if (before != null) before.claims().forEach((status, n) -> sum.merge(status, n, Integer::sum));
    sum.values().removeIf(n -> n == 0);
    counts.put(key, new StatusCount(record.key(), bucket, sum), record.timestamp());
  }

  /** One for each status and origin; a claim without an origin is the story's own. */
  private static Set<Ballot> ballots(HeldMention held) {
    var ballots = new HashSet<Ballot>();
    for (Claim claim : held.mention().claims()) {
      List<String> origins = claim.origins().isEmpty() ? List.of("") : claim.origins();
      for (String origin : origins) {
        ballots.add(new Ballot(held.mention().watched(), held.story(), claim.status(), origin));
      }
    }
    return ballots;
  }

  private record Ballot(String watched, String story, ClaimStatus status, String origin) {
    String key() {
      return String.join("|", watched, story, status.name(), origin);
    }
  }
}
