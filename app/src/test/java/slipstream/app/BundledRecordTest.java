package slipstream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slipstream.analysis.Analyzer;
import slipstream.analysis.ledger.Ledger;
import slipstream.app.config.ConfigFolder;
import slipstream.contracts.Change;
import slipstream.contracts.Claim;
import slipstream.contracts.Cursor;
import slipstream.contracts.ItemRef;
import slipstream.contracts.LedgerClaim;
import slipstream.contracts.Mention;
import slipstream.contracts.NewsItem;
import slipstream.contracts.config.Source;
import slipstream.ingest.archive.ArchiveReader;

/** The history that the first run shows, read without Kafka: it must be the right one. */
class BundledRecordTest {
  private static final Path ROOT = Path.of("..");
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final String SUBJECT = "deepseek-r2";

  @Test
  void theRecordOfR2_isReadAsItHappened() throws IOException {
    assertThat(changes().stream().map(BundledRecordTest::line))
        .containsExactlyElementsOf(expected());
  }

  @Test
  void everyItem_isASampleWithADateAndOurOwnWords() throws IOException {
    assertThat(items())
        .hasSizeGreaterThanOrEqualTo(60)
        .allSatisfy(item -> assertThat(item.sample()).isTrue())
        .allSatisfy(item -> assertThat(item.published()).isNotNull());
  }

  private static List<Change> changes() throws IOException {
    var watchlist = ConfigFolder.read(ROOT.resolve("config")).watchlist().value();
    var analyzer = Analyzer.of(watchlist, "test");
    var claims = new ArrayList<LedgerClaim>();
    for (NewsItem item : items()) {
      for (Mention mention : analyzer.analyze(item)) {
        mention.claims().forEach(claim -> claims.add(ledgerClaim(item, claim)));
      }
    }
    return Ledger.fold(SUBJECT, claims, Set.of(), NOW, "test").changes();
  }

  private static LedgerClaim ledgerClaim(NewsItem item, Claim claim) {
    String id = Ledger.claimId(item.id(), claim);
    return new LedgerClaim(id, claim, ItemRef.of(item), NOW, item.id(), null, "test");
  }

  private static List<NewsItem> items() throws IOException {
    ConfigFolder config = ConfigFolder.read(ROOT.resolve("config"));
    Source record = config.sources().value().sources().get(0);
    var reader = new ArchiveReader(config.folder(), () -> NOW);
    var items = new ArrayList<NewsItem>();
    for (Cursor cursor = Cursor.start(record.id()); !cursor.exhausted(); ) {
      var harvest = reader.read(record, cursor);
      items.addAll(harvest.items());
      cursor = harvest.cursor();
    }
    return items;
  }

  private static String line(Change change) {
    LocalDate day = LocalDate.ofInstant(change.assertedAt(), ZoneOffset.UTC);
    return change.kind().name().replace('_', ' ') + "\t" + day;
  }

  private static List<String> expected() throws IOException {
    return Files.readAllLines(ROOT.resolve("samples/expected-changes.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf('\t')))
        .toList();
  }
}
