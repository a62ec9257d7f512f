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
import slipstream.analysis.cues.WordLists;
import slipstream.analysis.dates.Period;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.Certainty;
import slipstream.contracts.ClaimStatus;

/**
 * Reads how firmly a claim is made (C9): by who speaks in its sentence, else in the sentences
 * around it, else in the article.
 */
final class CertaintyReader {
  private static final int REACH = 6;
  private static final Set<String> NOT_SPEAKING =
      WordSet.of(
          "to", "of", "with", "near", "told", "inside", "at", "by", "in", "from", "for", "on");

  private static final WordSet VERBS = WordLists.of("date-verb");

  /**
   * "Acme has postponed it" is Acme's own act; "Acme launched it last year" is any outlet's flat
   * assertion.
   */
  private static final CueKind[] DEEDS = {
    CueKind.DELAY, CueKind.MISS, CueKind.MOVE, CueKind.ACCELERATE, CueKind.CANCEL
  };

  private static final WordSet MAKERS = WordLists.of("maker-named");

  private static final CueKind[] LAUNCHES = {CueKind.RELEASED};
  private static final CueKind[] PLANS = {CueKind.PLAN, CueKind.RELEASE};

  private final Set<String> own;
  private final List<ReadSentence> article;
  private final boolean isOwnText;
  private final SpeakerReader speakers;

  /** What {@link #beside} said of a sentence, by its index: each is read once. */
  private final Map<Integer, Optional<Certainty>> heard = new HashMap<>();

  private @Nullable Boolean retold;

  /**
   * @param own words of the subject's owner and context, in lower case
   * @param isOwnText whether the owner itself published the article
   */
  CertaintyReader(Set<String> own, List<ReadSentence> article, boolean isOwnText) {
    this.own = own;
    this.isOwnText = isOwnText;
    this.article = article;
    this.speakers = new SpeakerReader(own, article);
  }

  Certainty read(Finding finding) {
    ReadSentence sentence = finding.sentence();
    Certainty told = sentence.inTitle() ? toldBelow(sentence) : null;
    if (told != null) return told;
    boolean reported = !isOwnText && isReportedAnywhere(finding);
    boolean retold = isToldByOthers(sentence);
    boolean acts = acts(sentence) && !sentence.has(CueKind.REPORT);
    if (acts && !reported && !retold) return Certainty.OFFICIAL;
    if (isOwnRelease(finding) && !sentence.has(CueKind.REPORT)) return Certainty.OFFICIAL;
    Certainty said = said(sentence, isAboutARumour(finding));
    if (retold && said == Certainty.OFFICIAL) return Certainty.REPORTED;
    if (said != null)
      return said == Certainty.REPORTED && isConfirmed(sentence) ? Certainty.OFFICIAL : said;
    boolean plans = !reported && !retold && isAgent(sentence, PLANS);
    if (plans || (!reported && isOwnText)) return Certainty.OFFICIAL;
    for (ReadSentence other : around(sentence.index())) {
      Certainty around = heard.computeIfAbsent(other.index(), at -> beside(other)).orElse(null);
      int distance = Math.abs(other.index() - sentence.index());
      if (around != null && counts(around, distance, finding)) return around;
    }
    return isHedged(sentence) ? Certainty.SPECULATION : Certainty.REPORTED;
  }

  /** True when the sentence itself says who speaks. */
  boolean namesTeller(Finding finding) {
    return said(finding.sentence(), isAboutARumour(finding)) != null;
  }

  /** "Cinema owners say Acme has taken it off the calendar": not Acme's word. */
  private boolean isToldByOthers(ReadSentence sentence) {
    List<Cue> says = sentence.cues(isLeak(sentence) ? CueKind.RUMOUR : CueKind.SAY);
    if (says.isEmpty() || sentence.has(CueKind.OFFICE)) return false;
    int say = says.get(0).start();
    Tokens tokens = sentence.tokens();
    boolean maker = false;
    for (int at : ownWords(sentence)) {
      if (at < say) return false;
      maker |= at <= say + REACH;
    }
    boolean teller = say > sentence.from() && say <= sentence.from() + REACH;
    return maker && teller && !tokens.isOneOf(say - 1, "it", "they", "we", "he", "she", "who");
  }

  /** What a sentence makes of the claims that stand beside it. */
  private Optional<Certainty> beside(ReadSentence sentence) {
    boolean acts = acts(sentence) && !isRetold(sentence);
    Certainty said = acts ? Certainty.OFFICIAL : said(sentence, false);
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
        return Optional.ofNullable(said(article.get(1), false)).orElse(Certainty.REPORTED);
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
        if (confirms && !isSilent(next, say)) return true;
      }
    }
    return false;
  }

  /** "Acme today launched it": told on the day, by the one who did it. */
  private boolean isOwnRelease(Finding finding) {
    boolean released = finding.status() == ClaimStatus.RELEASED;
    boolean dated = finding.news() != null && finding.news().period() instanceof Period.Calendar;
    return released && !dated && isAgent(finding.sentence(), LAUNCHES);
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

  /** What the speakers of one sentence make it; null when nobody is said to speak. */
  private @Nullable Certainty said(ReadSentence sentence, boolean aboutARumour) {
    boolean unnamed = unnamedSpeak(sentence);
    boolean retold = unnamed || OutletNames.findSource(sentence, own).isPresent();
    if (!aboutARumour && isLeak(sentence)) return Certainty.RUMOURED;
    if (!retold && (speaks(sentence) || officeSpeaks(sentence))) return Certainty.OFFICIAL;
    if (isGuess(sentence)) return Certainty.SPECULATION;
    boolean people = retold || OutletNames.find(sentence, own).isPresent();
    if (sentence.has(CueKind.RUMOUR) && !people && !aboutARumour) return Certainty.RUMOURED;
    if (people) return Certainty.REPORTED;
    return speakers.speaks(sentence) ? Certainty.OFFICIAL : null;
  }

  /** "According to the leaker X": a name makes no outlet of him. */
  private static boolean isLeak(ReadSentence sentence) {
    for (Cue cue : sentence.cues(CueKind.RUMOUR)) {
      if (sentence.tokens().isOneOf(cue.start(), "leaker", "tipster", "blogger")) return true;
    }
    return false;
  }

  /**
   * Unnamed people who tell an outlet: not "unnamed outlets reported", which is hearsay, not the
   * "chief executive said", and not the "reports that" somebody denies.
   */
  private static boolean unnamedSpeak(ReadSentence sentence) {
    for (Cue report : sentence.cues(CueKind.REPORT)) {
      boolean other = false;
      for (Cue cue : sentence.cues(CueKind.RUMOUR, CueKind.OFFICE)) {
        boolean whose = sentence.tokens().isOneOf(cue.start() - 1, "of", "at", "from", "in");
        other |= !whose && cue.start() < report.end() && report.start() < cue.end();
      }
      other |= sentence.contains(report.start() - 3, report.start(), "after");
      boolean denied = sentence.has(CueKind.DENY);
      denied &= sentence.tokens().word(report.start()).startsWith("report");
      if (!other && !denied) return true;
    }
    return false;
  }

  /** Somebody who speaks for the maker: a spokesman, its chief, the company. */
  private static boolean officeSpeaks(ReadSentence sentence) {
    if (!sentence.has(CueKind.OFFICE)) return false;
    boolean says = sentence.has(CueKind.DENY) || isOfficially(sentence);
    for (Cue say : sentence.cues(CueKind.SAY)) says |= !isSilent(sentence, say);
    return says;
  }

  /** "Had said nothing", "would not say", "is said to". */
  private static boolean isSilent(ReadSentence sentence, Cue say) {
    String next = sentence.tokens().word(say.end());
    if (next.equals("nothing") || next.equals("to")) return true;
    for (int at = Math.max(sentence.from(), say.start() - 3); at < say.start(); at++) {
      if (Negation.isIn(sentence, at)) return true;
    }
    return false;
  }

  private static boolean isOfficially(ReadSentence sentence) {
    return sentence.tokens().word(sentence.from()).equals("officially");
  }

  /** "Told analysts", "analysts wanted to know" and "its newsletter" make nobody guess. */
  private static boolean isGuess(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (Cue cue : sentence.cues(CueKind.GUESS)) {
      boolean heard =
          tokens.isOneOf(cue.start() - 1, "told", "to", "with", "its", "their", "this", "our");
      boolean asks =
          tokens.isOneOf(cue.end(), "wanted", "want", "asked", "ask", "were", "had", "heard");
      if (!heard && !asks) return true;
    }
    return false;
  }

  /** The owner, or a person of its, beside a verb of saying. */
  private boolean speaks(ReadSentence sentence) {
    for (int at : ownWords(sentence)) {
      for (Cue say : sentence.cues(CueKind.SAY, CueKind.SILENT, CueKind.DENY)) {
        if (say.kind() == CueKind.SAY && isSilent(sentence, say)) continue;
        boolean after = say.start() > at && say.start() - at <= REACH;
        boolean before = say.kind() == CueKind.SAY && isRightBehind(sentence, say, at);
        boolean clear = isClear(sentence, Math.min(at, say.start()), Math.max(at, say.start()));
        if ((after || before) && clear && !isPrivate(sentence, say)) return true;
      }
    }
    return false;
  }

  /** "Said Acme's chief"; not "said that Acme". */
  private static boolean isRightBehind(ReadSentence sentence, Cue say, int at) {
    boolean told = sentence.tokens().word(say.end()).equals("that");
    return at >= say.end() && at - say.end() <= 1 && !told;
  }

  private static boolean isClear(ReadSentence sentence, int from, int to) {
    for (int at = from; at < to; at++) {
      String word = sentence.tokens().word(at);
      if (sentence.isBreak(at) || word.equals(",") || word.equals("and")) return false;
    }
    return true;
  }

  /** "Has told suppliers": a word behind closed doors is a report. */
  private static boolean isPrivate(ReadSentence sentence, Cue say) {
    return switch (sentence.tokens().word(say.end())) {
      case "suppliers", "staff", "employees", "partners", "workers", "developers", "clients" ->
          true;
      default -> false;
    };
  }

  private boolean acts(ReadSentence sentence) {
    return isAgent(sentence, DEEDS);
  }

  /** The owner as the one who delays, launches, plans. */
  private boolean isAgent(ReadSentence sentence, CueKind[] kinds) {
    for (int at : ownWords(sentence)) {
      if (sentence.tokens().word(at + 1).equals("'s")) continue;
      for (Cue cue : sentence.cues(kinds)) {
        int verb = pastAside(sentence, at);
        boolean behind = cue.start() > verb && cue.start() - verb <= 3;
        if (verb > at && behind) return true;
        if (behind && isClear(sentence, at, cue.start()) && !isObject(sentence, at)) return true;
      }
      if (VERBS.contains(sentence.tokens().word(at + 1))) return true;
    }
    return false;
  }

  /** "Acme, of Harbour Street, hopes to": behind the words between two commas. */
  private static int pastAside(ReadSentence sentence, int at) {
    Tokens tokens = sentence.tokens();
    if (!tokens.word(at + 1).equals(",")) return at;
    for (int end = at + 2; end < Math.min(sentence.to(), at + REACH); end++) {
      if (tokens.word(end).equals(",")) return end;
    }
    return at;
  }

  /** "Testers expect Acme to open it": Acme is not the one who speaks. */
  private static boolean isObject(ReadSentence sentence, int at) {
    for (Cue plan : sentence.cues(CueKind.PLAN)) if (plan.end() == at) return true;
    return false;
  }

  /** Words of the owner that are no part of a product's name and not behind a preposition. */
  private List<Integer> ownWords(ReadSentence sentence) {
    var found = new ArrayList<Integer>();
    Tokens tokens = sentence.tokens();
    for (int at = sentence.from(); at < sentence.to(); at++) {
      boolean named = own.contains(tokens.word(at)) && tokens.isCapitalised(at);
      if (!named && !isTheMaker(tokens, at)) continue;
      boolean first = at == sentence.from();
      if (!first && NOT_SPEAKING.contains(tokens.word(at - 1))) continue;
      if (!sentence.isInName(at) && !isOfAnother(tokens, at)) found.add(at);
    }
    return found;
  }

  /** "The Gazette's Ada Low": she writes for another. */
  private boolean isOfAnother(Tokens tokens, int at) {
    for (int possessive = at - 1; possessive >= at - 2; possessive--) {
      if (!tokens.word(possessive).equals("'s")) continue;
      return tokens.isCapitalised(possessive - 1) && !own.contains(tokens.word(possessive - 1));
    }
    return false;
  }

  /** "The company", "the studio". */
  private static boolean isTheMaker(Tokens tokens, int at) {
    return tokens.word(at - 1).equals("the") && MAKERS.contains(tokens.word(at));
  }

  /** A release is seen by all; a delay that the article has from others is theirs. */
  private boolean isReportedAnywhere(Finding finding) {
    if (finding.status() == ClaimStatus.RELEASED) return false;
    Boolean known = retold;
    if (known == null) {
      known = article.stream().anyMatch(this::isRetold);
      retold = known;
    }
    return known;
  }

  private boolean isRetold(ReadSentence sentence) {
    return (sentence.has(CueKind.REPORT) && !sentence.has(CueKind.OFFICE))
        || OutletNames.find(sentence, own).isPresent();
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
