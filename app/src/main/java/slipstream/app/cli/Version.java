package slipstream.app.cli;

import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** The versions that a bug report needs. */
public final class Version implements IVersionProvider {
  /** The version of Slipstream; {@code dev} outside its jar. */
  public static String slipstream() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "slipstream " + slipstream(),
      "Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version()
    };
  }
}
