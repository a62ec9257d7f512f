package slipstream.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import slipstream.analysis.sentiment.LinearModel;
import slipstream.analysis.sentiment.SentimentModel;

/** How long one sentence of 24 words takes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SentimentBenchmark {
  private static final String SENTENCE =
      "Shares of the chip maker fell sharply on Tuesday after Nvidia warned that new export rules,"
          + " though widely expected, would not spare its best products.";
  private static final String TARGET = "Nvidia";

  private final SentimentModel model = LinearModel.shipped();
  private final int start = SENTENCE.indexOf(TARGET);

  @Benchmark
  public double scoreOneSentence() {
    return model.score(SENTENCE, start, start + TARGET.length());
  }
}
