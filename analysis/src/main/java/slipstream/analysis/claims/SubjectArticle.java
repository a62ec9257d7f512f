package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.Window;

/** An article as one reads it who waits for one subject. */
final class SubjectArticle {
  /** What an article says of one subject after that many statements is no news. */
  private static final int MOST_FINDINGS = 60;

  /** Sentences that speak of a subject farther on in an article than this say nothing new. */
  private static final int MOST_STATEMENTS = 500;

  private final WatchedSubject watched;
  private final ReadItem item;
  private final ClaimClassifiers classifiers;

  /** The item's sentences with the cues of the subject's milestone. */
  private final List<ReadSentence> sentences;

  /** Whether the maker itself published it. */
  private final boolean isOwnText;

  /** Words for the maker and the product; in what it publishes itself the maker says "we". */
  private final Set<String> speakers;

  private final List<Statement> statements;
  private final ArticleDates dates;

  /**
   * @param rivalled whether the unveiling of the same product is watched beside it
   */
  SubjectArticle(
      WatchedSubject watched, boolean rivalled, ReadItem item, ClaimClassifiers classifiers) {
    this.watched = watched;
    this.item = item;
    this.classifiers = classifiers;
    this.sentences = watched.reader().apply(item.sentences());
    this.isOwnText = OwnPapers.isOne(item.outlet(), watched.subject().owner());
    this.speakers = speakers();
    this.statements = statements(rivalled);
    this.dates = new ArticleDates(sentences.get(0), item.day(), statements);
  }

  private Set<String> speakers() {
    var words = new HashSet<>(watched.own());
    words.addAll(SubjectWords.ofName(watched.subject()));
    if (isOwnText) words.addAll(List.of("we", "our", "us"));
    return words;
  }

  private List<Statement> statements(boolean rivalled) {
    List<ReadSentence> speaking =
        watched.finder().find(sentences).stream()
            .map(sentence -> sentence.inFiscalYear(watched.subject().fiscalYearStart()))
            .filter(sentence -> Milestones.speaksOf(watched.subject(), sentence, rivalled))
            .limit(MOST_STATEMENTS)
            .toList();
    return Statement.of(speaking, watched.subject().id(), speakers, item.day());
  }

  /**
   * What it claims of the subject, its main news first.
   *
   * @param unveiling when the article says the product is shown; null = it does not
   */
  List<Claim> claims(OriginReader origins, @Nullable Window unveiling) {
    String id = watched.subject().id();
    return ClaimAssembler.assemble(id, item.day(), findings(), unveiling, speaker(origins));
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    RoleWeigher weigher = weigher();
    for (Statement statement : statements) {
      if (findings.size() >= MOST_FINDINGS) break;
      findings.addAll(StatusReader.read(statement, weigher));
    }
    return findings;
  }

  private RoleWeigher weigher() {
    return new RoleWeigher(classifiers.dates(), dates);
  }

  private Speaker speaker(OriginReader origins) {
    WeighedCertainty certainty = certainty();
    return new Speaker() {
      @Override
      public Certainty certainty(Finding finding) {
        return certainty.of(finding);
      }

      @Override
      public List<String> origins(Finding finding, Certainty read) {
        return origins.read(finding, read, watched.subject().owner(), watched.own(), sentences);
      }
    };
  }

  private WeighedCertainty certainty() {
    return new WeighedCertainty(
        new CertaintyReader(watched.own(), sentences, isOwnText),
        new TellerFeatures(sentences, watched.subject().id(), speakers, isOwnText),
        classifiers.tellers());
  }

  /** Adds what was read in each sentence that speaks of the subject, by the sentence's index. */
  void explain(Map<Integer, List<Trace>> told) {
    RoleWeigher weigher = weigher();
    for (Statement statement : statements) {
      ReadSentence sentence = statement.sentence();
      var roles = new WeighedRoles(statement, weigher);
      told.computeIfAbsent(
          sentence.index(),
          index -> Trace.of(sentence, item.day(), date -> roles.role(statement.ruled(date))));
    }
  }

  /** The dates that may be those of the release, where the day of publication is known. */
  List<DateExample> dateExamples() {
    if (item.day() == null) return List.of();
    var examples = new ArrayList<DateExample>();
    for (Statement statement : statements) {
      var features = new DateFeatures(statement, dates);
      for (RuledDate date : statement.dates()) {
        DateExample example = DateExample.of(date, features, item.day());
        if (!example.windows().isEmpty()) examples.add(example);
      }
    }
    return examples;
  }

  /** What its sentences say of the subject, as far as who says it is weighed. */
  List<TellerExample> tellerExamples() {
    WeighedCertainty certainty = certainty();
    return findings().stream().map(certainty::example).flatMap(Optional::stream).toList();
  }
}
