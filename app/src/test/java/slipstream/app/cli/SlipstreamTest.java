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
  void analyzeExplain_underlinesWhatEachRuleRead() throws IOException {
    Path article =
        Files.writeString(
            folder.resolve("article.txt"),
            "Halden delays Lumen 3\n\nHalden has postponed Lumen 3 to September 2031, it said.\n");

    assertThat(
            run(
                "analyze",
                "--explain",
                "--published",
                "2031-04-07",
                "--config",
                CONFIG,
                article.toString()))
        .isZero();
    assertThat(out.toString())
        .contains("postponed  <- postpone+", "September 2031 = 2031-09-01 .. 2031-09-30", "1~~~")
        .satisfies(printed -> assertThat(printed.lines()).allMatch(line -> line.length() <= 100));
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
  void sourcesTest_showsWhatWouldComeOfASource() throws IOException {
    Path archive =
        Files.writeString(
            folder.resolve("past.jsonl"),
            "{\"url\":\"https://n.example/1\",\"outlet\":\"Gazette\",\"title\":\"Lumen 3 is late\","
                + "\"text\":\"So it says.\",\"published\":\"2031-04-07\"}\n{\"title\":\"No text\"}\n");

    assertThat(run("sources", "test", "--config", CONFIG, archive.toString())).isZero();
    assertThat(out.toString())
        .contains("1 items; 1 entries cannot become items", "Lumen 3 is late", "Gazette");
  }

  @Test
  void sourcesTest_ofWhatCannotBeRead_saysWhyAndFails() {
    assertThat(run("sources", "test", "--config", CONFIG, "nowhere.zip")).isEqualTo(1);
    assertThat(out.toString()).contains("failed (io_error)", "no such file or folder");
  }

  @Test
  void sourcesTest_withoutAContact_fetchesNothing() {
    assertThat(run("sources", "test", "--config", CONFIG, "http://192.0.2.1/feed")).isEqualTo(1);
    assertThat(out.toString()).contains("failed (refused): not fetched: no contact is configured");
  }

  @Test
  void configCheck_namesTheChannelThatCannotBe() throws IOException {
    subscriptions("{name: desk, type: pigeon}");

    assertThat(run("config", "check", "--config", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("subscriptions.yaml: channel desk has the unknown type");
  }

  @Test
  void subscriptionsTest_sendsAMarkedSample() throws IOException {
    Path notices = folder.resolve("notices.jsonl");
    subscriptions("{name: desk, type: file, settings: {path: '" + notices + "'}}");

    assertThat(run("subscriptions", "test", "all", "--config", folder.toString())).isZero();
    assertThat(out.toString()).contains("desk: delivered");
    assertThat(Files.readString(notices)).contains("\"sample\":true");
  }

  @Test
  void subscriptionsTest_failsWhereAChannelDoesNotTakeIt() throws IOException {
    subscriptions("{name: desk, type: slack, settings: {url: 'http://127.0.0.1:1/'}}");

    assertThat(run("subscriptions", "test", "all", "--config", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("desk: not now: I/O error");
  }

  @Test
  void deliveriesReplay_sendsNothingThatWasNotChosen() {
    assertThat(run("deliveries", "replay", "--data", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("name a KEY");
  }

  @Test
  void serviceThatWasKilled_isMissedAtOnce_thoughItsNoteIsStillThere() throws IOException {
    Files.writeString(folder.resolve("kafka.address"), "127.0.0.1:1\n");

    assertThat(run("outlook", "--data", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no Slipstream runs with --data " + folder);
  }

  @Test
  void everyCommand_hasHelp() {
    for (String command : Slipstream.commandLine().getSubcommands().keySet()) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
  }

  private void subscriptions(String channel) throws IOException {
    Files.copy(Path.of(CONFIG, "watchlist.yaml"), folder.resolve("watchlist.yaml"));
    Files.writeString(
        folder.resolve("subscriptions.yaml"),
        "channels: [%s]\nsubscriptions: [{name: all, channels: [desk]}]".formatted(channel));
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
