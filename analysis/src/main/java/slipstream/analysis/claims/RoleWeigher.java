package slipstream.analysis.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of one item are weighed by.
 *
 * @param day of publication; null when unknown
 */
record RoleWeigher(LinearClassifier<DateRole> classifier, @Nullable LocalDate day) {}
