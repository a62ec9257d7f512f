package slipstream.analysis.claims;

/**
 * What the dates of one article are weighed by.
 *
 * @param article the dates it tells of the subject
 */
record RoleWeigher(LinearClassifier<DateRole> classifier, ArticleDates article) {}
