package slipstream.app.past;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Position;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Window;
import slipstream.contracts.WindowText;

/** Records in words, for people at a terminal; text of others without control characters. */
final class Words {
  private static final int LONGEST = 200;

  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String of(@Nullable Window window) {
    return window == null ? "no date" : WindowText.of(window);
  }

  static String of(Position held) {
    return switch (held.state()) {
      case NONE -> "nothing";
      case DATED -> of(held.window());
      case NO_DATE -> "no date";
      case RELEASED -> held.window() == null ? "released" : "released " + of(held.window());
      case CANCELLED -> "cancelled";
      case UNKNOWN -> "unknown";
    };
  }

  /** Outlet and day of publication. */
  static String of(ItemRef item) {
    return clean(item.outlet()) + ", " + of(item.published());
  }

  static String of(@Nullable Publication published) {
    if (published == null) return "no date";
    return (published.provenance() == Provenance.ESTIMATED ? "~" : "") + published.day();
  }

  static String of(Instant time) {
    return time.toString().replace('T', ' ').replaceFirst("(:00)?(\\.\\d+)?Z$", " UTC");
  }

  static String clean(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
