package slipstream.analysis.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Position;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/** A change in the making. */
final class Draft {
  /** Learned later than this after it was said, a change is backfill (DESIGN contract 9). */
  static final Duration BACKFILL = Duration.ofDays(2);

  private final LedgerState state;
  private final ChangeKind kind;
  private final Severity severity;
  private Position before;
  private Position after = Position.NONE;
  private @Nullable Window givenUp;
  private @Nullable String takesBack;

  Draft(LedgerState state, ChangeKind kind, Severity severity) {
    this.state = state;
    this.kind = kind;
    this.severity = severity;
    this.before = state.held().position();
    this.givenUp = before.window();
  }

  /** What was held, where that is not simply what the ledger holds. */
  Draft before(Position position) {
    before = position;
    return this;
  }

  Draft after(Position position) {
    after = position;
    return this;
  }

  /** The plan that the text names as given up counts where the ledger held none. */
  Draft givenUp(@Nullable Window superseded) {
    if (givenUp == null) givenUp = superseded;
    return this;
  }

  Draft takesBack(@Nullable String change) {
    takesBack = change;
    return this;
  }

  Raised raise(Entry entry) {
    return raise(entry, entry.at());
  }

  Raised raise(@Nullable Entry entry, Instant at) {
    var raised = new Raised(change(entry, at), entry, givenUp, state.held());
    state.add(raised);
    return raised;
  }

  private Change change(@Nullable Entry entry, Instant at) {
    var said = entry == null ? null : entry.ledgerClaim();
    var ordinal = state.ordinal(kind, after.window());
    return new Change(
        Ids.ofChange(state.subject(), kind, after.window(), ordinal),
        state.subject(),
        kind,
        severity,
        before,
        after,
        said == null ? null : said.claim().quote(),
        said == null ? null : said.item(),
        said == null ? null : said.id(),
        said == null ? null : said.claim().certainty(),
        entry == null ? List.of() : entry.origins(),
        entry == null ? 0 : Support.origins(state.spoken(), after, entry),
        moves() ? Windows.moved(givenUp, after.window()) : null,
        at,
        said == null ? null : said.learnedAt(),
        said != null && backfill(at, said.learnedAt()),
        takesBack,
        List.of(),
        said != null && said.item().sample(),
        requireNonNull(said == null ? state.config() : said.config()));
  }

  /** Neither a missed date nor a denied one is another date. */
  private boolean moves() {
    return kind != ChangeKind.OVERDUE && kind != ChangeKind.DENIED;
  }

  static boolean backfill(Instant assertedAt, Instant learnedAt) {
    return Duration.between(assertedAt, learnedAt).compareTo(BACKFILL) > 0;
  }
}
