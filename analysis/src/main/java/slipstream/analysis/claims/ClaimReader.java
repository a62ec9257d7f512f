package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.match.Hit;
import slipstream.contracts.Claim;
import slipstream.contracts.Publication;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.config.Watchlist;

/**
 * Reads the release-date claims about watched subjects out of one news item: sentences that speak
 * of a subject, what each says, then the article as a whole. Safe for any number of threads.
 */
public final class ClaimReader {
  private final ItemReader items;

  private ClaimReader(Watchlist watchlist) {
    this.items = new ItemReader(watchlist);
  }

  public static ClaimReader of(Watchlist watchlist) {
    return new ClaimReader(watchlist);
  }

  /**
   * All claims about watched subjects in one item, the article's main news first.
   *
   * @param published null when unknown: then only absolute windows resolve
   * @param hits where watched names stand, in title and text
   */
  public List<Claim> read(
      String title, String text, @Nullable Publication published, String outlet, List<Hit> hits) {
    var subjects = new LinkedHashSet<String>();
    for (Hit hit : hits) if (hit.kind() == WatchedKind.SUBJECT) subjects.add(hit.watched());
    if (subjects.isEmpty()) return List.of();
    LocalDate day = published == null ? null : published.day();
    List<ReadSentence> sentences = items.read(title, text, hits);
    var claims = new ArrayList<Claim>();
    for (String subject : subjects) {
      var findings = new ArrayList<Finding>();
      for (ReadSentence sentence : new SubjectFinder(subject).find(sentences)) {
        findings.addAll(StatusReader.read(sentence, subject));
      }
      claims.addAll(ClaimAssembler.assemble(subject, day, findings));
    }
    return claims;
  }
}
