package slipstream.ingest.article;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was read is the text of an article.
 *
 * @param score 0 to 1: how long the text is, how little had to be dropped beside it, and how few
 *     links are in it
 * @param refusal why the page is taken for no article, in one line; null = it is one
 */
record Quality(double score, @Nullable String refusal) {
  /** An article of this length is surely one. */
  private static final double FULL = 800;

  /** Less than this is no article; a message that scripts are missing is hardly longer. */
  private static final int LEAST = 40;

  private static final int MESSAGE = 140;

  /** An error page or the free part of an article that must be paid for may be as long as this. */
  private static final int SHORT = 700;

  private static final double GARBAGE = 0.05;
  private static final int TEASERS = 8;
  private static final int TEASER = 160;

  private static final Pattern ERROR =
      any(
          "(error )?(404|403|410|500|502|503)\\b|page (was )?not found|not found|access (is"
              + " )?denied|forbidden|service (temporarily )?unavailable|bad gateway|just a"
              + " moment|attention required|are you a (robot|human)|(please )?verify (that )?you"
              + " are (a )?human|security check|seite (wurde )?nicht gefunden|page (introuvable|non"
              + " trouvée)|p[áa]gina no (encontrada|existe)|pagina non trovata|página não"
              + " encontrada");

  private static final Pattern WALL =
      any(
          "(subscribe|sign (up|in)|log ?in|register|become a (member|subscriber)).{0,40} to"
              + " (read|continue|keep reading|unlock|access|view|see)|(to|please) (continue|keep)"
              + " reading|(article|story|content) is (exclusive|reserved|only available|available"
              + " only|for (our )?(paid )?subscribers)|to (read|view) the (full|rest)|already (a"
              + " )?(subscriber|subscribed)|unlock this (article|story)|remaining free"
              + " articles|(nur|exklusiv) für abonnent|weiterlesen mit|réservé (à nos|aux)"
              + " abonnés|solo para suscriptores|riservato agli abbonati");

  private static final Pattern SCRIPTS =
      any(
          "(enable|activate|requires?|need|turn on) javascript|javascript (is|must be|has been)"
              + " (disabled|required|enabled)|javascript (aktivieren|ist deaktiviert)|activer"
              + " javascript|habilitar javascript");

  private static Pattern any(String alternatives) {
    return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * Judges a page.
   *
   * @param title headline; null = none
   * @param paid true when the page says that it is not free to read
   */
  static Quality of(MainText.Read read, @Nullable String title, boolean paid) {
    String refusal = refusal(read, title, paid);
    return new Quality(refusal == null ? score(read.blocks()) : 0, refusal);
  }

  private static @Nullable String refusal(
      MainText.Read read, @Nullable String title, boolean paid) {
    int length = length(read.blocks());
    if (garbage(read.blocks()) > length * GARBAGE) return "no text: binary, or in a wrong charset";
    if (length < SHORT && says(ERROR, read, title)) return "an error page";
    if (read.teasers() >= TEASERS && length < read.teasers() * TEASER) {
      return "a list of " + read.teasers() + " other pages";
    }
    if (length < SHORT && (paid || says(WALL, read, null))) {
      return "a paywall: only " + length + " characters are free";
    }
    if (length < MESSAGE && says(SCRIPTS, read, null)) {
      return "a shell: its text is made by scripts";
    }
    if (length >= LEAST) return null;
    return length == 0
        ? "no article text found"
        : "no article: only " + length + " characters of text";
  }

  /** True when the headline or a short block says so. */
  private static boolean says(Pattern pattern, MainText.Read read, @Nullable String title) {
    if (title != null && pattern.matcher(title).lookingAt()) return true;
    for (Block block : read.blocks()) {
      boolean found =
          pattern == ERROR
              ? pattern.matcher(block.text()).lookingAt()
              : pattern.matcher(block.text()).find();
      if (block.text().length() < SHORT && found) return true;
    }
    return false;
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().filter(Block::kept).mapToInt(block -> block.text().length()).sum();
  }

  private static int garbage(List<Block> blocks) {
    int garbage = 0;
    for (Block block : blocks) {
      String text = block.kept() ? block.text() : "";
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\ufffd' || Character.isISOControl(c)) garbage++;
      }
    }
    return garbage;
  }

  private static double score(List<Block> blocks) {
    double kept = 0;
    double main = 0;
    double linked = 0;
    for (Block block : blocks) {
      int length = block.text().length();
      if (block.zone() == Zone.MAIN) main += length;
      if (!block.kept()) continue;
      kept += length;
      linked += length * block.linked();
      if (block.zone() != Zone.MAIN) main += length;
    }
    return kept == 0 ? 0 : Math.min(1, kept / FULL) * (kept / main) * (1 - linked / kept);
  }
}
