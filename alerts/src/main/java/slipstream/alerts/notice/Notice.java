package slipstream.alerts.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ItemRef;

/**
 * What one channel receives in one message: one change, several of a digest in order, or none: a
 * sign of life.
 *
 * @param key idempotency key, the same on every try
 * @param changes what happened, oldest first; empty = nothing, and {@code why} says how it looks
 * @param why why it is sent
 * @param replyTo the receiver's id of the message this one takes back; null = a new thread
 * @param names what people call the subjects
 */
public record Notice(
    String key, List<Change> changes, String why, @Nullable String replyTo, SubjectNames names) {
  /** No channel needs more, and some cut longer messages. */
  public static final int MAX_BYTES = 4096;

  private static final int FOOTER_MAX = 500;
  private static final String CUT = "\n...";
  private static final String MORE = "... and more on the topic";

  public Notice {
    changes = List.copyOf(changes);
  }

  /** True when nothing happened. */
  public boolean isSignOfLife() {
    return changes.isEmpty();
  }

  /** The oldest change, if there is one. */
  public Optional<Change> first() {
    return changes.stream().findFirst();
  }

  /** One line that says the most important. */
  public String title() {
    if (changes.isEmpty()) return "Slipstream is watching";
    String title = headline(changes.get(0));
    return changes.size() == 1 ? title : title + " (and " + (changes.size() - 1) + " more)";
  }

  /** The whole in plain text, at most {@link #MAX_BYTES} bytes of UTF-8. */
  public String text() {
    String all =
        changes.stream()
            .map(c -> ChangeText.lines(c, names.of(c.subject()), Style.PLAIN))
            .collect(Collectors.joining("\n\n"));
    String end = (all.isEmpty() ? "" : "\n\n") + cut(footer(), FOOTER_MAX);
    return cut(all, MAX_BYTES - bytes(end)) + end;
  }

  /**
   * The lines below the title, as many as there is room for: word, quote, reason; without the link.
   *
   * @param escape makes a line harmless for the channel
   * @param room bytes of UTF-8 after escaping
   */
  public List<String> details(UnaryOperator<String> escape, int room) {
    String footer = escape.apply(cut(footer(), FOOTER_MAX));
    int left = room - bytes(footer) - bytes(MORE) - 2;
    var lines = new ArrayList<String>();
    for (Change change : changes) {
      for (String line : details(change)) {
        String escaped = escape.apply(line);
        left -= bytes(escaped) + 1;
        if (left < 0) {
          lines.add(MORE);
          lines.add(footer);
          return lines;
        }
        lines.add(escaped);
      }
    }
    lines.add(footer);
    return lines;
  }

  private List<String> details(Change change) {
    var lines = new ArrayList<String>();
    if (changes.size() > 1) lines.add(headline(change));
    lines.add(ChangeText.word(change));
    if (change.quote() != null) lines.add(ChangeText.quote(change));
    return lines;
  }

  /** Where the first change can be read; null when nowhere. */
  public @Nullable String link() {
    return first().map(Change::item).map(ItemRef::url).orElse(null);
  }

  /** When it was learned, and why it was sent. */
  public String footer() {
    String learned =
        first()
            .map(Change::learnedAt)
            .map(at -> "Learned " + ChangeText.time(at) + ". ")
            .orElse("");
    return learned
        + why
        + (changes.stream().anyMatch(Change::backfill) ? " Backfill: old news." : "");
  }

  /** The same about one of its changes alone. */
  public Notice of(Change change) {
    return new Notice(key, List.of(change), why, replyTo, names);
  }

  /** One change of it in one line. */
  public String headline(Change change) {
    return ChangeText.headline(change, names.of(change.subject()));
  }

  /** Length of a text in UTF-8. */
  public static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  /** The longest start of a text of at most {@code max} bytes, with a mark when cut. */
  public static String cut(String text, int max) {
    if (bytes(text) <= max) return text;
    int room = max - CUT.length();
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > room) break;
      end += Character.charCount(point);
    }
    return text.substring(0, end) + CUT;
  }
}
