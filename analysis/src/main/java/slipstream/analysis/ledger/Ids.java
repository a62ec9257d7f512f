package slipstream.analysis.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.Window;

/** Short ids from what a thing is, so that every run and every replica names it alike. */
final class Ids {
  private static final int BYTES = 8;

  private Ids() {}

  /** The first 16 hex digits of the SHA-256 of the parts. */
  static String of(String... parts) {
    byte[] digest = sha256().digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  static String ofChange(String subject, ChangeKind kind, @Nullable Window window, int ordinal) {
    return of(subject, kind.name(), Windows.text(window), Integer.toString(ordinal));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
