package slipstream.analysis.claims;

import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Period;

/** What each date of a sentence is to one subject's release: the rules' word, weighed. */
final class WeighedRoles {
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
    if (!(date.period() instanceof Period.Shift))
      return model.role(DateFeatures.of(sentence, scope, date, rule));
    boolean own = scope.isOwn(date.start()) && !scope.isOtherMilestone(date.start());
    return own ? rule : DateRole.OTHER;
  }
}
