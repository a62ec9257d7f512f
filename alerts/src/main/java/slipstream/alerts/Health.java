package slipstream.alerts;

import java.util.List;

/**
 * How alerts are doing.
 *
 * @param running true while changes are read
 * @param partitions of {@code alerts.changes} that this process is in charge of
 * @param waiting notices that are still to be sent, now or later
 * @param problems what is wrong, for people; empty = healthy
 */
public record Health(boolean running, int partitions, int waiting, List<String> problems) {
  public Health {
    problems = List.copyOf(problems);
  }

  public boolean healthy() {
    return running && problems.isEmpty();
  }
}
