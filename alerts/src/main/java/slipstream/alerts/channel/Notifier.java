package slipstream.alerts.channel;

import slipstream.alerts.notice.Notice;

/** Sends notices to one channel. Called from one thread at a time for the same subject. */
public interface Notifier {
  /**
   * Tries once, within seconds. Whatever goes wrong is an outcome; an exception counts as a retry.
   *
   * @throws InterruptedException when the service is closing
   */
  Outcome send(Notice notice) throws InterruptedException;
}
