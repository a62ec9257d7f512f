package slipstream.ingest.archive;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Plain text with its paragraphs told apart by a blank line, as items have it. */
final class PlainText {
  /** Text wrapped by an editor stays under this; a longer line is a paragraph by itself. */
  private static final int WRAPPED = 120;

  private PlainText() {}

  static String paragraphs(String text) {
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    boolean wrapped = unix.lines().allMatch(line -> line.length() <= WRAPPED);
    String[] blocks = unix.split(wrapped ? "\n[ \t]*\n" : "\n", -1);
    return Arrays.stream(blocks)
        .map(block -> block.replace('\n', ' ').strip())
        .filter(block -> !block.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
