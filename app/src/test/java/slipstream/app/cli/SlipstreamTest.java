package slipstream.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.app.Slipstream;

class SlipstreamTest {
  private static final String CONFIG = Path.of("src/test/resources/past").toString();

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void analyze_printsTheClaimWithItsQuoteAndWindow() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            "Halden delays Lumen 3\n\nHalden has postponed Lumen 3 to September 2031, it said.\n");

    assertThat(run("analyze", "--config", CONFIG, "--published", "2031-04-07", article.toString()))
        .isZero();
    assertThat(out.toString()).contains("lumen-3", "delayed: September 2031", "\"");
  }

  @Test
  void analyze_withoutADate_readsOnlyAbsoluteDates() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            "Halden and Lumen 3\n\nHalden will launch Lumen 3 next month, it said.\n");

    assertThat(run("analyze", "--config", CONFIG, article.toString())).isZero();
    assertThat(out.toString()).contains("no date").doesNotContain("2000");
  }

  @Test
  void analyze_ofAMissingFile_isOneLine() {
    assertThat(run("analyze", "--config", CONFIG, "nowhere.txt")).isEqualTo(1);
    assertThat(err.toString().strip().lines())
        .containsExactly("slipstream: no such file: nowhere.txt");
  }

  @Test
  void extract_printsFactsAndText_orWhyABlockWasDropped() throws IOException {
    String sentence = "Halden said on Monday that its next model would be shown in the spring. ";
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<html lang=en><h1>Halden delays Lumen 3</h1><time"
                + " datetime=2031-04-07></time><article><p>"
                + sentence.repeat(4)
                + "</p><div class=newsletter>Get our letter</div></article>");

    assertThat(run("extract", page.toString())).isZero();
    assertThat(out.toString())
        .contains("Halden delays Lumen 3", "2031-04-07, read from text", sentence.strip());
    assertThat(run("extract", "--explain", page.toString())).isZero();
    assertThat(out.toString()).contains("- named newsletter", "+ main ");
  }

  @Test
  void extract_ofNoArticle_saysWhyAndEndsWithAStatusOfItsOwn() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<title>404 Not Found</title>");

    assertThat(run("extract", page.toString())).isEqualTo(3);
    assertThat(out.toString()).contains("refused    an error page");
  }

  @Test
  void configCheck_namesFileLineAndKey() throws IOException {
    Files.writeString(
        folder.resolve("watchlist.yaml"),
        "subjects:\n  - id: x\n    name: X\n    aliasses: [y]\n",
        UTF_8);

    assertThat(run("config", "check", "--config", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("watchlist.yaml:4: subjects[0].aliasses: unknown key");
  }

  @Test
  void alertsWithoutAService_tellsHowToStartOne() {
    assertThat(run("alerts", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("start 'slipstream run'");
  }

  @Test
  void everyCommand_hasHelp() {
    for (String command : Slipstream.commandLine().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
  }

  private int run(String... arguments) {
    return Slipstream.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setColorScheme(
            picocli.CommandLine.Help.defaultColorScheme(picocli.CommandLine.Help.Ansi.OFF))
        .execute(arguments);
  }
}
