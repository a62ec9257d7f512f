package slipstream.analysis.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import slipstream.analysis.cues.Cue;
import slipstream.analysis.dates.DateExpression;
import slipstream.analysis.dates.Sense;
import slipstream.analysis.dates.Tokens;
import slipstream.analysis.dates.WindowResolver;
import slipstream.contracts.Span;
import slipstream.contracts.Window;

/**
 * One thing a rule read, for explanation.
 *
 * @param sentence the sentence they stand in, or the title
 * @param span the words it read
 * @param what what they were taken for: a kind of cue ("delay", "plan"), or a date and its role
 *     ("date news", "date old", "date other")
 * @param rule the line of the cue file, or the name of the date rule
 * @param window the days a date means as news; null for a cue and without a publication
 */
public record Trace(Span sentence, Span span, String what, String rule, @Nullable Window window) {
  static List<Trace> of(
      ReadSentence sentence,
      @Nullable LocalDate published,
      Function<DateExpression, DateRole> roles) {
    var traces = new ArrayList<Trace>();
    if (sentence.from() >= sentence.to()) return traces;
    Span whole = span(sentence, sentence.from(), sentence.to());
    for (Cue cue : sentence.cues()) {
      String kind = cue.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      traces.add(new Trace(whole, span(sentence, cue.start(), cue.end()), kind, cue.rule(), null));
    }
    for (DateExpression date : sentence.dates()) {
      String role = "date " + roles.apply(date).name().toLowerCase(Locale.ROOT);
      Window window =
          published == null
              ? null
              : new WindowResolver(published, Sense.FUTURE).resolve(date).orElse(null);
      traces.add(
          new Trace(whole, span(sentence, date.start(), date.end()), role, date.rule(), window));
    }
    traces.sort(Comparator.comparingInt(trace -> trace.span().start()));
    return traces;
  }

  private static Span span(ReadSentence sentence, int from, int to) {
    Tokens tokens = sentence.tokens();
    return new Span(tokens.start(from), tokens.end(to - 1), sentence.inTitle());
  }
}
