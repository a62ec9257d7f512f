package slipstream.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Decision;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Outlook;
import slipstream.contracts.Outlook.Dissent;
import slipstream.contracts.Outlook.Word;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.SentimentCount;
import slipstream.contracts.Severity;
import slipstream.contracts.StatusCount;
import slipstream.contracts.Tier;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Verdict;
import slipstream.contracts.Window;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Theme;
import slipstream.contracts.config.Watchlist;
import slipstream.web.view.Snapshot;

/** The history of DeepSeek R2 from February to October 2025, as the ledger would hold it. */
public final class R2 {
  public static final String ID = "deepseek-r2";
  public static final Instant CLOCK = Instant.parse("2025-11-22T00:00:00Z");

  public static final Window SOON = window("2025-02-26", "2025-04-30", Precision.VAGUE);
  public static final Window MARCH_17 = Window.day(LocalDate.parse("2025-03-17"));
  public static final Window MAY = window("2025-05-01", "2025-05-31", Precision.MONTH);
  public static final Window EARLY_MAY = window("2025-05-01", "2025-05-10", Precision.WEEK);
  public static final Window MID_AUGUST = window("2025-08-15", "2025-08-30", Precision.WEEK);
  public static final Window COMING_WEEKS = window("2025-08-15", "2025-10-09", Precision.VAGUE);

  private static final Position HELD_SOON = dated(ClaimStatus.ACCELERATED, SOON);
  private static final Position NO_DATE =
      new Position(OutlookState.NO_DATE, ClaimStatus.UNDATED, null);
  private static final Position HELD_WEEKS = dated(ClaimStatus.DELAYED, COMING_WEEKS);

  private R2() {}

  public static Watchlist watchlist() {
    var r2 =
        new Subject(
            ID, "DeepSeek R2", "DeepSeek", List.of("R2"), List.of(), List.of(), "release", null);
    var chips = new Theme("chips", "Chips", List.of(), List.of());
    var rules = new Theme("export-rules", "Export rules", List.of(), List.of());
    return new Watchlist(List.of(r2), List.of(chips, rules), List.of(), List.of());
  }

  public static Snapshot snapshot() {
    return new Snapshot(List.of(outlook()), claims(), changes(), statusCounts(), sentimentCounts());
  }

  public static Outlook outlook() {
    var word = new Word("c9", "Financial Times", Certainty.REPORTED, 3, claims().get(0).item());
    return new Outlook(
        ID,
        HELD_WEEKS,
        at("2025-08-14"),
        word,
        true,
        dated(ClaimStatus.SCHEDULED, window("2026-01-01", "2026-03-31", Precision.QUARTER)),
        List.of(new Dissent(ClaimStatus.UNDATED, null, 2)),
        "overdue-2",
        CLOCK,
        "a1b2c3");
  }

  /** Newest first. */
  public static List<LedgerClaim> claims() {
    return Stream.of(ofSummer(), ofMarchAndApril(), ofFebruary()).flatMap(List::stream).toList();
  }

  private static List<LedgerClaim> ofSummer() {
    return List.of(
        claim(
            "c9",
            "2025-08-14",
            "Reuters",
            ClaimStatus.DELAYED,
            COMING_WEEKS,
            Certainty.REPORTED,
            "Financial Times",
            "could be released in the coming weeks",
            Decision.CHANGED,
            "The Financial Times names a new window after none was known.",
            "slipped-1"),
        claim(
            "c8",
            "2025-08-13",
            "Sina Tech",
            ClaimStatus.DENIED,
            MID_AUGUST,
            Certainty.REPORTED,
            "person close to DeepSeek",
            "no plan to release R2 in August",
            Decision.CHANGED,
            "A person close to the company denies the rumoured window.",
            "denied-2"),
        claim(
            "c7",
            "2025-08-12",
            "IT Home",
            ClaimStatus.SCHEDULED,
            MID_AUGUST,
            Certainty.RUMOURED,
            "",
            "expected between August 15 and 30",
            Decision.RUMOUR_HELD,
            "A rumour without a named source goes to the rumour slot.",
            "rumour-2"),
        claim(
            "c6",
            "2025-06-26",
            "Reuters",
            ClaimStatus.UNDATED,
            null,
            Certainty.REPORTED,
            "The Information",
            "has not yet determined the timing of the release",
            Decision.CHANGED,
            "The window passed and the timing is now said to be open.",
            "undated-1"));
  }

  private static List<LedgerClaim> ofMarchAndApril() {
    return List.of(
        claim(
            "c5",
            "2025-04-28",
            "Epium",
            ClaimStatus.SCHEDULED,
            MAY,
            Certainty.RUMOURED,
            "",
            "may arrive in May",
            Decision.REPEAT,
            "Within the tolerance of what is held: a repeat.",
            null),
        claim(
            "c4",
            "2025-03-12",
            "AIbase",
            ClaimStatus.DENIED,
            MARCH_17,
            Certainty.OFFICIAL,
            "DeepSeek",
            "the report of a March 17 launch is false",
            Decision.CHANGED,
            "The company denies the rumoured day.",
            "denied-1"),
        claim(
            "c3",
            "2025-03-11",
            "X",
            ClaimStatus.ACCELERATED,
            MARCH_17,
            Certainty.RUMOURED,
            "",
            "R2 drops on March 17",
            Decision.RUMOUR_HELD,
            "A rumour without a named source goes to the rumour slot.",
            "rumour-1"));
  }

  private static List<LedgerClaim> ofFebruary() {
    return List.of(
        claim(
            "c2",
            "2025-02-26",
            "AM Business",
            ClaimStatus.ACCELERATED,
            SOON,
            Certainty.REPORTED,
            "Reuters",
            "pushing for an earlier release",
            Decision.REPEAT,
            "Retells Reuters: the same origin counts once.",
            null),
        claim(
            "c1",
            "2025-02-25",
            "Reuters",
            ClaimStatus.ACCELERATED,
            SOON,
            Certainty.REPORTED,
            "",
            "now wants it out as early as possible",
            Decision.CHANGED,
            "The first claim known of.",
            "earlier-1"));
  }

  /** Newest first. */
  public static List<Change> changes() {
    var claims = claims();
    return Stream.concat(sinceJune(claims).stream(), untilMay(claims).stream()).toList();
  }

  private static List<Change> sinceJune(List<LedgerClaim> claims) {
    return List.of(
        overdue("overdue-2", HELD_WEEKS, "2025-10-10"),
        change(
            "slipped-1",
            ChangeKind.SLIPPED,
            Severity.HEADLINE,
            NO_DATE,
            HELD_WEEKS,
            claims.get(0),
            152),
        change(
            "denied-2",
            ChangeKind.DENIED,
            Severity.HEADLINE,
            NO_DATE,
            dated(ClaimStatus.DENIED, MID_AUGUST),
            claims.get(1),
            null),
        change(
            "rumour-2",
            ChangeKind.NEW_CLAIM,
            Severity.RUMOUR,
            NO_DATE,
            dated(ClaimStatus.SCHEDULED, MID_AUGUST),
            claims.get(2),
            null),
        change(
            "undated-1",
            ChangeKind.UNDATED,
            Severity.HEADLINE,
            HELD_SOON,
            NO_DATE,
            claims.get(3),
            null));
  }

  private static List<Change> untilMay(List<LedgerClaim> claims) {
    return List.of(
        overdue("overdue-1", HELD_SOON, "2025-05-01"),
        change(
            "denied-1",
            ChangeKind.DENIED,
            Severity.HEADLINE,
            HELD_SOON,
            dated(ClaimStatus.DENIED, MARCH_17),
            claims.get(5),
            null),
        change(
            "rumour-1",
            ChangeKind.NEW_CLAIM,
            Severity.RUMOUR,
            HELD_SOON,
            dated(ClaimStatus.ACCELERATED, MARCH_17),
            claims.get(6),
            null),
        change(
            "earlier-1",
            ChangeKind.MOVED_EARLIER,
            Severity.HEADLINE,
            dated(ClaimStatus.SCHEDULED, EARLY_MAY),
            HELD_SOON,
            claims.get(8),
            -10));
  }

  public static List<StatusCount> statusCounts() {
    return List.of(
        new StatusCount(ID, "2025-08-14", Map.of(ClaimStatus.DELAYED, 1)),
        new StatusCount(ID, "2025-08-14T12", Map.of(ClaimStatus.DELAYED, 1)),
        new StatusCount(
            ID,
            "total",
            Map.of(
                ClaimStatus.SCHEDULED, 4,
                ClaimStatus.ACCELERATED, 3,
                ClaimStatus.DELAYED, 2,
                ClaimStatus.DENIED, 2,
                ClaimStatus.UNDATED, 1)));
  }

  public static List<SentimentCount> sentimentCounts() {
    return List.of(
        new SentimentCount("chips", "total", 21, -3.4, 4, 9, 8),
        new SentimentCount(ID, "2025-08-14", 3, -1.5, 0, 1, 2),
        new SentimentCount(ID, "total", 38, 2.1, 12, 17, 9),
        new SentimentCount("export-rules", "total", 17, -6.2, 1, 7, 9));
  }

  public static Window window(String earliest, String latest, Precision precision) {
    return new Window(LocalDate.parse(earliest), LocalDate.parse(latest), precision);
  }

  public static Position dated(ClaimStatus status, Window window) {
    return new Position(OutlookState.DATED, status, window);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static LedgerClaim claim(
      String id,
      String day,
      String outlet,
      ClaimStatus status,
      @Nullable Window window,
      Certainty certainty,
      String origin,
      String quote,
      Decision decision,
      String reason,
      @Nullable String change) {
    var published = Publication.ofDay(LocalDate.parse(day), Provenance.ESTIMATED);
    var item =
        new ItemRef(
            "item-" + id,
            "v1",
            "https://news.example/" + id,
            "What " + outlet + " says of R2",
            outlet,
            Tier.PRESS,
            published,
            true);
    var claim =
        new Claim(
            ID,
            status,
            window,
            id.equals("c1") ? EARLY_MAY : null,
            certainty,
            origin.isEmpty() ? List.of() : List.of(origin),
            new Quote(quote, 0, quote.length(), false),
            window == null ? UndatedKind.UNDECIDED : null,
            null);
    var verdict = new Verdict(decision, reason, change, null);
    return new LedgerClaim(id, claim, item, CLOCK, "story-" + id, verdict, "a1b2c3");
  }

  private static Change change(
      String id,
      ChangeKind kind,
      Severity severity,
      Position before,
      Position after,
      LedgerClaim by,
      @Nullable Integer days) {
    var claim = by.claim();
    return new Change(
        id,
        ID,
        kind,
        severity,
        before,
        after,
        claim.quote(),
        by.item(),
        by.id(),
        claim.certainty(),
        claim.origins().isEmpty() ? List.of(by.item().outlet()) : claim.origins(),
        1,
        days,
        by.item().published().at(),
        CLOCK,
        true,
        null,
        List.of(),
        true,
        "a1b2c3");
  }

  private static Change overdue(String id, Position held, String day) {
    return new Change(
        id,
        ID,
        ChangeKind.OVERDUE,
        Severity.NOTICE,
        held,
        held,
        null,
        null,
        null,
        null,
        List.of(),
        0,
        null,
        Instant.parse(day + "T00:00:00Z"),
        null,
        false,
        null,
        List.of(),
        true,
        "a1b2c3");
  }
}
