package slipstream.contracts.config;

import static slipstream.contracts.config.Checks.present;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Severity;

/** Why a notice of {@code subscriptions.yaml} may wait. */
public final class Waits {
  private Waits() {}

  /**
   * Hours in which nobody is woken; what comes then is sent together at their end.
   *
   * @param from start of the quiet hours
   * @param to their end, on the next day when it is not after {@code from}
   * @param zone of both; UTC when absent
   * @param except severities that are sent at any hour
   */
  public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, List<Severity> except) {
    public QuietHours {
      present(from, "from");
      present(to, "to");
      zone = zone == null ? ZoneOffset.UTC : zone;
      except = except == null ? List.of() : List.copyOf(except);
      if (from.equals(to)) throw new IllegalArgumentException("'from' and 'to' are the same time");
    }
  }

  /**
   * Everything of an hour or a day in one notice.
   *
   * @param every hourly or daily
   * @param at time of day of a daily one, minute of an hourly one; 08:00 when absent
   * @param zone of {@code at}; UTC when absent
   */
  public record Digest(Every every, LocalTime at, ZoneId zone) {
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    public Digest {
      present(every, "every");
      if (every == Every.UNKNOWN) throw new IllegalArgumentException("'every' is hourly or daily");
      at = at == null ? MORNING : at;
      zone = zone == null ? ZoneOffset.UTC : zone;
    }
  }

  /** How often a digest goes out. */
  @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
  public enum Every {
    HOURLY,
    DAILY,
    /** A value written by a newer version of Slipstream. */
    @JsonEnumDefaultValue
    UNKNOWN
  }

  /**
   * Waits until others say so too.
   *
   * @param origins independent origins that are enough, at least 2
   * @param longest the longest wait, such as PT12H
   * @param drop true: not sent when nobody else said so; false (default): sent then
   */
  public record Hold(int origins, Duration longest, boolean drop) {
    public Hold {
      present(longest, "longest");
      if (origins < 2) throw new IllegalArgumentException("'origins' is 2 or more");
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("'longest' is a positive duration");
      }
    }
  }

  /**
   * Silence on subjects; what comes meanwhile is sent together at its end.
   *
   * @param subjects ids; empty = all
   * @param until the first day (UTC) that is not muted; null = until the next headline of the
   *     subject, which ends the mute and brings along what was muted
   */
  public record Mute(List<String> subjects, @Nullable LocalDate until) {
    public Mute {
      subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }
  }

  /**
   * A daily sign of life, so that silence can be trusted.
   *
   * @param channels that receive it
   * @param at time of day; 08:00 when absent
   * @param zone of {@code at}; UTC when absent
   */
  public record Heartbeat(List<String> channels, LocalTime at, ZoneId zone) {
    public Heartbeat {
      channels = channels == null ? List.of() : List.copyOf(channels);
      at = at == null ? Digest.MORNING : at;
      zone = zone == null ? ZoneOffset.UTC : zone;
    }
  }
}
