package slipstream.analysis.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.cues.CueKind;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;

/**
 * Reads how firmly a claim is made (C9): by who speaks in its sentence, else in the sentences
 * around it, else in the article.
 */
final class CertaintyReader {
  private final List<ReadSentence> article;
  private final boolean isOwnText;
  private final TellerReader tellers;
  private final OwnDeeds deeds;

  /** What {@link #beside} said of a sentence, by its index: each is read once. */
  private final Map<Integer, Optional<Certainty>> heard = new HashMap<>();

  private @Nullable Boolean retold;

  /**
   * @param own words of the subject's owner and context, in lower case
   * @param isOwnText whether the owner itself published the article
   */
  CertaintyReader(Set<String> own, List<ReadSentence> article, boolean isOwnText) {
    this.isOwnText = isOwnText;
    this.article = article;
    var owners = new OwnWords(own);
    this.tellers = new TellerReader(own, owners, article);
    this.deeds = new OwnDeeds(owners);
  }

  /**
   * How firmly a claim is made.
   *
   * @param isNamed whether the claim's own sentence says who speaks
   */
  record Told(Certainty certainty, boolean isNamed) {}

  Told read(Finding finding) {
    Certainty said = tellers.said(finding.sentence(), isAboutARumour(finding));
    return new Told(certainty(finding, said), said != null);
  }

  private Certainty certainty(Finding finding, @Nullable Certainty said) {
    ReadSentence sentence = finding.sentence();
    Certainty below = sentence.inTitle() ? toldBelow(sentence) : null;
    if (below != null) return below;
    boolean reported = !isOwnText && isReportedAnywhere(finding);
    boolean retold = tellers.isToldByOthers(sentence);
    if (isOwnDeed(finding, reported || retold)) return Certainty.OFFICIAL;
    if (retold && said == Certainty.OFFICIAL) return Certainty.REPORTED;
    if (said != null) {
      return said == Certainty.REPORTED && isConfirmed(sentence) ? Certainty.OFFICIAL : said;
    }
    boolean plans = !reported && !retold && deeds.plans(sentence);
    if (plans || (!reported && isOwnText)) return Certainty.OFFICIAL;
    return saidAround(finding);
  }

  /** By the nearest sentence that counts. */
  private Certainty saidAround(Finding finding) {
    ReadSentence sentence = finding.sentence();
    for (ReadSentence other : around(sentence.index())) {
      Certainty around = heard.computeIfAbsent(other.index(), at -> beside(other)).orElse(null);
      int distance = Math.abs(other.index() - sentence.index());
      if (around != null && counts(around, distance, finding)) return around;
    }
    return isHedged(sentence) ? Certainty.SPECULATION : Certainty.REPORTED;
  }

  private boolean isOwnDeed(Finding finding, boolean byOthers) {
    if (finding.sentence().has(CueKind.REPORT)) return false;
    return (!byOthers && deeds.moves(finding.sentence())) || isOwnRelease(finding);
  }

  /** What a sentence makes of the claims that stand beside it. */
  private Optional<Certainty> beside(ReadSentence sentence) {
    boolean acts = deeds.moves(sentence) && !tellers.isRetold(sentence);
    Certainty said = acts ? Certainty.OFFICIAL : tellers.said(sentence, false);
    boolean silence = said == Certainty.OFFICIAL && isSilence(sentence);
    return silence ? Optional.empty() : Optional.ofNullable(said);
  }

  /** "Said it would not comment", "declined to discuss it". */
  private static boolean refuses(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    boolean asked = false;
    boolean refused = false;
    for (int at = sentence.from(); at < sentence.to(); at++) {
      String word = tokens.word(at);
      asked |= word.equals("comment") || word.equals("discuss") || word.equals("respond");
      refused |= word.startsWith("declin") || word.startsWith("refus");
      refused |= Negation.isIn(sentence, at);
    }
    return asked && refused;
  }

  /** "Acme said to delay it": whom a headline quotes so its first sentence tells. */
  private @Nullable Certainty toldBelow(ReadSentence title) {
    Tokens tokens = title.tokens();
    for (int at = title.from(); at < title.to(); at++) {
      boolean passive = tokens.word(at).equals("said") && tokens.word(at + 1).equals("to");
      if (passive && article.size() > 1) {
        return Optional.ofNullable(tellers.said(article.get(1), false)).orElse(Certainty.REPORTED);
      }
    }
    return null;
  }

  /** "A spokesman confirmed the content": what others told of is the maker's word by then. */
  private boolean isConfirmed(ReadSentence sentence) {
    int last = Math.min(article.size() - 1, sentence.index() + 2);
    for (int at = sentence.index() + 1; at <= last; at++) {
      ReadSentence next = article.get(at);
      if (!next.has(CueKind.OFFICE)) continue;
      for (Cue say : next.cues(CueKind.SAY)) {
        boolean confirms = next.tokens().isOneOf(say.start(), "confirms", "confirmed");
        if (confirms && !TellerReader.isSilent(next, say)) return true;
      }
    }
    return false;
  }

  /** "Acme today launched it": told on the day, by the one who did it. */
  private boolean isOwnRelease(Finding finding) {
    boolean released = finding.status() == ClaimStatus.RELEASED;
    boolean dated = finding.news() != null && finding.news().period() instanceof Period.Calendar;
    return released && !dated && deeds.launches(finding.sentence());
  }

  /** A refusal to comment or a denial makes nothing official that stands beside it. */
  private static boolean isSilence(ReadSentence sentence) {
    if (refuses(sentence)) return true;
    boolean silent = sentence.has(CueKind.SILENT) || sentence.has(CueKind.DENY);
    return silent && !sentence.has(CueKind.SAY);
  }

  /** The rumour that is denied, or that nobody has put a date to, does not make the denial one. */
  private static boolean isAboutARumour(Finding finding) {
    return finding.status() == ClaimStatus.DENIED || finding.status() == ClaimStatus.UNDATED;
  }

  /**
   * A report colours the whole article; gossip and an official word only what stands beside. That a
   * product is out everybody sees: only its maker's own words make it official.
   */
  private static boolean counts(Certainty certainty, int distance, Finding finding) {
    boolean seen = finding.status() == ClaimStatus.RELEASED;
    return switch (certainty) {
      case REPORTED -> true;
      case OFFICIAL -> !seen && distance <= 3;
      case RUMOURED, SPECULATION, UNKNOWN -> distance <= 1;
    };
  }

  /** A release is seen by all; a delay that the article has from others is theirs. */
  private boolean isReportedAnywhere(Finding finding) {
    if (finding.status() == ClaimStatus.RELEASED) return false;
    Boolean known = retold;
    if (known == null) {
      known = article.stream().anyMatch(tellers::isRetold);
      retold = known;
    }
    return known;
  }

  private List<ReadSentence> around(int index) {
    var around = new ArrayList<ReadSentence>();
    for (int distance = 1; distance < article.size(); distance++) {
      if (index - distance > 0) around.add(article.get(index - distance));
      if (index + distance < article.size()) around.add(article.get(index + distance));
    }
    return around;
  }

  private static boolean isHedged(ReadSentence sentence) {
    for (int at = sentence.from(); at < sentence.to(); at++) {
      if (sentence.tokens().isCapitalised(at)) continue;
      switch (sentence.tokens().word(at)) {
        case "could", "might", "may", "perhaps", "possibly" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
