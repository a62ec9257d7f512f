package slipstream.alerts.notice;

/** What people call a subject. */
@FunctionalInterface
public interface SubjectNames {
  /** Nothing is known but the ids. */
  SubjectNames IDS = id -> id;

  /** The name of a subject; its id when none is known. */
  String of(String subject);
}
