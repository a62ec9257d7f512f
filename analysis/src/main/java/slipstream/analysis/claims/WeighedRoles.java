package slipstream.analysis.claims;

import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Period;

/** What each date of a sentence is to one subject's release: the rules' word, weighed. */
final class WeighedRoles {
  /** By which a role that the rules see leads; that they see none tells less, and leads by none. */
  private static final float TRUST = 4;

  /**
   * That of an old plan, or of one told in so many words: "could come out in the next few weeks".
   */
  private static final float PLAIN = 6;

  /** That of a step which is no release: "orders open on May 4". */
  private static final float STEP = 2;

  /**
   * That of one told of "it" or "the game": of a sentence without its name weights tell little; and
   * of a plan plainly negated.
   */
  private static final float OF_IT = 9;

  private final DateFeatures features;
  private final LinearClassifier<DateRole> classifier;
  private final DateRoleReader rules;

  WeighedRoles(Statement statement, RoleWeigher weigher) {
    this.features = new DateFeatures(statement, weigher.article());
    this.classifier = weigher.classifier();
    this.rules = statement.rules();
  }

  /**
   * A distance means nothing by itself, so that none could be learnt from, and "in May and not in
   * June", "drops June for May" or "will not make June" leave no doubt: there the rules decide.
   */
  DateRole role(RuledDate date) {
    boolean instead = date.own() && ReplacedDates.isInstead(date.sentence(), date.date());
    if (instead) return DateRole.NEWS;
    if (isPlainlyOld(date) || date.date().period() instanceof Period.Shift) return date.role();
    var sums = classifier.sums();
    features.tell(date, sums);
    return sums.best(date.role(), lead(date));
  }

  private static boolean isPlainlyOld(RuledDate date) {
    if (date.role() != DateRole.OLD) return false;
    if (isPartOfMiss(date)) return true;
    boolean alone = date.sentence().dates().get(0).equals(date.date()); // "no, not this week"
    return !alone && ReplacedDates.isReplaced(date.sentence().tokens(), date.date());
  }

  /** The date that "will not make June" is about; "from May" may tell when something begins. */
  private static boolean isPartOfMiss(RuledDate date) {
    int start = date.date().start();
    if (date.sentence().tokens().word(start - 1).equals("from")) return false;
    return date.sentence().cues(CueKind.MISS).stream()
        .anyMatch(miss -> miss.start() < start && miss.end() > start);
  }

  private float lead(RuledDate date) {
    if (date.role() == DateRole.OTHER) return date.otherMilestone() ? STEP : 0;
    if (date.role() == DateRole.OLD) return PLAIN;
    if (rules.isOfIt(date.date()) || rules.isPlainlyNegated(date.date())) return OF_IT;
    return rules.isPlainPlan(date.date()) ? PLAIN : TRUST;
  }
}
