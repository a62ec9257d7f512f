package slipstream.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.Function;
import slipstream.alerts.notice.ChangeText;
import slipstream.alerts.notice.Style;
import slipstream.contracts.Change;
import slipstream.contracts.kafka.Json;

/** Prints changes: several lines for a person, or one JSON line. */
public final class ChangePrinter {
  private final Terminal terminal;
  private final boolean json;
  private final Function<String, String> names;

  /**
   * Prints to a terminal.
   *
   * @param json true for one JSON line a change, exactly as on {@code alerts.changes}
   * @param names subject id -> the name people know
   */
  public ChangePrinter(Terminal terminal, boolean json, Function<String, String> names) {
    this.terminal = terminal;
    this.json = json;
    this.names = names;
  }

  public void print(Change change) {
    terminal.print(json ? line(change) : text(change));
  }

  private String text(Change change) {
    Style style = terminal.isInteractive() ? Style.ANSI : Style.PLAIN;
    return ChangeText.lines(change, names.apply(change.subject()), style) + "\n";
  }

  private static String line(Change change) {
    try {
      return Json.MAPPER.writeValueAsString(change);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a change can always be written", e);
    }
  }
}
