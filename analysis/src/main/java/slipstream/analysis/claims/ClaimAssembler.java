package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Precision;
import slipstream.contracts.UndatedKind;
import slipstream.contracts.Window;

/** Puts the findings of an article about one subject together: decisions C1 to C8. */
final class ClaimAssembler {
  private static final WordSet SHOWN = WordLists.of("shown");

  private static final Set<String> HOLDS = WordSet.of("hold", "ice", "pause", "hiatus");

  private static final Set<String> TOLD =
      WordSet.ofLine(
          "say says said give gives gave given offer offers offered name names named provide"
              + " provides provided share shared disclose disclosed specify specified");

  /** Words from what is shown or made to its date. */
  private static final int PRELIMINARY = 10;

  private final String subject;
  private final Findings findings;
  private final ArticleWindows windows;
  private final Speaker speaker;
  private final List<Claim> claims = new ArrayList<>();

  private ClaimAssembler(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    this.subject = subject;
    this.windows = new ArticleWindows(published, unveiling);
    this.findings = Findings.of(subject, findings, windows);
    this.speaker = speaker;
  }

  /**
   * @param unveiling when the same article says the product is shown; null = it does not
   */
  static List<Claim> assemble(
      String subject,
      @Nullable LocalDate published,
      List<Finding> findings,
      @Nullable Window unveiling,
      Speaker speaker) {
    var assembler = new ClaimAssembler(subject, published, findings, unveiling, speaker);
    assembler.assemble();
    return assembler.claims;
  }

  /** Tells how firmly a finding is said and by whom. */
  interface Speaker {
    Certainty certainty(Finding finding);

    List<String> origins(Finding finding, Certainty certainty);
  }

  private void assemble() {
    Finding cancelled =
        findings.first(told -> told.status() == ClaimStatus.CANCELLED && !isOver(told));
    Finding released = findings.released();
    Finding moved = findings.moved();
    findings.replaceNegated();
    List<Finding> scheduled = findings.scheduled();
    boolean shown = released != null && isShown(released) && awaits(scheduled);
    if (released != null && !shown && !isOfAnother(released)) {
      add(ClaimStatus.RELEASED, windows.released(released), null, released);
    } else if (cancelled != null && (isForGood(cancelled) || !isOnHold(moved))) {
      add(ClaimStatus.CANCELLED, null, windows.superseded(findings.all(), null), cancelled);
    } else if (moved != null) {
      addMoved(moved, scheduled);
    } else {
      addScheduled(scheduled);
    }
    addDenied();
    if (claims.stream().allMatch(c -> c.status() == ClaimStatus.DENIED)) addUndated();
  }

  /** "A year ago the agency had killed it": the article tells of what came since. */
  private boolean isOver(Finding cancelled) {
    Cue cue = Objects.requireNonNull(cancelled.cue());
    boolean before = cancelled.sentence().contains(cue.start() - 2, cue.end(), "had");
    return before && awaits(findings.scheduled());
  }

  /** "Stops work on the X", which elsewhere "is on hold": put off, and not given up. */
  private static boolean isOnHold(@Nullable Finding moved) {
    if (moved == null) return false;
    Cue cue = Objects.requireNonNull(moved.cue());
    return HOLDS.contains(moved.sentence().tokens().word(cue.end() - 1));
  }

  /** "Has pulled the plug on it for good". */
  private static boolean isForGood(Finding cancelled) {
    ReadSentence sentence = cancelled.sentence();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean good = sentence.tokens().word(at).equals("for");
      if (good && sentence.tokens().word(at + 1).equals("good")) return true;
      if (sentence.tokens().word(at).equals("permanently")) return true;
    }
    return false;
  }

  /** "Unveiled", "presented": what is shown may be out, or wait for its date. */
  private static boolean isShown(Finding released) {
    Cue cue = Objects.requireNonNull(released.cue());
    for (int at = cue.start(); at < cue.end(); at++) {
      if (SHOWN.contains(released.sentence().tokens().word(at))) return true;
    }
    return false;
  }

  /** "The X won't be here until May. ... The headphones came out": what is awaited is not out. */
  private boolean isOfAnother(Finding released) {
    ReadSentence sentence = released.sentence();
    if (sentence.names(subject)) return false;
    int verb = Objects.requireNonNull(released.cue()).start();
    if (sentence.tokens().word(verb - 1).equals("it")) return false;
    for (Finding finding : findings.all()) {
      boolean told = finding.sentence().names(subject) && !finding.sentence().inTitle();
      if (told && windows.ahead(finding) != null) return true;
    }
    return false;
  }

  private boolean awaits(List<Finding> scheduled) {
    return scheduled.stream().map(windows::ahead).anyMatch(Objects::nonNull);
  }

  private void addMoved(Finding moved, List<Finding> scheduled) {
    ClaimStatus status = Objects.requireNonNull(moved.status());
    Finding dated = findings.dated(moved);
    Window own = dated == null ? null : windows.ahead(dated);
    boolean sooner = status == ClaimStatus.ACCELERATED;
    boolean named = dated != null && dated.old() != null;
    Window shifted =
        own == null || dated == null || named
            ? null
            : ArticleWindows.shifted(dated, own, sooner ? 1 : -1);
    Window superseded = shifted == null ? windows.superseded(findings.all(), own) : shifted;
    for (Finding finding : firmFirst(scheduled)) {
      Window window = windows.ahead(finding);
      if (window == null
          || finding.sentence().inTitle()
          || isHeldAgainst(moved, finding, window, superseded)) continue;
      boolean finer =
          dated != null
              && own != null
              && dated.sentence().inTitle()
              && ArticleWindows.overlaps(window, own);
      if (own != null && !finer) continue;
      Window old = own == null ? windows.superseded(findings.all(), window) : superseded;
      if (sooner && old != null && !ArticleWindows.isSooner(window, old)) continue;
      superseded = old;
      own = window;
      dated = finding;
    }
    if (own == null && superseded != null)
      own = ArticleWindows.shifted(moved, superseded, sooner ? -1 : 1);
    if (own != null && windows.isPast(own)) own = null;
    if (sooner && superseded != null && (own == null || own.precision() == Precision.VAGUE)) {
      own = windows.before(superseded);
    }
    Finding shown = dated == null ? moved : dated;
    Window replaced = superseded == null ? windows.superseded(findings.all(), own) : superseded;
    if (replaced == null) replaced = windows.passed(findings.all());
    if (own == null && replaced != null && isForeseen(moved) && !windows.isPast(replaced)) {
      own = ArticleWindows.after(replaced);
    }
    boolean plan = replaced == null && isHurry(shown);
    add(plan ? ClaimStatus.SCHEDULED : direction(status, own, replaced), own, replaced, shown);
    addBeside(shown, scheduled);
  }

  /** "Is to open as soon as possible": sooner than what, nobody says. */
  private static boolean isHurry(Finding shown) {
    Cue cue = shown.cue();
    DateExpression news = shown.news();
    return cue != null
        && news != null
        && cue.kind() == CueKind.ACCELERATE
        && shown.sentence().tokens().word(cue.end() - 1).equals("possible")
        && cue.start() < news.end()
        && news.start() < cue.end();
  }

  /** "Has slipped, partners say. 'It launches this summer as announced,' it wrote" (C6). */
  private boolean isHeldAgainst(Finding moved, Finding finding, Window held, @Nullable Window old) {
    ReadSentence sentence = finding.sentence();
    boolean behind = sentence.index() > moved.sentence().index();
    if (!behind || !finding.officialWord() || isVague(finding)) return false;
    boolean anew = isToldOfNow(finding) || sentence.contains(sentence.from(), sentence.to(), "new");
    return !anew && (old == null || !ArticleWindows.endsBefore(old, held));
  }

  /** "Needs a few more weeks. It comes on May 4": a date tells more than a stretch. */
  private List<Finding> firmFirst(List<Finding> scheduled) {
    return scheduled.stream().sorted(Comparator.comparing(this::isVague)).toList();
  }

  /** Whatever the verb, a new date before the old one is sooner, one behind it later. */
  private static ClaimStatus direction(
      ClaimStatus told, @Nullable Window window, @Nullable Window superseded) {
    if (window == null || superseded == null) return told;
    boolean sooner = told == ClaimStatus.ACCELERATED && ArticleWindows.isSooner(window, superseded);
    if (sooner || ArticleWindows.endsBefore(window, superseded)) return ClaimStatus.ACCELERATED;
    return ArticleWindows.endsBefore(superseded, window) ? ClaimStatus.DELAYED : told;
  }

  /** "Will miss May", "won't make it this year": what is still to be missed comes after it. */
  private static boolean isForeseen(Finding moved) {
    Cue cue = moved.cue();
    if (cue == null || cue.kind() != CueKind.MISS) return false;
    ReadSentence sentence = moved.sentence();
    boolean missed = false;
    for (int at = cue.start(); at < cue.end(); at++) {
      missed |= sentence.tokens().word(at).startsWith("miss");
      missed |= sentence.tokens().isOneOf(at, "make", "making", "meet", "hit");
    }
    if (!missed) return false;
    for (int at = Math.max(sentence.from(), cue.start() - 3); at < cue.end(); at++) {
      switch (sentence.tokens().word(at)) {
        case "will",
            "won't",
            "'ll",
            "may",
            "might",
            "could",
            "would",
            "likely",
            "going",
            "hardly" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** What somebody else says beside a move: a leaked date, a company that stays on track (C6). */
  private void addBeside(Finding moved, List<Finding> scheduled) {
    for (Finding finding : scheduled) {
      Window window = windows.ahead(finding);
      if (finding.equals(moved) || window == null || finding.sentence().inTitle()) continue;
      if (isVague(finding) || isCoarser(window)) continue;
      boolean stands = finding.officialWord() || isContradicted(moved, finding, window);
      if (isClaimed(window) || (isKnownWindow(window) && !stands)) continue;
      boolean beside = moved.status() == ClaimStatus.ACCELERATED || stands;
      if (beside) add(ClaimStatus.SCHEDULED, window, null, finding);
    }
  }

  /** "Will slip to June, a paper wrote. It opens in May, said the maker": a sooner date behind. */
  private boolean isContradicted(Finding moved, Finding finding, Window sooner) {
    Window later = moved.news() == null ? null : windows.news(moved);
    boolean behind = finding.sentence().index() > moved.sentence().index();
    behind &= !moved.sentence().inTitle() && !finding.sentence().has(CueKind.OLD);
    return behind && later != null && ArticleWindows.endsBefore(sooner, later);
  }

  /** "Called it wrong. 'It ships in May,' it said": a quotation behind the denial. */
  private static boolean isQuotedBehind(Finding denial, Finding told) {
    ReadSentence sentence = told.sentence();
    boolean quoted = sentence.tokens().isOneOf(sentence.from(), "'", "\"", "\u201c", "\u2018");
    return quoted && !denial.sentence().inTitle() && sentence.index() > denial.sentence().index();
  }

  /** "Called the story wrong. 'It ships in May'": what is told behind a denial stands. */
  private boolean isClaimed(Finding finding) {
    Window window = windows.news(finding);
    return window != null && isClaimed(window) && !finding.sentence().inTitle();
  }

  private boolean isClaimed(Window window) {
    return claims.stream().anyMatch(claim -> window.equals(claim.window()));
  }

  /** A window that holds one already claimed tells nothing new. */
  private boolean isCoarser(Window window) {
    for (Claim claim : claims) {
      if (claim.window() != null && ArticleWindows.within(claim.window(), window)) return true;
    }
    return false;
  }

  private boolean isKnownWindow(Window window) {
    for (Claim claim : claims) {
      if (window.equals(claim.window()) || window.equals(claim.superseded())) return true;
    }
    return false;
  }

  private void addScheduled(List<Finding> scheduled) {
    boolean firm = scheduled.stream().anyMatch(f -> !isVague(f));
    boolean sold = scheduled.stream().anyMatch(f -> !isPreliminary(f));
    Set<Finding> guessed = besideGuesses(scheduled);
    for (Finding finding : scheduled) {
      if ((firm && isVague(finding)) || (sold && isPreliminary(finding))) continue;
      if (finding.sentence().inTitle() && !claims.isEmpty()) continue;
      Window window = windows.news(finding);
      if (window == null) continue;
      boolean stands = finding.officialWord() || guessed.contains(finding); // against a leak (C6)
      stands &= !isClaimed(window);
      if (!stands && (refining(window, scheduled) != null || isKnown(window))) continue;
      boolean plain = stands || claims.isEmpty() || finding.sentence().names(subject);
      if (!plain && !isOfAnotherVoice(finding)) continue;
      Window superseded = windows.superseded(findings.all(), window);
      if (superseded == null && isToldOfNow(finding)) superseded = windows.passed(findings.all());
      boolean replaced = ArticleWindows.isReplaced(finding);
      if (superseded == null || (!replaced && ArticleWindows.overlaps(window, superseded))) {
        add(ClaimStatus.SCHEDULED, window, null, finding);
      } else {
        boolean later = window.earliest().isAfter(superseded.earliest());
        ClaimStatus status = later ? ClaimStatus.DELAYED : ClaimStatus.ACCELERATED;
        add(status, window, superseded, finding);
        addBeside(finding, scheduled);
        return;
      }
    }
  }

  /** "It comes in 2026, said the maker. Dealers whisper of May": both, of which one is finer. */
  private Set<Finding> besideGuesses(List<Finding> scheduled) {
    var beside = new HashSet<Finding>();
    for (Finding finding : scheduled) {
      Window window = finding.sentence().inTitle() ? null : windows.news(finding);
      Finding finer = window == null ? null : refining(window, scheduled);
      if (finer == null || !isGuessed(finer)) continue;
      if (speaker.certainty(finding) == Certainty.OFFICIAL) beside.addAll(List.of(finding, finer));
    }
    return beside;
  }

  private boolean isGuessed(Finding finding) {
    Certainty certainty = speaker.certainty(finding);
    return certainty == Certainty.RUMOURED || certainty == Certainty.SPECULATION;
  }

  /** "A paper wrote March. The company maintains that it ships in November" (C6). */
  private boolean isOfAnotherVoice(Finding finding) {
    ReadSentence sentence = finding.sentence();
    if (sentence.inTitle() || !sentence.has(CueKind.SAY) || !isDateOfARelease(finding))
      return false;
    return claims.stream().noneMatch(c -> c.certainty() == Certainty.OFFICIAL)
        && speaker.certainty(finding) == Certainty.OFFICIAL; // which costs most
  }

  /** "It ships in November": nothing stands between, as in "launches its app in November". */
  private static boolean isDateOfARelease(Finding finding) {
    int date = Objects.requireNonNull(finding.news()).start();
    return finding.sentence().cues(CueKind.RELEASE).stream()
        .anyMatch(cue -> cue.end() <= date && date - cue.end() <= 2);
  }

  /** "Will now be delivered in May": what had been planned before has passed. */
  private static boolean isToldOfNow(Finding finding) {
    ReadSentence sentence = finding.sentence();
    return sentence.contains(sentence.from(), sentence.to(), "now");
  }

  /** "In six months, on September 3": the day tells all the months told. */
  private @Nullable Finding refining(Window window, List<Finding> scheduled) {
    for (Finding other : scheduled) {
      Window finer = windows.ahead(other);
      if (finer == null || finer.precision() == Precision.VAGUE) continue;
      boolean said = !other.sentence().inTitle() || finer.precision() == Precision.DAY;
      if (said && !finer.equals(window) && ArticleWindows.within(finer, window)) return other;
    }
    return null;
  }

  /** A show of the product, or its production, where the article also tells when it is sold. */
  private static boolean isPreliminary(Finding finding) {
    ReadSentence sentence = finding.sentence();
    DateExpression news = Objects.requireNonNull(finding.news());
    boolean preliminary = false;
    for (int at = Math.max(sentence.from(), news.start() - PRELIMINARY); at < news.start(); at++) {
      switch (sentence.tokens().word(at)) {
        case "unveil", "unveiled", "unveils", "unveiling", "shown", "show", "revealed" ->
            preliminary = true;
        case "production" -> preliminary = true;
        case "sale", "sales", "sold", "sells", "deliveries", "available" -> preliminary = false;
        default -> {}
      }
    }
    return preliminary;
  }

  private boolean isVague(Finding finding) {
    Window window = windows.news(finding);
    return window == null || window.precision() == Precision.VAGUE;
  }

  private boolean isKnown(Window window) {
    for (Claim claim : claims) {
      Window known = claim.window();
      if (known != null
          && (ArticleWindows.within(known, window) || ArticleWindows.within(window, known)))
        return true;
    }
    return false;
  }

  private void addDenied() {
    Finding best = null;
    for (Finding finding : findings.all()) {
      if (finding.status() != ClaimStatus.DENIED) continue;
      if (best == null || firmness(finding) > firmness(best)) best = finding;
    }
    if (best == null || (Findings.isDispute(best) && claims.size() > 1)) return;
    Window window = windows.news(best);
    if (window == null && !Findings.tellsWhatIsDenied(best)) {
      window = toldElsewhere(best);
      if (window == null) window = windows.superseded(findings.all(), null);
    }
    if (window == null) return;
    if (best.news() != null) dropClaimOf(window);
    for (Claim claim : claims) {
      if (window.equals(claim.superseded()) || isFollowed(best, window, claim.window())) return;
    }
    add(ClaimStatus.DENIED, window, null, best);
  }

  /** The date of another sentence that a denial without one is of; null when there is none. */
  private @Nullable Window toldElsewhere(Finding denial) {
    for (Finding finding : findings.all()) {
      boolean told =
          finding.status() == ClaimStatus.SCHEDULED || finding.status() == ClaimStatus.DENIED;
      boolean apart = finding.sentence().index() != denial.sentence().index();
      boolean held = isQuotedBehind(denial, finding) && isClaimed(finding);
      if (!told || !apart || held || finding.news() == null || finding.officialWord()) continue;
      Window window = windows.news(finding);
      if (window != null) return window;
    }
    return null;
  }

  /** What an article denies it does not claim as well. */
  private void dropClaimOf(Window denied) {
    claims.removeIf(c -> c.status() == ClaimStatus.SCHEDULED && denied.equals(c.window()));
  }

  /** A denial with a firm date before one without, one of the text before one of the title. */
  private int firmness(Finding finding) {
    int dated = finding.news() == null ? 0 : isVague(finding) ? 1 : 2;
    return 2 * dated + (finding.sentence().inTitle() ? 0 : 1);
  }

  /** "Not this year", when the same article names a later date, only says the later date. */
  private boolean isFollowed(Finding denial, Window denied, @Nullable Window claimed) {
    if (findings.isReaffirmed()) return false;
    boolean negated = denial.cue() != null && denial.cue().rule().startsWith("negation");
    return negated
        && claimed != null
        && denied.latest() != null
        && denied.earliest().isBefore(claimed.earliest());
  }

  private void addUndated() {
    boolean denied = !claims.isEmpty();
    Finding found =
        findings.first(
            told -> told.status() == ClaimStatus.UNDATED && !(denied && isKeptBack(told)));
    if (found != null)
      add(ClaimStatus.UNDATED, null, windows.superseded(findings.all(), null), found);
  }

  /** "Denied the report and did not offer a date": who tells none may have one (C5). */
  private static boolean isKeptBack(Finding undated) {
    if (undated.undatedKind() != UndatedKind.SILENT) return false;
    Cue cue = Objects.requireNonNull(undated.cue());
    for (int at = cue.start(); at < cue.end(); at++) {
      if (TOLD.contains(undated.sentence().tokens().word(at))) return true;
    }
    return false;
  }

  private void add(
      ClaimStatus status, @Nullable Window window, @Nullable Window superseded, Finding finding) {
    DateExpression news = finding.news();
    UndatedKind kind = status == ClaimStatus.UNDATED ? finding.undatedKind() : null;
    Certainty certainty = speaker.certainty(finding);
    claims.add(
        new Claim(
            subject,
            status,
            window,
            superseded,
            certainty,
            speaker.origins(finding, certainty),
            Quotes.of(finding),
            kind,
            news == null ? null : news.rule()));
  }
}
