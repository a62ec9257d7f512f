package slipstream.alerts.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Change;
import slipstream.contracts.ItemRef;

/**
 * What one channel receives in one message: one change, or several of a digest, in order.
 *
 * @param key idempotency key, the same on every try
 * @param changes what happened, oldest first; at least one
 * @param why why it is sent
 * @param replyTo the receiver's id of the message this one takes back; null = a new thread
 * @param names what people call the subjects
 */
public record Notice(
    String key, List<Change> changes, String why, @Nullable String replyTo, SubjectNames names) {
  /** No channel needs more, and some cut longer messages. */
  public static final int MAX_BYTES = 4096;

  private static final String CUT = "\n...";

  public Notice {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) throw new IllegalArgumentException("a notice tells of a change");
  }

  public Change first() {
    return changes.get(0);
  }

  /** One line that says the most important. */
  public String title() {
    String title = ChangeText.headline(first(), names.of(first().subject()));
    return changes.size() == 1 ? title : title + " (and " + (changes.size() - 1) + " more)";
  }

  /** The whole in plain text, at most {@link #MAX_BYTES} bytes of UTF-8. */
  public String text() {
    String all =
        changes.stream()
            .map(c -> ChangeText.lines(c, names.of(c.subject()), Style.PLAIN))
            .collect(Collectors.joining("\n\n"));
    String end = "\n\n" + footer();
    return cut(all, MAX_BYTES - end.getBytes(UTF_8).length) + end;
  }

  /** The lines below the title for a single change: word, quote, outlet; without the link. */
  public List<String> details() {
    var lines = new ArrayList<String>();
    for (Change change : changes) {
      if (changes.size() > 1) {
        lines.add(ChangeText.headline(change, names.of(change.subject())));
      }
      lines.add(ChangeText.word(change));
      if (change.quote() != null) lines.add(ChangeText.quote(change));
    }
    lines.add(footer());
    return lines;
  }

  /** Where the first change can be read; null when nowhere. */
  public @Nullable String link() {
    ItemRef item = first().item();
    return item == null ? null : item.url();
  }

  /** When it was learned, and why it was sent. */
  public String footer() {
    var learned = first().learnedAt();
    return (learned == null ? "" : "Learned " + ChangeText.time(learned) + ". ")
        + why
        + (changes.stream().anyMatch(Change::backfill) ? " Backfill: old news." : "");
  }

  /** The longest start of a text of at most {@code max} bytes, with a mark when cut. */
  static String cut(String text, int max) {
    if (text.getBytes(UTF_8).length <= max) return text;
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
