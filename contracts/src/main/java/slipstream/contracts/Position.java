package slipstream.contracts;

import static slipstream.contracts.Required.field;

import org.jspecify.annotations.Nullable;

/**
 * What is held of a subject at one moment.
 *
 * @param state dated, no date, released ...
 * @param status of the claim it rests on; null when nothing is held
 * @param window the days held; null unless dated or released
 */
public record Position(OutlookState state, @Nullable ClaimStatus status, @Nullable Window window) {
  public static final Position NONE = new Position(OutlookState.NONE, null, null);

  public Position {
    field(state, "position.state");
  }
}
