package slipstream.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.ingest.article.Articles;
import slipstream.ingest.feed.FeedException;
import slipstream.ingest.feed.FeedParser;

/** Broken in a fixed number of ways, with a fixed seed, a file is read or refused. */
@Timeout(120)
class ParserFuzzTest {
  private static final int ROUNDS = 400;
  private static final int REAL_FILES = 60;
  private static final Path FOLDER = Path.of("src/test/resources/parsing");
  private static final Path REAL = Path.of("../../shared/eval");

  private static final List<String> TOKENS =
      List.of(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?xml",
          "\"",
          "'",
          "\0",
          "&#x110000;",
          "&#0;",
          "<!DOCTYPE x [",
          "<!ENTITY a '&a;'>",
          "</",
          "<table>",
          "<script>",
          "<p",
          "\u00ff\u00fe",
          "xmlns:a='",
          "<item>",
          "<entry>",
          "{",
          "[",
          "\\ud800",
          "99999999999999999999",
          "<svg><title>",
          "xml:base='http://['",
          "<br>",
          "</p>",
          "style='display:none'",
          "0000-99-99T");

  private final Random random = new Random(20_260_105);

  @Test
  void filesOfOurs_brokenAnyhow_areReadOrRefused() throws IOException {
    for (String name : List.of("feed.xml", "feed.json", "page.html")) {
      byte[] file = Files.readAllBytes(FOLDER.resolve(name));
      for (int i = 0; i < ROUNDS; i++) read(mutated(file));
    }
  }

  @Test
  void realFiles_brokenAnyhow_areReadOrRefused() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "no real files beside the project: " + REAL);
    List<Path> files = files("feeds/dev/files");
    files.addAll(files("articles/dev/html"));
    for (Path file : files) read(mutated(content(file)));
  }

  private static List<Path> files(String folder) throws IOException {
    try (var found = Files.walk(REAL.resolve(folder))) {
      return found
          .filter(Files::isRegularFile)
          .sorted()
          .limit(REAL_FILES)
          .collect(Collectors.toList());
    }
  }

  private static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean packed = file.toString().endsWith(".gz");
      return packed ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  private static void read(byte[] bytes) {
    assertThat(Articles.read(bytes, null, "https://wheel.example/")).isNotNull();
    try {
      assertThat(FeedParser.parse(bytes, "text/xml", "https://wheel.example/")).isNotNull();
    } catch (FeedException e) {
      assertThat(e.reason()).isNotBlank();
    }
  }

  /** A few cuts, copies, tokens and flipped bits. */
  private byte[] mutated(byte[] file) {
    var text = new StringBuilder(new String(file, ISO_8859_1));
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && text.length() > 1; i++) change(text);
    return text.toString().getBytes(ISO_8859_1);
  }

  private void change(StringBuilder text) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(200));
    switch (random.nextInt(5)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(random.nextInt(text.length()), text.substring(at, end).repeat(3));
      case 2 -> text.setCharAt(at, (char) (text.charAt(at) ^ 1 << random.nextInt(8)));
      case 3 -> text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
      default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
    }
  }
}
