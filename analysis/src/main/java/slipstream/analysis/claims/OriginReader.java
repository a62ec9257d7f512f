package slipstream.analysis.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WordSet;
import slipstream.contracts.Certainty;
import slipstream.contracts.config.NamedOrigin;
import slipstream.contracts.config.Watchlist;

/** Reads who said a claim first, and gives each the one name it is known by. */
final class OriginReader {
  private static final int LONGEST = 4;

  private final Map<String, String> names = new HashMap<>();

  /** With which a known name may begin, in lower case. */
  private final WordSet firstWords;

  OriginReader(Watchlist watchlist) {
    var first = new HashSet<String>();
    for (NamedOrigin origin : watchlist.origins()) {
      add(origin.name(), origin.name(), first);
      for (String alias : origin.aliases()) add(alias, origin.name(), first);
    }
    firstWords = WordSet.copyOf(first);
  }

  private void add(String alias, String name, Set<String> first) {
    names.put(key(alias), name);
    Tokens words = Tokens.of(alias);
    first.add(words.word(0));
    if (words.word(0).equals("the")) first.add(words.word(1));
    else first.add("the");
  }

  /**
   * The origins of a claim; empty when it is the item's own outlet.
   *
   * @param owner the subject's owner: the origin of what is official
   * @param own words of the owner, which are no outlet
   */
  List<String> read(
      Finding finding,
      Certainty certainty,
      @Nullable String owner,
      Set<String> own,
      List<ReadSentence> article) {
    if (certainty == Certainty.OFFICIAL) return owner == null ? List.of() : List.of(owner);
    Optional<String> cited = cited(finding.sentence(), own);
    for (ReadSentence sentence : article) {
      if (cited.isEmpty() && certainty == Certainty.REPORTED) cited = cited(sentence, own);
    }
    return cited.map(List::of).orElseGet(List::of);
  }

  /** Who is cited goes before who is merely named: a dateline, the paper of an older report. */
  private Optional<String> cited(ReadSentence sentence, Set<String> own) {
    Optional<String> cited = OutletNames.findSource(sentence, own);
    if (cited.isEmpty()) cited = OutletNames.find(sentence, own);
    return cited.isPresent() ? cited.map(this::normal) : known(sentence);
  }

  /** The first outlet of the configuration that the sentence names. */
  private Optional<String> known(ReadSentence sentence) {
    Tokens tokens = sentence.tokens();
    for (int from = sentence.from(); from < sentence.to(); from++) {
      if (!tokens.isCapitalised(from) || !firstWords.contains(tokens.word(from))) continue;
      boolean dateline = tokens.word(from - 1).equals("(");
      if (dateline) continue;
      for (int to = Math.min(sentence.to(), from + LONGEST); to > from; to--) {
        String name = names.get(key(tokens.text(from, to)));
        if (name != null) return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private String normal(String printed) {
    String known = names.get(key(printed));
    return known == null ? printed : known;
  }

  /** Letters and digits, without "the" before and "news" behind. */
  private static String key(String name) {
    var letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ' || Character.isLetterOrDigit(c)) letters.append(Character.toLowerCase(c));
    }
    String plain = letters.toString().trim();
    if (plain.startsWith("the ")) plain = plain.substring(4);
    return plain.endsWith(" news") ? plain.substring(0, plain.length() - 5) : plain;
  }
}
