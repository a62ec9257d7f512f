package slipstream.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import slipstream.contracts.kafka.Json;
import slipstream.ingest.article.Article;
import slipstream.ingest.article.Articles;

/** Reads a folder of article pages: html/ID.html.gz in, {ID: {text, title, author, date}} out. */
@Command(name = "articles", description = "Text, title and date of article pages.")
final class EvaluateArticles implements Callable<Integer> {
  private static final String ENDING = ".html.gz";

  @Parameters(index = "0", paramLabel = "DIR")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    var results = new LinkedHashMap<String, Object>();
    for (Path page : pages()) {
      String name = String.valueOf(page.getFileName());
      results.put(name.substring(0, name.length() - ENDING.length()), row(read(page)));
    }
    Json.MAPPER.writeValue(out.toFile(), results);
    return 0;
  }

  private List<Path> pages() throws IOException {
    try (var files = Files.list(in.resolve("html"))) {
      return files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private static Article read(Path page) throws IOException {
    try (InputStream content = new GZIPInputStream(Files.newInputStream(page))) {
      return Articles.read(content.readAllBytes(), null, null);
    }
  }

  private static Map<String, @Nullable String> row(Article article) {
    var row = new LinkedHashMap<String, @Nullable String>();
    row.put("text", article.text());
    // The name that the scrapinghub scorer reads.
    row.put("articleBody", article.text());
    row.put("title", article.title());
    row.put("author", article.author());
    row.put("date", article.day() == null ? null : article.day().toString());
    return row;
  }
}
