package slipstream.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.contracts.Cursor;
import slipstream.contracts.NewsItem;
import slipstream.contracts.Provenance;
import slipstream.contracts.Tier;
import slipstream.contracts.config.Source;
import slipstream.ingest.Harvest;

class PackedFileTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir Path folder;
  private int rejected;

  @ParameterizedTest
  @ValueSource(strings = {"past.zip", "past.tar.gz", "past.tgz"})
  void packedFolder_isReadAsTheFolderItHolds(String name) throws IOException {
    pack(name, Map.of("a/one.jsonl", lines(3), "a/two.txt", "Title\n\nSome text.", "b/x.png", "?"));
    assertThat(readAll(name))
        .extracting(NewsItem::title)
        .containsExactlyInAnyOrder("Title 0", "Title 1", "Title 2", "Title");
  }

  @ParameterizedTest
  @ValueSource(strings = {"past.zip", "past.tar.gz"})
  void sidecar_isFoundThoughItComesLater(String name) throws IOException {
    var files = new LinkedHashMap<String, String>();
    files.put("two.txt", "Title\n\nSome text.");
    files.put("two.meta.json", "{\"outlet\":\"Gazette\",\"published\":\"2025-02-21\"}");
    pack(name, files);
    assertThat(readAll(name))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.outlet()).isEqualTo("Gazette");
              assertThat(item.published().provenance()).isEqualTo(Provenance.SIDECAR);
              assertThat(item.published().day()).isEqualTo("2025-02-21");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"past.zip", "past.tar.gz"})
  void bigArchive_isReadInBatchesEachItemOnce(String name) throws IOException {
    pack(name, Map.of("a.jsonl", lines(1_234), "b.txt", "Title\n\nSome text."));
    Harvest first = read(name, Cursor.start("s"));
    assertThat(first.items()).hasSizeLessThan(100);
    assertThat(first.cursor().total()).isEqualTo(1_235);
    var items = readAll(name);
    assertThat(items).hasSize(1_235);
    assertThat(items.stream().map(NewsItem::id).distinct()).hasSize(1_235);
  }

  @Test
  void archiveReadToItsEnd_isNotReadAgain() throws IOException {
    pack("past.zip", Map.of("a.jsonl", lines(3)));
    Harvest first = read("past.zip", Cursor.start("s"));
    assertThat(first.cursor().exhausted()).isTrue();
    assertThat(read("past.zip", first.cursor()).items()).isEmpty();
  }

  @Test
  void packedBomb_isStoppedAndWhatStandsBeforeIsRead() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      put(zip, "a.jsonl", lines(3).getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("bomb.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) zip.write(zeros);
    }
    Files.write(folder.resolve("past.zip"), out.toByteArray());
    var items = readAll("past.zip");
    assertThat(items).hasSize(3);
    assertThat(rejected).isEqualTo(1);
  }

  @Test
  void endlessLine_isRejectedWithoutBeingHeld() throws IOException {
    pack("past.tar.gz", Map.of("a.jsonl", "x".repeat(9 << 20) + "\n" + lines(2)));
    assertThat(readAll("past.tar.gz")).hasSize(2);
    assertThat(rejected).isEqualTo(1);
  }

  @Test
  void archiveCutInTheMiddle_isReadUpToThere() throws IOException {
    pack("whole.tar.gz", Map.of("a.jsonl", lines(5_000)));
    byte[] whole = Files.readAllBytes(folder.resolve("whole.tar.gz"));
    Files.write(folder.resolve("past.tar.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.delete(folder.resolve("whole.tar.gz"));
    assertThat(readAll("past.tar.gz")).hasSizeBetween(500, 4_999);
    assertThat(rejected).isBetween(1, 2);
  }

  @Test
  void whatIsNoArchive_isRejectedOnce() throws IOException {
    Files.writeString(folder.resolve("past.zip"), "no zip at all");
    assertThat(readAll("past.zip")).isEmpty();
    assertThat(rejected).isEqualTo(1);
  }

  private List<NewsItem> readAll(String name) {
    var items = new ArrayList<NewsItem>();
    rejected = 0;
    Cursor cursor = Cursor.start("s");
    for (int turn = 0; turn < 200; turn++) {
      Harvest harvest = read(name, cursor);
      items.addAll(harvest.items());
      rejected += harvest.rejected();
      if (harvest.cursor().exhausted() && harvest.cursor().equals(cursor)) break;
      cursor = harvest.cursor();
    }
    assertThat(cursor.exhausted()).isTrue();
    return items;
  }

  private Harvest read(String name, Cursor cursor) {
    var source =
        new Source(
            "s", Source.Kind.ARCHIVE, name, null, Tier.PRESS, "en", null, null, false, Map.of());
    return new ArchiveReader(folder, () -> NOW).read(source, cursor);
  }

  private void pack(String name, Map<String, String> files) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name))) {
      if (name.endsWith(".zip")) {
        zip(out, files);
      } else {
        tar(out, files);
      }
    }
  }

  private static void zip(OutputStream out, Map<String, String> files) throws IOException {
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) put(zip, file.getKey(), file.getValue().getBytes(UTF_8));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void tar(OutputStream out, Map<String, String> files) throws IOException {
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
      for (var file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(UTF_8);
        var entry = new TarArchiveEntry(file.getKey());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"url\":\"https://n.example/%d\",\"title\":\"Title %d\",\"text\":\"Text %d.\",\"published\":\"2025-02-21\"}"
                    .formatted(i, i, i * 7919))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
