package slipstream.analysis.dates;

import slipstream.contracts.Precision;

/** A calendar unit that news names periods in. */
public enum Unit {
  DAY(Precision.DAY),
  WEEKEND(Precision.WEEK),
  WEEK(Precision.WEEK),
  MONTH(Precision.MONTH),
  QUARTER(Precision.QUARTER),
  HALF(Precision.HALF),
  SEASON(Precision.SEASON),
  YEAR(Precision.YEAR);

  private final Precision precision;

  Unit(Precision precision) {
    this.precision = precision;
  }

  public Precision precision() {
    return precision;
  }
}
