package slipstream.app.run;

import slipstream.ingest.IngestService;

/** How far the archives have been read: a bar that is drawn again, or a line each quarter. */
final class Progress {
  private static final int WIDTH = 30;
  private static final int QUARTERS = 4;

  private final Terminal terminal;
  private long shown = -1;
  private boolean done;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(IngestService.Progress progress) {
    if (done || progress.total() == 0) return;
    done = progress.read() >= progress.total();
    if (terminal.isInteractive()) {
      terminal.status(done ? null : bar(progress));
    } else {
      long quarter = progress.read() * QUARTERS / progress.total();
      if (quarter > shown) terminal.tell(words(progress));
      shown = Math.max(shown, quarter);
    }
  }

  private static String bar(IngestService.Progress progress) {
    int full = (int) (WIDTH * progress.read() / progress.total());
    return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + words(progress);
  }

  private static String words(IngestService.Progress progress) {
    return "%d of %d items read".formatted(progress.read(), progress.total());
  }
}
