package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateOrder;
import slipstream.analysis.match.Hit;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Claim;
import slipstream.contracts.Publication;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.Window;
import slipstream.contracts.config.Subject;
import slipstream.contracts.config.Watchlist;

/**
 * Reads the release-date claims about watched subjects out of one news item: sentences that speak
 * of a subject, what each says, then the article as a whole. Safe for any number of threads.
 */
public final class ClaimReader {
  private final ItemReader items;
  private final OriginReader origins;
  private final Map<String, WatchedSubject> subjects = new HashMap<>();
  private final ClaimClassifiers classifiers;

  private ClaimReader(Watchlist watchlist, ClaimClassifiers classifiers) {
    this.classifiers = classifiers;
    this.items = new ItemReader(watchlist);
    this.origins = new OriginReader(watchlist);
    var milestones = new MilestoneCues();
    for (Subject subject : watchlist.subjects()) {
      subjects.put(subject.id(), WatchedSubject.of(subject, milestones));
    }
  }

  /** A reader of claims about what is watched. */
  public static ClaimReader of(Watchlist watchlist) {
    return of(watchlist, ClaimClassifiers.shipped());
  }

  /** A reader that weighs by other classifiers than those shipped. */
  public static ClaimReader of(Watchlist watchlist, ClaimClassifiers classifiers) {
    return new ClaimReader(watchlist, classifiers);
  }

  /**
   * All claims about watched subjects in one item, the article's main news first.
   *
   * @param published null when unknown: then only absolute windows resolve
   * @param hits where watched names stand, in title and text
   */
  public List<Claim> read(
      String title, String text, @Nullable Publication published, String outlet, List<Hit> hits) {
    return read(title, new SplitText(text), DateOrder.UNKNOWN, published, outlet, hits);
  }

  /**
   * All claims about watched subjects in one item, the article's main news first.
   *
   * @param order how dates in numbers are written where the item comes from
   */
  public List<Claim> read(
      String title,
      SplitText text,
      DateOrder order,
      @Nullable Publication published,
      String outlet,
      List<Hit> hits) {
    List<WatchedSubject> watched = watched(hits);
    if (watched.isEmpty()) return List.of();
    ReadItem item = item(title, text, order, published, outlet, hits);
    var claims = new ArrayList<Claim>();
    Window shown = null;
    for (WatchedSubject one : watched) {
      boolean rivalled = isRivalled(one, watched);
      List<Claim> read = article(one, rivalled, item).claims(origins, rivalled ? shown : null);
      claims.addAll(read);
      if (one.isUnveiling() && !read.isEmpty()) shown = read.get(0).window();
    }
    return claims;
  }

  /**
   * What was read where, sentence by sentence: dates, cues, and the rule that read each. A sentence
   * is read for the first subject it speaks of.
   *
   * @param published null when unknown: then the windows are left out
   */
  public List<Trace> explain(
      String title,
      SplitText text,
      DateOrder order,
      @Nullable Publication published,
      String outlet,
      List<Hit> hits) {
    ReadItem item = item(title, text, order, published, outlet, hits);
    List<WatchedSubject> watched = watched(hits);
    var told = new HashMap<Integer, List<Trace>>();
    for (WatchedSubject one : watched) article(one, isRivalled(one, watched), item).explain(told);
    var traces = new ArrayList<Trace>();
    for (ReadSentence sentence : item.sentences()) {
      List<Trace> read = told.get(sentence.index());
      traces.addAll(
          read != null ? read : Trace.of(sentence, item.day(), new DateRoleReader(sentence)::role));
    }
    return traces;
  }

  /**
   * The dates that may be those of a subject's release, to train {@link ClaimClassifiers#dates}
   * from.
   *
   * @param hits where watched names stand, in title and text
   * @throws NullPointerException when the subject is not watched
   */
  public List<DateExample> dates(
      String subject, String title, String text, LocalDate day, String outlet, List<Hit> hits) {
    return article(subject, title, text, day, outlet, hits).dateExamples();
  }

  /**
   * What the sentences say of a subject, to train {@link ClaimClassifiers#tellers} from.
   *
   * @param hits where watched names stand, in title and text
   * @throws NullPointerException when the subject is not watched
   */
  public List<TellerExample> tellers(
      String subject, String title, String text, LocalDate day, String outlet, List<Hit> hits) {
    return article(subject, title, text, day, outlet, hits).tellerExamples();
  }

  private SubjectArticle article(
      String subject, String title, String text, LocalDate day, String outlet, List<Hit> hits) {
    WatchedSubject watched = Objects.requireNonNull(subjects.get(subject), subject);
    var sentences = items.read(title, new SplitText(text), DateOrder.UNKNOWN, hits);
    var item = new ReadItem(sentences, day, outlet);
    return article(watched, isRivalled(watched, watched(hits)), item);
  }

  private SubjectArticle article(WatchedSubject watched, boolean rivalled, ReadItem item) {
    return new SubjectArticle(watched, rivalled, item, classifiers);
  }

  private ReadItem item(
      String title,
      SplitText text,
      DateOrder order,
      @Nullable Publication published,
      String outlet,
      List<Hit> hits) {
    LocalDate day = published == null ? null : published.day();
    return new ReadItem(items.read(title, text, order, hits), day, outlet);
  }

  /** The subjects that an item names: those first whose unveiling is watched. */
  private List<WatchedSubject> watched(List<Hit> hits) {
    var named = new LinkedHashSet<String>();
    for (Hit hit : hits) if (hit.kind() == WatchedKind.SUBJECT) named.add(hit.watched());
    var watched = new ArrayList<WatchedSubject>();
    for (String id : named) {
      WatchedSubject found = subjects.get(id);
      if (found != null) watched.add(found.isUnveiling() ? 0 : watched.size(), found);
    }
    return watched;
  }

  /** True when the unveiling of a product of the same maker is watched beside its release. */
  private static boolean isRivalled(WatchedSubject one, List<WatchedSubject> all) {
    String owner = one.subject().owner();
    return !one.isUnveiling()
        && all.stream()
            .anyMatch(
                other -> other.isUnveiling() && Objects.equals(other.subject().owner(), owner));
  }
}
