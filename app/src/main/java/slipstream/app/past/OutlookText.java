package slipstream.app.past;

import java.util.ArrayList;
import java.util.List;
import slipstream.contracts.Outlook;

/** An outlook for people: what is held, on whose word, what else is said. */
public final class OutlookText {
  private OutlookText() {}

  /** Several lines, without a line break at the end. */
  public static String lines(Outlook outlook, String name) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.clean(name) + " as of " + Words.of(outlook.clock()));
    lines.add(
        "  held    " + Words.of(outlook.held()) + (outlook.overdue() ? ", which has passed" : ""));
    Outlook.Word word = outlook.word();
    if (word != null) {
      lines.add(
          "  word    %s: %s, %d independent %s, %s"
              .formatted(
                  Words.clean(word.origin()),
                  Words.of(word.certainty()),
                  word.origins(),
                  word.origins() == 1 ? "origin" : "origins",
                  Words.of(word.item())));
      lines.add("  claim   " + word.claim());
    }
    if (outlook.rumour() != null) lines.add("  rumour  " + Words.of(outlook.rumour()));
    for (Outlook.Dissent other : outlook.others()) {
      lines.add(
          "  others  %s, %s: %d independent %s"
              .formatted(
                  Words.of(other.window()),
                  Words.of(other.status()),
                  other.origins(),
                  other.origins() == 1 ? "origin" : "origins"));
    }
    if (outlook.lastChange() != null) lines.add("  change  " + outlook.lastChange());
    return String.join("\n", lines);
  }
}
