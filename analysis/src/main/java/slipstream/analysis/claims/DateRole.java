package slipstream.analysis.claims;

/** What a date is to the release spoken of. */
public enum DateRole {
  /** When it is to come, or came. */
  NEWS,
  /** When it was to come by an earlier plan. */
  OLD,
  /** The date of something else: the report, another event, a background fact. */
  OTHER
}
