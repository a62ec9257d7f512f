package slipstream.alerts.channel;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import slipstream.alerts.channel.Outcome.Delivered;
import slipstream.alerts.channel.Outcome.Retry;
import slipstream.alerts.notice.Notice;

/** Prints notices for people, or one line of JSON a change. */
final class StdoutNotifier implements Notifier {
  private final LineFormat format;
  private final PrintStream out;

  StdoutNotifier(Settings settings, PrintStream out) {
    this.format =
        LineFormat.of(settings.check(Set.of(), Set.of("format")).optional("format").orElse("text"));
    this.out = out;
  }

  @Override
  public Outcome send(Notice notice) {
    out.print(format.render(notice));
    out.flush();
    return out.checkError()
        ? new Retry("standard output is closed", Duration.ZERO)
        : new Delivered(null);
  }
}
