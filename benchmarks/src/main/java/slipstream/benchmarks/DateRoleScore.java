package slipstream.benchmarks;

import java.util.List;
import java.util.Locale;
import slipstream.analysis.claims.DateRole;
import slipstream.analysis.claims.DateRoleModel;
import slipstream.benchmarks.DateRoleTrainer.Example;

/** How well weights tell the roles of dates that they were not trained from. */
final class DateRoleScore {
  private static final List<DateRole> ROLES = List.of(DateRole.values());
  private final int[][] counts = new int[ROLES.size()][ROLES.size()];

  DateRoleScore(DateRoleModel model, List<Example> examples) {
    for (Example example : examples) {
      counts[ROLES.indexOf(example.role())][ROLES.indexOf(model.role(example.features()))]++;
    }
  }

  String line(String set) {
    int all = 0;
    int right = 0;
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      for (int count : counts[i]) all += count;
    }
    double share = (double) right / Math.max(1, all);
    return String.format(
        Locale.ROOT,
        "%-10s %5d  %.3f  %.3f %.3f",
        set,
        all,
        share,
        f1(DateRole.NEWS),
        f1(DateRole.OLD));
  }

  private double f1(DateRole of) {
    int role = ROLES.indexOf(of);
    int told = 0;
    int is = 0;
    for (int i = 0; i < counts.length; i++) {
      told += counts[i][role];
      is += counts[role][i];
    }
    return 2.0 * counts[role][role] / Math.max(1, told + is);
  }
}
