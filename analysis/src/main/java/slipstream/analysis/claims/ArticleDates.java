package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.claims.Feature.Constants;
import slipstream.analysis.cues.CueKind;
import slipstream.contracts.Window;

/**
 * The dates of all that an article says of one subject: what one of them is, the others tell as
 * well. A day within the month of the headline is seldom another product's.
 */
final class ArticleDates {
  /** Dates farther away, in number, tell nothing more; so the cost of many stays linear. */
  private static final int REACH = 8;

  private static final Feature TITLE_CUE = Feature.of("title-cue");
  private static final Feature BESIDE = Feature.of("beside");
  private static final Constants<Side> SIDES = new Constants<>(Side.class);
  private static final Constants<Order> ORDERS = new Constants<>(Order.class);

  private final ReadSentence title;
  private final @Nullable LocalDate day;
  private final List<RuledDate> all;

  /** Where another date stands; by these names features are trained. */
  private enum Side {
    TITLE,
    PRECEDING,
    BEFORE,
    AFTER,
    FOLLOWING;

    static Side of(RuledDate other, RuledDate date) {
      boolean before = other.index() < date.index();
      if (other.sentence().index() == date.sentence().index()) return before ? BEFORE : AFTER;
      if (other.sentence().inTitle()) return TITLE;
      return before ? PRECEDING : FOLLOWING;
    }
  }

  /** How the days that a date means lie to another's; by these names features are trained. */
  private enum Order {
    SAME,
    INSIDE,
    AROUND,
    SOONER,
    LATER;

    static Order of(Window one, Window other) {
      boolean inside = ArticleWindows.within(one, other);
      boolean around = ArticleWindows.within(other, one);
      if (inside) return around ? SAME : INSIDE;
      if (around) return AROUND;
      return one.earliest().isBefore(other.earliest()) ? SOONER : LATER;
    }
  }

  /**
   * @param title of the article
   * @param day of its publication; null when unknown
   */
  ArticleDates(ReadSentence title, @Nullable LocalDate day, List<Statement> statements) {
    this.title = title;
    this.day = day;
    this.all = statements.stream().flatMap(statement -> statement.dates().stream()).toList();
  }

  /** The day of publication; null when unknown. */
  @Nullable LocalDate day() {
    return day;
  }

  /** Tells what the title and the other dates tell of one; some of it more than once. */
  void tell(RuledDate date, FeatureSink sink) {
    for (CueKind kind : title.kinds()) tell(TITLE_CUE.and(Feature.KINDS.of(kind)), date, sink);
    int last = Math.min(all.size(), date.index() + REACH + 1);
    for (int at = Math.max(0, date.index() - REACH); at < last; at++) {
      if (at != date.index()) tellOther(date, all.get(at), sink);
    }
  }

  private static void tellOther(RuledDate date, RuledDate other, FeatureSink sink) {
    if (date.windows().isEmpty() || other.windows().isEmpty()) return;
    Order order = Order.of(date.windows().get(0), other.windows().get(0));
    Feature placed = BESIDE.and(SIDES.of(Side.of(other, date))).and(ORDERS.of(order));
    tell(placed.and(Feature.ROLES.of(other.role())), date, sink);
  }

  /** By itself, and beside the date's own rule. */
  private static void tell(Feature feature, RuledDate date, FeatureSink sink) {
    sink.add(feature);
    sink.add(feature.and(Feature.ROLES.of(date.rule())));
  }
}
