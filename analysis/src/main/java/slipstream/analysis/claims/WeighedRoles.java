package slipstream.analysis.claims;

import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;

/** What each date of a sentence is to one subject's release: the rules' word, weighed. */
final class WeighedRoles {
  /** By which a role that the rules see leads; that they see none tells less, and leads by none. */
  private static final float TRUST = 2;

  /** That of a plan told in so many words: "could come out in the next few weeks". */
  private static final float PLAIN = 5;

  private final Scope scope;
  private final DateFeatures features;
  private final LinearClassifier<DateRole> classifier;
  private final DateRoleReader rules;

  WeighedRoles(ReadSentence sentence, Scope scope, RoleWeigher weigher) {
    this.scope = scope;
    this.features = new DateFeatures(sentence, scope, weigher.day());
    this.classifier = weigher.classifier();
    this.rules = new DateRoleReader(sentence);
  }

  /** A distance means nothing by itself, so that none could be learnt from: the rules decide. */
  DateRole role(DateExpression date) {
    DateRole rule = rules.role(date);
    boolean own = scope.isOwn(date.start());
    boolean otherMilestone = scope.isOtherMilestone(date.start());
    DateRole ruled = own && !otherMilestone ? rule : DateRole.OTHER;
    if (date.period() instanceof Period.Shift) return ruled;
    var sums = classifier.sums();
    features.tell(date, rule, own, otherMilestone, sums);
    return sums.best(ruled, lead(date, ruled));
  }

  private float lead(DateExpression date, DateRole ruled) {
    if (ruled == DateRole.OTHER) return 0;
    return ruled == DateRole.NEWS && rules.isPlainPlan(date) ? PLAIN : TRUST;
  }
}
