package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.Window;

/**
 * What the sentences of an article say of one subject, in order, once what is old news and what is
 * taken back by a later sentence has been left out.
 */
final class Findings {
  /** Words beside a cue within which its subject or object stands. */
  private static final int BESIDE = 4;

  private static final Pattern DISPUTES =
      Pattern.compile("(disput|contradict|differ|disagree|reject)\\w*");

  private final String subject;
  private final List<Finding> findings;
  private final ArticleWindows windows;

  private Findings(String subject, List<Finding> findings, ArticleWindows windows) {
    this.subject = subject;
    this.findings = new ArrayList<>(findings);
    this.windows = windows;
  }

  static Findings of(String subject, List<Finding> said, ArticleWindows windows) {
    var findings = new Findings(subject, said, windows);
    findings.findings.removeIf(findings::isLongReleased);
    findings.takeBack();
    findings.moveCounted();
    return findings;
  }

  List<Finding> all() {
    return findings;
  }

  /** A release of months ago is background (C4), not the article's present. */
  private boolean isLongReleased(Finding finding) {
    if (finding.status() != ClaimStatus.RELEASED) return false;
    return windows.isLongPast(windows.released(finding));
  }

  /**
   * "A shop lists it for April. That is wrong, the maker said": a denial without a date is of what
   * was told just before, which then is no plan.
   */
  private void takeBack() {
    for (int at = 1; at < findings.size(); at++) {
      Finding denial = findings.get(at);
      Finding told = findings.get(at - 1);
      boolean bare = denial.status() == ClaimStatus.DENIED && denial.news() == null;
      DateExpression date = told.news() != null ? told.news() : told.old();
      boolean before = told.sentence().index() < denial.sentence().index();
      if (!bare || !before || date == null || !isPlan(told) || isDispute(denial)) continue;
      if (tellsWhatIsDenied(denial)) continue;
      if (told.officialWord()) continue; // what is said to stand is not what is denied
      if (told.status() == null && told.news() != null && !isAnswer(denial)) continue;
      Finding taken = denial.of(date);
      findings.set(at, taken);
      findings.remove(at - 1);
      Window denied = windows.news(taken);
      if (denied != null) dropPlansOf(denied);
      return;
    }
  }

  /** "A hoax, writes the company", "the maker says no": all that is said to a question. */
  private static boolean isAnswer(Finding denial) {
    Cue cue = Objects.requireNonNull(denial.cue());
    ReadSentence sentence = denial.sentence();
    boolean opens = cue.start() <= sentence.from() + 2 && !sentence.tokens().isWord(cue.end());
    return opens || cue.end() >= sentence.to() - 2;
  }

  /** "Dismissed a post that it had been shelved": not the date told just before. */
  static boolean tellsWhatIsDenied(Finding denial) {
    ReadSentence sentence = denial.sentence();
    Tokens tokens = sentence.tokens();
    int from = Objects.requireNonNull(denial.cue()).end();
    if (isOfAClause(sentence, denial.cue())) return true;
    boolean clause =
        tokens.word(sentence.from()).equals("that"); // "that it is so, he called untrue"
    if (clause && !tokens.isOneOf(sentence.from() + 1, "is", "was", "'s", "report", "date"))
      return true;
    return !sentence.inTitle()
        && sentence.cues(CueKind.DELAY, CueKind.MISS).stream()
            .anyMatch(told -> told.start() >= from && isInside(sentence, from, told.start()));
  }

  /** "Reports that work on the X is ending are untrue". */
  private static boolean isOfAClause(ReadSentence sentence, Cue denial) {
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from() + 1; at < denial.start(); at++) {
      if (!tokens.word(at).equals("that")) continue;
      return tokens.isOneOf(at - 1, "reports", "report", "rumours", "rumors", "talk", "claims");
    }
    return false;
  }

  /** "Denied talk that it had been cut and delayed"; not "denied it and blamed the delay on". */
  private static boolean isInside(ReadSentence sentence, int denied, int told) {
    for (int at = denied; at < told; at++) {
      if (sentence.tokens().word(at).equals("that")) return true;
      if (sentence.tokens().isOneOf(at, "and", "but", ",", ";")) return false;
    }
    return true;
  }

  /** Who disputes a report leaves it standing beside what he says himself (C6). */
  static boolean isDispute(Finding denial) {
    Cue cue = denial.cue();
    if (cue == null || denial.news() != null) return false;
    Tokens tokens = denial.sentence().tokens();
    for (int at = cue.start(); at < cue.end(); at++) {
      if (DISPUTES.matcher(tokens.word(at)).matches()) return true;
    }
    return false;
  }

  /**
   * "Begins two quarters later. The third quarter had been the goal": counted from the old plan.
   */
  private void moveCounted() {
    if (windows.superseded(findings, null) == null) return;
    findings.replaceAll(told -> isCounted(told) ? told.moved() : told);
  }

  private boolean isCounted(Finding told) {
    DateExpression date = told.news();
    boolean counted = date != null && date.period() instanceof Period.Shift s && s.sign() != 0;
    return counted && told.status() == ClaimStatus.SCHEDULED && windows.news(told) == null;
  }

  private static boolean isPlan(Finding finding) {
    return finding.status() == null
        || finding.status() == ClaimStatus.SCHEDULED
        || finding.status() == ClaimStatus.DELAYED
        || finding.status() == ClaimStatus.ACCELERATED;
  }

  /**
   * "It will not ship in March; the new target is May": where the same article moves the release, a
   * plan negated names the old date.
   */
  void replaceNegated() {
    for (Finding finding : List.copyOf(findings)) {
      Window denied = isNegated(finding) && finding.news() != null ? windows.news(finding) : null;
      if (denied == null || !isMovedFrom(denied)) continue;
      findings.set(findings.indexOf(finding), finding.asOld());
      dropPlansOf(denied);
    }
  }

  private boolean isMovedFrom(Window denied) {
    if (isReaffirmed()) return false;
    boolean moved = moved() != null || findings.stream().anyMatch(Findings::awaitsNewDate);
    for (Finding other : scheduled()) {
      Window window = windows.ahead(other);
      moved |= window != null && ArticleWindows.endsBefore(denied, window);
    }
    return moved;
  }

  /** "No new date was given": there was an old one. */
  private static boolean awaitsNewDate(Finding finding) {
    Cue cue = finding.cue();
    if (finding.status() != ClaimStatus.UNDATED || cue == null) return false;
    ReadSentence sentence = finding.sentence();
    return sentence.contains(cue.start(), cue.end(), "new")
        || sentence.contains(cue.start(), cue.end(), "fresh");
  }

  private void dropPlansOf(Window denied) {
    findings.removeIf(
        finding ->
            isPlan(finding) && finding.news() != null && denied.equals(windows.news(finding)));
  }

  private static boolean isNegated(Finding finding) {
    Cue cue = finding.cue();
    return finding.status() == ClaimStatus.DENIED
        && cue != null
        && cue.rule().startsWith("negation");
  }

  /** The first finding of a delay or of an acceleration: the article's main news. */
  @Nullable Finding moved() {
    for (Finding moved : findings) {
      boolean moves =
          moved.status() == ClaimStatus.DELAYED || moved.status() == ClaimStatus.ACCELERATED;
      if (!moves || isOfAnother(moved)) continue;
      return first(other -> other.status() == moved.status() && !isOfAnother(other));
    }
    return null;
  }

  /** "Ultra version of the X slips": of another where the text says that the X itself stands. */
  private boolean isOfAnother(Finding moved) {
    if (!moved.isBare()) return false;
    if (moved.sentence().inTitle()) return isReaffirmed();
    boolean own = moved.sentence().names(subject) || refersBack(moved);
    return !own && (isAfterThePlan(moved) || standsByName());
  }

  /** "The X goes on sale tomorrow. ... Britain has to wait": the plan was told before, by name. */
  private boolean isAfterThePlan(Finding moved) {
    for (Finding told : findings) {
      if (told.equals(moved)) return false;
      boolean named = told.sentence().names(subject);
      if (named && isPlanned(told) && windows.ahead(told) != null) return true;
    }
    return false;
  }

  /** "The maker has put its plant on hold. The X is still due in May". */
  private boolean standsByName() {
    return findings.stream()
        .filter(told -> told.officialWord() && isPlanned(told))
        .map(Finding::sentence)
        .anyMatch(sentence -> sentence.names(subject) && !sentence.inTitle());
  }

  /** "The game has been delayed", "put it off": the product itself. */
  private static boolean refersBack(Finding moved) {
    Cue cue = Objects.requireNonNull(moved.cue());
    ReadSentence sentence = moved.sentence();
    int first = Math.max(sentence.from(), cue.start() - BESIDE);
    int last = Math.min(sentence.to(), cue.end() + BESIDE);
    return sentence.tokens().isOneOf(sentence.from(), "that", "this", "they")
        || refersBack(sentence.tokens(), first, cue.start())
        || refersBack(sentence.tokens(), cue.end(), last);
  }

  private static boolean refersBack(Tokens tokens, int from, int to) {
    for (int at = from; at < to; at++) {
      boolean other = tokens.isOneOf(at - 1, "last", "previous", "other", "another");
      boolean thing = SubjectFinder.isThing(tokens.word(at)) && !other;
      if (thing || tokens.isOneOf(at, "it", "them")) return true;
    }
    return false;
  }

  /** The text says of a date that it stands. */
  boolean isReaffirmed() {
    return findings.stream().anyMatch(f -> f.officialWord() && isPlanned(f));
  }

  private static boolean isPlanned(Finding finding) {
    return finding.status() == ClaimStatus.SCHEDULED && finding.news() != null;
  }

  @Nullable Finding first(ClaimStatus status) {
    return first(finding -> finding.status() == status);
  }

  /** In the text before the title. */
  @Nullable Finding first(Predicate<Finding> wanted) {
    Finding inTitle = null;
    for (Finding finding : findings) {
      if (!wanted.test(finding)) continue;
      if (!finding.sentence().inTitle()) return finding;
      inTitle = finding;
    }
    return inTitle;
  }

  /** The first release told with its day, else the first told at all. */
  @Nullable Finding released() {
    for (Finding finding : findings) {
      if (finding.status() == ClaimStatus.RELEASED && finding.news() != null) return finding;
    }
    return first(ClaimStatus.RELEASED);
  }

  /** Findings with a date still to come: those of the text before those of the title. */
  List<Finding> scheduled() {
    var found = new ArrayList<Finding>();
    for (Finding finding : findings) {
      boolean planned = finding.status() == ClaimStatus.SCHEDULED;
      if (planned && windows.ahead(finding) != null) found.add(finding);
    }
    found.sort(Comparator.comparing((Finding f) -> f.sentence().inTitle()));
    return found;
  }

  /** "Comes in March rather than this month" is a move, whatever its verb. */
  private static boolean isMoveOf(Finding moved, Finding other) {
    boolean replaces = other.status() == ClaimStatus.SCHEDULED && other.old() != null;
    return other.status() == moved.status() || (replaces && !moved.sentence().inTitle());
  }

  /** The finding of the move that names the new date: in the text before the title. */
  @Nullable Finding dated(Finding moved) {
    return first(other -> isMoveOf(moved, other) && windows.ahead(other) != null);
  }
}
