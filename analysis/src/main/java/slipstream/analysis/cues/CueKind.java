package slipstream.analysis.cues;

/**
 * What a cue tells of a release; each kind is a section of {@code cues.txt} or {@code sources.txt}.
 */
public enum CueKind {
  /** Put off. */
  DELAY,
  /** A plan is not kept or is taken back: the date beside it is the old one. */
  MISS,
  /** Moved, the dates tell which way. */
  MOVE,
  /** Brought forward. */
  ACCELERATE,
  /** The event itself, without tense: launch, debut, go on sale. */
  RELEASE,
  /** The event as something that has happened. */
  RELEASED,
  /** A plan or expectation. */
  PLAN,
  /** An earlier plan, now replaced: stands before its date. */
  OLD,
  /** An earlier plan, now replaced: stands after its date. */
  OLD_AFTER,
  /** A claim is contradicted. */
  DENY,
  /** The product is given up. */
  CANCEL,
  /** Nothing has been announced. */
  SILENT,
  /** The timing is not determined. */
  UNDECIDED,
  /** A milestone that is not the release: pre-orders, earnings, a trailer. */
  OTHER,
  /** What products and companies do besides being released. */
  UNRELATED,
  /** The odds of a betting market. */
  ODDS,
  /** Somebody says something. */
  SAY,
  /** Who speaks is an analyst, a bettor, the market, the author. */
  GUESS,
  /** Who speaks is unnamed people, or an outlet that reports. */
  REPORT,
  /** Who speaks is a post, a leak, chatter. */
  RUMOUR,
  /** Who speaks does so for a company. */
  OFFICE,
  /** Words that look like another cue and are none: "pointed out", "launch director". */
  IDIOM
}
