package slipstream.analysis.dates;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the words around a period that limit it: "by", "not before", "as early as", "or later". */
record BoundGrammar(Tokens tokens) {
  /** Words from "no" to the bound: "no second model before May". */
  private static final int NONE = 5;

  /** Words from the bound to one that calls it unlikely. */
  private static final int RULED_OUT = 10;

  private static final Set<String> UNLIKELY =
      Set.of("unlikely", "improbable", "impossible", "unrealistic", "optimistic", "unthinkable");

  /** Words that go on with "about" and what they are about. */
  private static final Set<String> ABOUT =
      WordSet.ofLine(
          "asked ask asks asking talk talked talking changed changes certain sure clear confident"
              + " optimistic pessimistic vague wrong right doubt doubts rumours reports");

  /** A bound and the first token of the period. */
  record Prefix(Bound bound, int end) {}

  /** What the words at a place limit a period to that follows; null when they do not. */
  @Nullable Prefix prefix(int at) {
    String next = tokens.word(at + 1);
    return switch (tokens.word(at)) {
      case "by" -> new Prefix(isKept(at - 1) ? Bound.AT : Bound.BY, at + 1);
      case "until", "till" -> until(at);
      case "between" ->
          next.equals("now") && tokens.word(at + 2).equals("and")
              ? new Prefix(Bound.BY, at + 3)
              : null;
      case "before" -> new Prefix(limit(at, Bound.BEFORE), at + 1);
      case "prior" -> next.equals("to") ? before(at) : null;
      case "ahead" -> next.equals("of") ? before(at) : null;
      case "after", "following", "past", "beyond" -> new Prefix(Bound.AFTER, at + 1);
      case "since" -> new Prefix(Bound.SINCE, afterHour(at + 1));
      case "about" -> new Prefix(isTold(at - 1) ? Bound.AT : Bound.AROUND, at + 1);
      case "around", "circa", "approximately", "roughly" -> new Prefix(Bound.AROUND, at + 1);
      case "within" -> new Prefix(Bound.BY, at + 1);
      case "no", "not" -> negative(at, next);
      case "as" -> comparative(at, next);
      case "earlier", "sooner" -> next.equals("than") ? notEarlier(at) : null;
      case "on" -> next.equals("or") ? onOr(at) : null;
      default -> null;
    };
  }

  /** "Stands by May": no deadline. */
  private boolean isKept(int at) {
    return tokens.isOneOf(at, "stand", "stands", "stood", "standing", "swear", "swears", "abide");
  }

  /** "Asked about May": no hedge. */
  private boolean isTold(int at) {
    return ABOUT.contains(tokens.word(at));
  }

  /** "Can not be ready ... earlier than May". */
  private @Nullable Prefix notEarlier(int at) {
    Bound bound = limit(at, Bound.AT);
    return bound == Bound.NOT_BEFORE ? new Prefix(bound, at + 2) : null;
  }

  /** "Until at least May" and "at least until May" begin with May. */
  private Prefix until(int at) {
    boolean least = tokens.word(at + 1).equals("at") && tokens.word(at + 2).equals("least");
    if (least) return new Prefix(Bound.NOT_BEFORE, at + 3);
    boolean before = tokens.word(at - 1).equals("least");
    return new Prefix(before ? Bound.NOT_BEFORE : limit(at, Bound.UNTIL), afterSomeTime(at + 1));
  }

  /** "Until some point in May", "until sometime in May", "until well into May". */
  private int afterSomeTime(int at) {
    int next = tokens.isOneOf(at, "some", "a") ? at + 2 : at + 1;
    boolean vague = tokens.isOneOf(next - 1, "point", "time", "date", "day", "sometime", "well");
    return vague && tokens.isOneOf(next, "in", "into", "during") ? next + 1 : at;
  }

  /** "Since nine this morning", "since 9 a.m. today". */
  private int afterHour(int at) {
    if (DateWords.number(tokens.word(at)) == null) return at;
    for (int next = at + 1; next <= at + 3; next++) {
      if (tokens.isOneOf(next, "this", "today", "yesterday")) return next;
    }
    return at;
  }

  private Prefix before(int at) {
    return new Prefix(limit(at, Bound.BEFORE), at + 2);
  }

  /** "Not ... before May" and "won't ... until May" begin with May. */
  private Bound limit(int at, Bound bound) {
    for (int i = at - 1; i >= Math.max(0, at - 9); i--) {
      String word = tokens.word(i);
      if (word.equals(".") || word.equals(";") || word.equals(":")) break;
      boolean none =
          word.equals("no")
              && at - i <= NONE
              && (tokens.isOneOf(i - 1, "be", "see", "expect")
                  || isThere(i - 1)
                  || isRelease(i + 1))
              && !tokens.isOneOf(i + 1, "delay", "change", "word", "news");
      if (none || rulesOut(word)) return Bound.NOT_BEFORE;
    }
    return isRuledOut(at) ? Bound.NOT_BEFORE : bound;
  }

  /** "There is no X before June". */
  private boolean isThere(int at) {
    return tokens.isOneOf(at, "is", "'s") && tokens.word(at - 1).equals("there");
  }

  /** "A launch before June is out of the question", "makes one before June unlikely". */
  private boolean isRuledOut(int at) {
    for (int i = at + 1; i < at + RULED_OUT && tokens.isWord(i); i++) {
      boolean last = !tokens.isWord(i + 1);
      boolean is = tokens.isOneOf(i - 1, "is", "looks", "seems", "remains");
      if (UNLIKELY.contains(tokens.word(i)) && (is || last)) return true;
      if (is && tokens.isOneOf(i, "ruled", "out") && tokens.isOneOf(i + 1, "out", "of")) {
        return tokens.word(i).equals("ruled") || tokens.isOneOf(i + 3, "question");
      }
    }
    return false;
  }

  private static boolean rulesOut(String word) {
    return word.endsWith("n't")
        || switch (word) {
          case "not",
              "never",
              "nothing",
              "nobody",
              "neither",
              "unlikely",
              "hardly",
              "surprised",
              "amazed",
              "astonished",
              "bars",
              "barred",
              "forbids",
              "doubt",
              "doubts",
              "cannot" ->
              true;
          default -> false;
        };
  }

  /** "No launch before May". */
  private boolean isRelease(int at) {
    return tokens.isOneOf(
        at, "launch", "release", "debut", "start", "premiere", "opening", "sale", "deliveries");
  }

  private @Nullable Prefix negative(int at, String next) {
    if (next.equals("before") || next.equals("until") || next.equals("till")) {
      return new Prefix(Bound.NOT_BEFORE, at + 2);
    }
    if (!tokens.word(at + 2).equals("than")) return null;
    return switch (next) {
      case "earlier", "sooner" -> new Prefix(Bound.NOT_BEFORE, at + 3);
      case "later" -> new Prefix(Bound.BY, at + 3);
      default -> null;
    };
  }

  private @Nullable Prefix comparative(int at, String next) {
    if (!tokens.word(at + 2).equals("as")) return null;
    int end = at + 3;
    if (tokens.word(end).equals("in") || tokens.word(end).equals("on")) end++;
    return switch (next) {
      case "early", "soon" -> new Prefix(Bound.AS_EARLY_AS, end);
      case "late" -> new Prefix(Bound.AT, end);
      default -> null;
    };
  }

  private @Nullable Prefix onOr(int at) {
    return switch (tokens.word(at + 2)) {
      case "before" -> new Prefix(Bound.BY, at + 3);
      case "after" -> new Prefix(Bound.NOT_BEFORE, at + 3);
      case "around", "about" -> new Prefix(Bound.AROUND, at + 3);
      default -> null;
    };
  }

  /** What the words behind a period limit it to; {@link Bound#AT} when they do not. */
  Bound suffix(int at) {
    String next = tokens.word(at + 1);
    return switch (tokens.word(at)) {
      case "at" ->
          tokens.word(at + 2).equals("earliest") || tokens.word(at + 2).equals("soonest")
              ? Bound.NOT_BEFORE
              : tokens.word(at + 2).equals("latest") ? Bound.BY : Bound.AT;
      case "or" ->
          switch (next) {
            case "later", "beyond", "after" -> Bound.NOT_BEFORE;
            case "earlier", "sooner", "before" -> Bound.BY;
            default -> Bound.AT;
          };
      case "onwards", "onward" -> Bound.NOT_BEFORE;
      default -> Bound.AT;
    };
  }

  /** The token after the words that {@link #suffix} read. */
  int endOfSuffix(int at) {
    return switch (tokens.word(at)) {
      case "at" -> at + 3;
      case "or" -> at + 2;
      default -> at + 1;
    };
  }
}
