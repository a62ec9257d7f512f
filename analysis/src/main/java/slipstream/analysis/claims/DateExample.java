package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Window;

/**
 * A date in a sentence that speaks of a subject: what the roles of dates are trained from.
 *
 * @param features what the classifier sees of it
 * @param windows what the date may mean: by {@link Sense}, those that resolve
 */
public record DateExample(Set<String> features, List<Window> windows) {
  static DateExample of(RuledDate date, DateFeatures features, LocalDate day) {
    List<Window> windows =
        Arrays.stream(Sense.values())
            .map(sense -> new WindowResolver(day, sense).resolve(date.date()))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return new DateExample(features.names(date), windows);
  }
}
