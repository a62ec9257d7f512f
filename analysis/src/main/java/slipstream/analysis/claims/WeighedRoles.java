package slipstream.analysis.claims;

import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;

/** What each date of a sentence is to one subject's release: the rules' word, weighed. */
final class WeighedRoles {
  /** By which the rules' answer leads: enough for the bundled record to be read as they read it. */
  private static final float TRUST = 8;

  private final ReadSentence sentence;
  private final Scope scope;
  private final DateRoleModel model;
  private final DateRoleReader rules;

  WeighedRoles(ReadSentence sentence, Scope scope, DateRoleModel model) {
    this.sentence = sentence;
    this.scope = scope;
    this.model = model;
    this.rules = new DateRoleReader(sentence);
  }

  /** A distance means nothing by itself, so that none could be learnt from: the rules decide. */
  DateRole role(DateExpression date) {
    DateRole rule = rules.role(date);
    boolean own = scope.isOwn(date.start()) && !scope.isOtherMilestone(date.start());
    DateRole ruled = own ? rule : DateRole.OTHER;
    if (date.period() instanceof Period.Shift) return ruled;
    return model.role(DateFeatures.of(sentence, scope, date, rule), ruled, TRUST);
  }
}
