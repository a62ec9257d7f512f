package slipstream.analysis.dates;

/** How the words before or after a period limit the window: "by", "not before", "as early as". */
public enum Bound {
  /** The period itself. */
  AT,
  /** From the day after the reference to the period's end. */
  BY,
  /** From the day after the reference to the day before the period begins. */
  BEFORE,
  /** From the period's beginning, open. */
  NOT_BEFORE,
  /** From the day after the period's end, open. */
  AFTER,
  /** The period itself, hedged. */
  AS_EARLY_AS,
  /** A week to either side of a day, the period itself otherwise. */
  AROUND,
  /** Up to the period: how long something lasts ("until May"). */
  UNTIL,
  /** From a past period on: when something began ("since May"). */
  SINCE
}
