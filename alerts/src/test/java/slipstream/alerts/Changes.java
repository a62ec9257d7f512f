package slipstream.alerts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slipstream.contracts.Certainty;
import slipstream.contracts.Change;
import slipstream.contracts.ChangeKind;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.OutlookState;
import slipstream.contracts.Position;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Severity;
import slipstream.contracts.Tier;
import slipstream.contracts.Window;

/** Changes for tests: one full one, and small variations of it. */
public final class Changes {
  public static final Instant LEARNED = Instant.parse("2025-02-25T12:05:00Z");
  public static final Change MOVED =
      new Change(
          "c1",
          "widget",
          ChangeKind.MOVED_EARLIER,
          Severity.HEADLINE,
          dated("2025-05-01", "2025-05-10", Precision.WEEK),
          dated("2025-02-26", "2025-04-30", Precision.VAGUE),
          new Quote("now wants it out as early as possible", 10, 47, false),
          item(Publication.ofDay(LocalDate.parse("2025-02-25"), Provenance.URL)),
          "claim-1",
          Certainty.REPORTED,
          List.of("Example Wire"),
          1,
          -10,
          Instant.parse("2025-02-25T12:00:00Z"),
          LEARNED,
          false,
          null,
          List.of(),
          false,
          "abc");

  private Changes() {}

  public static Position dated(String earliest, @Nullable String latest, Precision precision) {
    var window =
        new Window(
            LocalDate.parse(earliest), latest == null ? null : LocalDate.parse(latest), precision);
    return new Position(OutlookState.DATED, ClaimStatus.SCHEDULED, window);
  }

  public static ItemRef item(Publication published) {
    return new ItemRef(
        "i1",
        "v1",
        "https://news.example/widget",
        "Widget comes sooner",
        "Example Times",
        Tier.PRESS,
        published,
        false);
  }

  /** {@link #MOVED} as another fact about another subject. */
  public static Change change(String id, String subject) {
    return edit(MOVED, "id", id, "subject", subject);
  }

  /** A copy with fields replaced, by name: {@code edit(MOVED, "kind", ChangeKind.DENIED)}. */
  public static Change edit(Change change, @Nullable Object... fields) {
    var components = Change.class.getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] = components[i].getAccessor().invoke(change);
        for (int f = 0; f < fields.length; f += 2) {
          if (components[i].getName().equals(fields[f])) values[i] = fields[f + 1];
        }
      }
      return Change.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
