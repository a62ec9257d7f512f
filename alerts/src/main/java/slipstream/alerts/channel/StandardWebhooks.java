package slipstream.alerts.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a webhook in the Standard Webhooks manner: {@code v1,} and the base64 of HMAC-SHA256 over
 * {@code id.timestamp.body}, one signature for each active secret, separated by spaces.
 */
final class StandardWebhooks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private StandardWebhooks() {}

  /**
   * @param secrets base64, with or without {@code whsec_}
   * @param timestamp seconds since the epoch
   * @throws IllegalArgumentException when a secret is not base64, without naming it
   */
  static String sign(List<String> secrets, String id, long timestamp, byte[] body) {
    byte[] start = (id + "." + timestamp + ".").getBytes(UTF_8);
    return secrets.stream()
        .map(secret -> "v1," + hmac(key(secret), start, body))
        .collect(Collectors.joining(" "));
  }

  private static byte[] key(String secret) {
    try {
      return Base64.getDecoder()
          .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a webhook secret is not base64");
    }
  }

  private static String hmac(byte[] key, byte[] start, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(start);
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
