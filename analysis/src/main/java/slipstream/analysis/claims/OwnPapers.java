package slipstream.analysis.claims;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a maker itself publishes by its name. */
final class OwnPapers {
  /** What a maker calls that in which it writes itself, behind the first word of its name. */
  private static final Pattern BLOG =
      Pattern.compile("((company|developers?|official|studio|engineering) )?(blog|newsroom)");

  /** The same behind its whole name, where any of these will do, or none. */
  private static final Pattern PAPER =
      Pattern.compile(
          "(\\W+(official|company|corporate|developers?|status|press|news|support|blog|newsroom|page"
              + "|room|site|website|media|centre|center|community|channel|release|releases|team|forum"
              + "|office|studio|diary|letter|statement|announce|announcements?|mailing|list))*");

  private OwnPapers() {}

  /** "Acme Games", "Acme Games press office", "Acme blog". */
  static boolean isOne(String outlet, @Nullable String owner) {
    if (owner == null) return false;
    String lower = outlet.toLowerCase(Locale.ROOT);
    String name = owner.toLowerCase(Locale.ROOT);
    if (lower.startsWith(name)) return PAPER.matcher(lower.substring(name.length())).matches();
    String first = name.split(" ", 2)[0];
    return lower.startsWith(first + " ")
        && BLOG.matcher(lower.substring(first.length() + 1)).matches();
  }
}
