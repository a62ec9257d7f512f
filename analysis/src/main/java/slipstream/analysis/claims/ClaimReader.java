package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.DateOrder;
import slipstream.analysis.match.Hit;
import slipstream.analysis.text.SplitText;
import slipstream.contracts.Certainty;
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
  /** What an article says of one subject after that many statements is no news. */
  private static final int MOST_FINDINGS = 60;

  /** Sentences that speak of a subject farther on in an article than this say nothing new. */
  private static final int MOST_STATEMENTS = 500;

  /** What a maker calls that in which it writes itself, behind the first word of its name. */
  private static final Pattern BLOG =
      Pattern.compile("((company|developers?|official|studio|engineering) )?(blog|newsroom)");

  /** The same behind its whole name, where any of these will do, or none. */
  private static final Pattern OWN_PAPER =
      Pattern.compile(
          "(\\W+(official|company|corporate|developers?|status|press|news|support|blog|newsroom|page"
              + "|room|site|website|media|centre|center|community|channel|release|releases|team|forum"
              + "|office|studio|diary|letter|statement|announce|announcements?|mailing|list))*");

  private final ItemReader items;
  private final OriginReader origins;
  private final Map<String, Watched> subjects = new HashMap<>();

  /**
   * @param reader how one who waits for the subject reads sentences
   */
  private record Watched(
      Subject subject,
      Set<String> own,
      SubjectFinder finder,
      UnaryOperator<List<ReadSentence>> reader) {}

  private final ClaimClassifiers classifiers;

  private ClaimReader(Watchlist watchlist, ClaimClassifiers classifiers) {
    this.classifiers = classifiers;
    this.items = new ItemReader(watchlist);
    this.origins = new OriginReader(watchlist);
    var milestones = new MilestoneCues();
    for (Subject subject : watchlist.subjects()) {
      Set<String> own = SubjectWords.of(subject);
      var finder = new SubjectFinder(subject.id(), own);
      subjects.put(subject.id(), new Watched(subject, own, finder, milestones.readerFor(subject)));
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
    Set<String> named = named(hits);
    if (named.isEmpty()) return List.of();
    LocalDate day = published == null ? null : published.day();
    List<ReadSentence> sentences = items.read(title, text, order, hits);
    List<Watched> inOrder = unveilingsFirst(named);
    var claims = new ArrayList<Claim>();
    Window unveiling = null;
    for (Watched watched : inOrder) {
      boolean rivalled =
          !Milestones.isUnveiling(watched.subject()) && hasUnveiling(inOrder, watched);
      List<Claim> read =
          read(watched, day, outlet, sentences, rivalled, rivalled ? unveiling : null);
      claims.addAll(read);
      boolean shown = Milestones.isUnveiling(watched.subject()) && !read.isEmpty();
      if (shown) unveiling = read.get(0).window();
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
      List<Hit> hits) {
    LocalDate day = published == null ? null : published.day();
    List<ReadSentence> article = items.read(title, text, order, hits);
    var told = new HashMap<Integer, List<Trace>>();
    for (Watched watched : unveilingsFirst(named(hits))) {
      List<ReadSentence> own = watched.reader().apply(article);
      List<Statement> statements = statements(watched, day, "", own, false);
      var weigher = new RoleWeigher(classifiers.dates(), dates(own, day, statements));
      for (Statement statement : statements) {
        told.computeIfAbsent(statement.sentence().index(), index -> trace(statement, weigher, day));
      }
    }
    var traces = new ArrayList<Trace>();
    for (ReadSentence sentence : article) {
      List<Trace> read = told.get(sentence.index());
      traces.addAll(
          read != null ? read : Trace.of(sentence, day, new DateRoleReader(sentence)::role));
    }
    return traces;
  }

  private static List<Trace> trace(
      Statement statement, RoleWeigher weigher, @Nullable LocalDate day) {
    var roles = new WeighedRoles(statement, weigher);
    return Trace.of(statement.sentence(), day, date -> roles.role(statement.ruled(date)));
  }

  private static Set<String> named(List<Hit> hits) {
    var named = new LinkedHashSet<String>();
    for (Hit hit : hits) if (hit.kind() == WatchedKind.SUBJECT) named.add(hit.watched());
    return named;
  }

  /**
   * The dates that may be those of a subject's release, to train {@link ClaimClassifiers#dates}
   * from.
   *
   * @param hits where watched names stand, in title and text
   */
  public List<DateExample> dates(
      String subject, String title, String text, LocalDate day, String outlet, List<Hit> hits) {
    Watched watched = Objects.requireNonNull(subjects.get(subject), subject);
    List<ReadSentence> article = article(watched, title, text, hits);
    List<Statement> statements = statements(watched, day, outlet, article, false);
    ArticleDates dates = dates(article, day, statements);
    var examples = new ArrayList<DateExample>();
    for (Statement statement : statements) {
      var features = new DateFeatures(statement, dates);
      for (RuledDate date : statement.dates()) {
        DateExample example = DateExample.of(date, features, day);
        if (!example.windows().isEmpty()) examples.add(example);
      }
    }
    return examples;
  }

  /**
   * What the sentences say of a subject, to train {@link ClaimClassifiers#tellers} from.
   *
   * @param hits where watched names stand, in title and text
   * @throws NullPointerException when the subject is not watched
   */
  public List<TellerExample> tellers(
      String subject, String title, String text, LocalDate day, String outlet, List<Hit> hits) {
    Watched watched = Objects.requireNonNull(subjects.get(subject), subject);
    List<ReadSentence> article = article(watched, title, text, hits);
    WeighedCertainty certainty = weighedCertainty(watched, outlet, article);
    return findings(watched, day, outlet, article, false).stream()
        .map(certainty::example)
        .flatMap(Optional::stream)
        .toList();
  }

  private List<ReadSentence> article(Watched watched, String title, String text, List<Hit> hits) {
    return watched.reader().apply(items.read(title, new SplitText(text), DateOrder.UNKNOWN, hits));
  }

  private List<Watched> unveilingsFirst(Set<String> named) {
    var watched = new ArrayList<Watched>();
    for (String id : named) {
      Watched found = subjects.get(id);
      if (found == null) continue;
      watched.add(Milestones.isUnveiling(found.subject()) ? 0 : watched.size(), found);
    }
    return watched;
  }

  private static boolean hasUnveiling(List<Watched> all, Watched one) {
    return all.stream()
        .map(Watched::subject)
        .anyMatch(
            other ->
                Milestones.isUnveiling(other)
                    && Objects.equals(other.owner(), one.subject().owner()));
  }

  private List<Claim> read(
      Watched watched,
      @Nullable LocalDate day,
      String outlet,
      List<ReadSentence> sentences,
      boolean rivalled,
      @Nullable Window unveiling) {
    String id = watched.subject().id();
    List<ReadSentence> article = watched.reader().apply(sentences);
    List<Finding> findings = findings(watched, day, outlet, article, rivalled);
    return ClaimAssembler.assemble(id, day, findings, unveiling, speaker(watched, outlet, article));
  }

  private List<Finding> findings(
      Watched watched,
      @Nullable LocalDate day,
      String outlet,
      List<ReadSentence> article,
      boolean rivalled) {
    var findings = new ArrayList<Finding>();
    List<Statement> statements = statements(watched, day, outlet, article, rivalled);
    var weigher = new RoleWeigher(classifiers.dates(), dates(article, day, statements));
    for (Statement statement : statements) {
      if (findings.size() >= MOST_FINDINGS) break;
      findings.addAll(StatusReader.read(statement, weigher));
    }
    return findings;
  }

  private static ArticleDates dates(
      List<ReadSentence> article, @Nullable LocalDate day, List<Statement> statements) {
    return new ArticleDates(article.get(0), day, statements);
  }

  private static List<Statement> statements(
      Watched watched,
      @Nullable LocalDate day,
      String outlet,
      List<ReadSentence> article,
      boolean rivalled) {
    List<ReadSentence> speaking = speakingOf(watched, article, rivalled);
    return Statement.of(speaking, watched.subject().id(), speakers(watched, outlet), day);
  }

  private static List<ReadSentence> speakingOf(
      Watched watched, List<ReadSentence> article, boolean rivalled) {
    return watched.finder().find(article).stream()
        .map(sentence -> sentence.inFiscalYear(watched.subject().fiscalYearStart()))
        .filter(sentence -> Milestones.speaksOf(watched.subject(), sentence, rivalled))
        .limit(MOST_STATEMENTS)
        .toList();
  }

  /** Words for the maker and the product; in what it publishes itself the maker says "we". */
  private static Set<String> speakers(Watched watched, String outlet) {
    var speakers = new HashSet<>(watched.own());
    speakers.addAll(SubjectWords.ofName(watched.subject()));
    if (isOwner(watched.subject().owner(), outlet)) speakers.addAll(List.of("we", "our", "us"));
    return speakers;
  }

  private ClaimAssembler.Speaker speaker(
      Watched watched, String outlet, List<ReadSentence> article) {
    WeighedCertainty certainty = weighedCertainty(watched, outlet, article);
    return new ClaimAssembler.Speaker() {
      @Override
      public Certainty certainty(Finding finding) {
        return certainty.of(finding);
      }

      @Override
      public List<String> origins(Finding finding, Certainty read) {
        return origins.read(finding, read, watched.subject().owner(), watched.own(), article);
      }
    };
  }

  private WeighedCertainty weighedCertainty(
      Watched watched, String outlet, List<ReadSentence> article) {
    boolean isOwnText = isOwner(watched.subject().owner(), outlet);
    Set<String> speakers = speakers(watched, outlet);
    return new WeighedCertainty(
        new CertaintyReader(watched.own(), article, isOwnText),
        new TellerFeatures(article, watched.subject().id(), speakers, isOwnText),
        classifiers.tellers());
  }

  /** "Acme Games", "Acme Games press office", "Acme blog": what the maker itself publishes. */
  private static boolean isOwner(@Nullable String owner, String outlet) {
    if (owner == null) return false;
    String lower = outlet.toLowerCase(Locale.ROOT);
    String name = owner.toLowerCase(Locale.ROOT);
    if (lower.startsWith(name)) return OWN_PAPER.matcher(lower.substring(name.length())).matches();
    String first = name.split(" ", 2)[0];
    return lower.startsWith(first + " ")
        && BLOG.matcher(lower.substring(first.length() + 1)).matches();
  }
}
