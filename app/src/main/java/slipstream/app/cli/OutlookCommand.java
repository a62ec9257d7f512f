package slipstream.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import slipstream.app.past.OutlookText;
import slipstream.app.past.Past;
import slipstream.contracts.Outlook;

/** Shows what is held, now or at a time of the past. */
@Command(
    name = "outlook",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Print what is held of each subject: the window, on whose word it rests, the rumour beside it,"
          + " and who disagrees.",
      "With --as-of: what would have been held then, from everything published by then."
    })
public final class OutlookCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SUBJECT",
      arity = "0..1",
      description = "Id of a subject of the watchlist; all of them without it.")
  private @Nullable String subject;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = EndOfDay.class,
      description = "A day (2025-06-15, to its end in UTC) or a time (2025-06-15T12:00:00Z).")
  private @Nullable Instant asOf;

  @Option(names = "--json", description = "One JSON line an outlook, as on the topic.")
  private boolean json;

  @Mixin private LinkOptions slipstream = new LinkOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var link = slipstream.inForce();
    var past = Past.read(link);
    var names = link.names();
    var out = spec.commandLine().getOut();
    for (String id : wanted(past, names.ids())) {
      Outlook outlook = outlook(past, id);
      out.println(json ? Lines.json(outlook) : OutlookText.lines(outlook, names.of(id)) + "\n");
    }
    out.flush();
    return 0;
  }

  private Outlook outlook(Past past, String id) {
    Outlook now = past.outlooks().get(id);
    if (asOf == null && now != null) return now;
    return past.asOf(id, asOf == null ? Instant.now() : asOf).outlook();
  }

  private Collection<String> wanted(Past past, Collection<String> watched) throws IOException {
    var known = new TreeSet<>(watched);
    known.addAll(past.subjects());
    if (subject == null) return known;
    if (known.contains(subject)) return List.of(subject);
    throw new IOException(
        "no subject has the id '%s'; known: %s".formatted(subject, String.join(", ", known)));
  }

  /** A day stands for its last second in UTC: what was printed on it counts. */
  static final class EndOfDay implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is neither a date (2025-06-15) nor a time (2025-06-15T12:00:00Z)");
      }
    }
  }
}
