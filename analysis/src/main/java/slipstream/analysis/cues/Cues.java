package slipstream.analysis.cues;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cues of a sentence, read when first asked for: of many sentences of an article nobody asks.
 * Not for several threads at a time.
 */
public final class Cues {
  private final Supplier<List<Cue>> reader;
  private final Set<CueKind> kinds = EnumSet.noneOf(CueKind.class);
  private @Nullable List<Cue> all;

  public Cues(Supplier<List<Cue>> reader) {
    this.reader = reader;
  }

  /** In order of place. */
  public List<Cue> all() {
    if (all == null) {
      all = List.copyOf(reader.get());
      for (Cue cue : all) kinds.add(cue.kind());
    }
    return all;
  }

  /** The kinds that are among them. */
  public Set<CueKind> kinds() {
    all();
    return kinds;
  }

  public boolean has(CueKind kind) {
    return kinds().contains(kind);
  }

  /** Those of some kinds, in order of place. */
  public List<Cue> of(CueKind... wanted) {
    boolean any = false;
    for (CueKind kind : wanted) any |= has(kind);
    if (!any) return List.of();
    var found = new ArrayList<Cue>(2);
    for (Cue cue : all()) {
      for (CueKind kind : wanted) if (cue.kind() == kind) found.add(cue);
    }
    return found;
  }
}
