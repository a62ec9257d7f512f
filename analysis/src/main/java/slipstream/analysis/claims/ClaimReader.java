package slipstream.analysis.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.match.Hit;
import slipstream.contracts.Claim;
import slipstream.contracts.Publication;
import slipstream.contracts.config.Watchlist;

/** Reads the release-date claims about watched subjects out of one news item. */
public final class ClaimReader {
  private ClaimReader() {}

  public static ClaimReader of(Watchlist watchlist) {
    return new ClaimReader();
  }

  /**
   * All claims about watched subjects in one item, the article's main news first.
   *
   * @param published null when unknown: then only absolute windows resolve
   * @param hits where watched names stand, in title and text
   */
  public List<Claim> read(
      String title, String text, @Nullable Publication published, String outlet, List<Hit> hits) {
    return List.of();
  }
}
