package slipstream.analysis.dates;

/** The part of a period that the text names: "early May", "the second half of this month". */
public enum Part {
  WHOLE,
  EARLY,
  MID,
  LATE,
  /** "The end of": the same as late in a month, the last two months of a year. */
  END,
  FIRST_HALF,
  SECOND_HALF,
  FIRST_WEEK,
  SECOND_WEEK,
  THIRD_WEEK,
  FOURTH_WEEK,
  LAST_WEEK,
  /** "Later this month": what is left of it. */
  REST
}
