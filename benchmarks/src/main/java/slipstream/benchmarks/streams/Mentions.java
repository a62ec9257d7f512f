package slipstream.benchmarks.streams;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import slipstream.contracts.Certainty;
import slipstream.contracts.Claim;
import slipstream.contracts.ClaimStatus;
import slipstream.contracts.ItemRef;
import slipstream.contracts.Mention;
import slipstream.contracts.Precision;
import slipstream.contracts.Provenance;
import slipstream.contracts.Publication;
import slipstream.contracts.Quote;
import slipstream.contracts.Sentiment;
import slipstream.contracts.Sketch;
import slipstream.contracts.Span;
import slipstream.contracts.Tier;
import slipstream.contracts.WatchedKind;
import slipstream.contracts.Window;

/** Made-up mentions of contents of 850 words; one in five is a copy, one in ten has a claim. */
final class Mentions {
  private static final int SHINGLES = 846;
  private static final int ONE_IN = 10;
  private static final int COPY = 5;
  private static final int OUTLETS = 200;

  private final Random random = new Random(3);
  private Sketch last = sketch();
  private int number;

  Mention next(Instant published) {
    int i = number++;
    String subject = "lumen-" + (1 + i / COPY % News.SUBJECTS);
    if (i % COPY > 0) last = i % COPY == COPY - 1 ? last : sketch();
    String id = "https://news.example/a/rather/long/address/of/an/article-" + i;
    var item =
        new ItemRef(
            id,
            "%016x".formatted(i),
            id,
            "A title as long as titles are, about Lumen and Halden, number " + i,
            "Outlet " + random.nextInt(OUTLETS),
            Tier.PRESS,
            Publication.ofInstant(published, Provenance.FEED),
            false);
    return new Mention(
        subject,
        WatchedKind.SUBJECT,
        item,
        List.of(new Span(10, 17, false), new Span(400, 407, false)),
        i % 2 == 0 ? List.of("chips") : List.of(),
        List.of(),
        new Sentiment(2, random.nextDouble()),
        i % ONE_IN == 0 ? List.of(claim(subject, i)) : List.of(),
        last,
        "benchmark");
  }

  /** The plan moves once in a while, and is told many times. */
  private Claim claim(String subject, int i) {
    var month = LocalDate.of(2030, 1, 1).plusMonths(i / 50_000 * 3L);
    return new Claim(
        subject,
        ClaimStatus.SCHEDULED,
        new Window(month, month.plusMonths(1).minusDays(1), Precision.MONTH),
        null,
        Certainty.REPORTED,
        List.of(),
        new Quote("Halden will launch Lumen in that month, the company said", 0, 56, false),
        null,
        null);
  }

  private Sketch sketch() {
    int[] hashes = random.ints(SHINGLES).map(h -> h ^ Integer.MIN_VALUE).sorted().toArray();
    var bytes = ByteBuffer.allocate(SHINGLES * Integer.BYTES);
    Arrays.stream(hashes).map(h -> h ^ Integer.MIN_VALUE).forEach(bytes::putInt);
    return new Sketch(SHINGLES, Base64.getEncoder().encodeToString(bytes.array()));
  }
}
