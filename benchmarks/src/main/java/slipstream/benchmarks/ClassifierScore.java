package slipstream.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import slipstream.analysis.claims.LinearClassifier;
import slipstream.benchmarks.ClassifierTrainer.Example;

/** How well a classifier tells the classes of examples that it was not trained from. */
final class ClassifierScore<C extends Enum<C>> {
  private final List<C> classes;
  private final int[][] counts;

  ClassifierScore(Class<C> classes, LinearClassifier<C> classifier, List<Example<C>> examples) {
    this.classes = List.of(classes.getEnumConstants());
    this.counts = new int[this.classes.size()][this.classes.size()];
    for (Example<C> example : examples) {
      C best = classifier.best(example.features());
      counts[this.classes.indexOf(example.answer())][this.classes.indexOf(best)]++;
    }
  }

  /** Set, examples, share right, and F1 by class. */
  String line(String set) {
    int all = 0;
    int right = 0;
    var columns = new ArrayList<String>();
    for (int i = 0; i < counts.length; i++) {
      right += counts[i][i];
      for (int count : counts[i]) all += count;
      columns.add(
          String.format(
              Locale.ROOT, "%s %.3f", classes.get(i).name().toLowerCase(Locale.ROOT), f1(i)));
    }
    double share = (double) right / Math.max(1, all);
    return String.format(
        Locale.ROOT, "%-10s %5d  %.3f  %s", set, all, share, String.join("  ", columns));
  }

  private double f1(int of) {
    int told = 0;
    int is = 0;
    for (int i = 0; i < counts.length; i++) {
      told += counts[i][of];
      is += counts[of][i];
    }
    return 2.0 * counts[of][of] / Math.max(1, told + is);
  }
}
