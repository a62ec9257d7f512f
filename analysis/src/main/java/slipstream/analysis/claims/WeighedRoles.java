package slipstream.analysis.claims;

import java.util.Set;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;

/** What each date of a sentence is to one subject's release: the rules' word, weighed. */
final class WeighedRoles {
  /** By which a role that the rules see leads; that they see none tells less, and leads by none. */
  private static final float TRUST = 2;

  private final ReadSentence sentence;
  private final Scope scope;
  private final RoleWeigher weigher;
  private final DateRoleReader rules;

  WeighedRoles(ReadSentence sentence, Scope scope, RoleWeigher weigher) {
    this.sentence = sentence;
    this.scope = scope;
    this.weigher = weigher;
    this.rules = new DateRoleReader(sentence);
  }

  /** A distance means nothing by itself, so that none could be learnt from: the rules decide. */
  DateRole role(DateExpression date) {
    DateRole rule = rules.role(date);
    boolean own = scope.isOwn(date.start()) && !scope.isOtherMilestone(date.start());
    DateRole ruled = own ? rule : DateRole.OTHER;
    if (date.period() instanceof Period.Shift) return ruled;
    Set<String> features = DateFeatures.of(sentence, scope, date, rule, weigher.day());
    return weigher.model().role(features, ruled, ruled == DateRole.OTHER ? 0 : TRUST);
  }
}
