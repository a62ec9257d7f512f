package slipstream.analysis.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Severity;
import slipstream.contracts.Window;

/**
 * Where the fold of one subject stands. It moves with the claims, in the order of {@link Entry}.
 */
final class LedgerState {
  /** Time in which tellings belong together (conventions, rules 2 and 3; DESIGN contract 3). */
  static final Duration TELLING = Duration.ofDays(45);

  private final String subject;
  private final String config;
  private final List<Entry> history;
  private final List<Raised> raised;
  private final Map<String, Integer> ordinals;
  private final List<Entry> narrower;
  private final List<Denial> denials;
  private Held held = Held.NOTHING;
  private @Nullable LocalDate anchor;
  private @Nullable Entry rumour;
  private int spoken;

  /** Before the first claim of {@code history}, which is in the order of {@link Entry#ORDER}. */
  LedgerState(String subject, String config, List<Entry> history) {
    this.subject = subject;
    this.config = config;
    this.history = history;
    this.raised = new ArrayList<>();
    this.ordinals = new HashMap<>();
    this.narrower = new ArrayList<>();
    this.denials = new ArrayList<>();
  }

  private LedgerState(LedgerState other) {
    subject = other.subject;
    config = other.config;
    history = other.history;
    raised = new ArrayList<>(other.raised);
    ordinals = new HashMap<>(other.ordinals);
    narrower = new ArrayList<>(other.narrower);
    denials = new ArrayList<>(other.denials);
    held = other.held;
    anchor = other.anchor;
    rumour = other.rumour;
    spoken = other.spoken;
  }

  /** The same at this moment; the history is shared: its first claims must not change. */
  LedgerState copy() {
    return new LedgerState(this);
  }

  String subject() {
    return subject;
  }

  String config() {
    return config;
  }

  Held held() {
    return held;
  }

  /** End of the held window when it was last told; null when nothing closed was. */
  @Nullable LocalDate anchor() {
    return anchor;
  }

  /** The claim in the rumour slot. */
  @Nullable Entry rumour() {
    return rumour;
  }

  /** The changes so far, oldest first. */
  List<Raised> raised() {
    return raised;
  }

  /** Every claim so far, oldest first, guesses included. */
  List<Entry> spoken() {
    return history.subList(0, spoken);
  }

  /** Claims that lie inside the held window and did not narrow it yet. */
  List<Entry> narrower() {
    return narrower;
  }

  /** The newest change that fits, asserted at or after {@code from}. */
  @Nullable Raised latest(Instant from, Predicate<Raised> fits) {
    for (int i = raised.size() - 1; i >= 0; i--) {
      var one = raised.get(i);
      if (one.change().assertedAt().isBefore(from)) return null;
      if (fits.test(one)) return one;
    }
    return null;
  }

  /** The newest change that fits. */
  @Nullable Raised latest(Predicate<Raised> fits) {
    return latest(Instant.MIN, fits);
  }

  /** The newest denial, published at or after {@code from}, of a window that fits. */
  @Nullable Entry denial(Instant from, Predicate<Window> fits) {
    for (int i = denials.size() - 1; i >= 0; i--) {
      var one = denials.get(i);
      if (one.claim.at().isBefore(from)) return null;
      if (fits.test(one.window)) return one.claim;
    }
    return null;
  }

  /** Lets time pass: the held window becomes overdue once, a rumour's window ends silently. */
  void advance(Instant now) {
    var window = held.window();
    if (window != null && awaited() && passed(window, now)) {
      new Draft(this, ChangeKind.OVERDUE, Severity.NOTICE)
          .after(held.position())
          .raise(null, notBeforeLast(dayAfter(window)));
      held = held.passed();
      anchor = window.latest();
    }
    if (rumour != null && passed(rumour.window(), now)) rumour = null;
  }

  /** Keeps a change; its id follows from how often the like was found before. */
  void add(Raised change) {
    raised.add(change);
  }

  /** How many changes of that kind and window were found before. */
  int ordinal(ChangeKind kind, @Nullable Window window) {
    return ordinals.merge(kind + " " + Windows.text(window), 1, Integer::sum) - 1;
  }

  /** The next claim of the history has been heard. */
  void speak() {
    spoken++;
  }

  void deny(Entry claim, Window window) {
    denials.add(new Denial(claim, window));
  }

  /** Holds what a change led to, or back to. */
  void hold(Held next) {
    anchor = next.window() == null ? null : next.window().latest();
    replace(next);
  }

  /** Holds the same more exactly, silently: the anchor stays, so that small shifts add up. */
  void refine(Window window, Entry word) {
    if (anchor == null) anchor = window.latest();
    replace(held.refined(window, word));
  }

  /** The same window rests on a firmer word now. */
  void confirm(Entry word) {
    held = held.confirmed(word);
  }

  void rumour(@Nullable Entry entry) {
    rumour = entry;
  }

  private void replace(Held next) {
    held = next;
    narrower.clear();
    var window = next.window();
    var heard = rumour == null ? null : rumour.window();
    if (window != null && heard != null && SameClaim.same(heard, window)) rumour = null;
  }

  private boolean awaited() {
    return held.in(OutlookState.DATED) && !held.overdue();
  }

  /** A window that is held again after a false release may have passed meanwhile. */
  private Instant notBeforeLast(Instant at) {
    if (raised.isEmpty()) return at;
    var last = raised.get(raised.size() - 1).change().assertedAt();
    return last.isAfter(at) ? last : at;
  }

  private record Denial(Entry claim, Window window) {}

  private static boolean passed(@Nullable Window window, Instant now) {
    return window != null && window.latest() != null && !dayAfter(window).isAfter(now);
  }

  /** 00:00 UTC after the last day. */
  private static Instant dayAfter(Window window) {
    return Windows.end(window).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
