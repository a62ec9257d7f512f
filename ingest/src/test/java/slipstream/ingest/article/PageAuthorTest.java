package slipstream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAuthorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p class=byline>By Ada Muster, Reporter</p> | Ada Muster",
        "<p>By <a href=/a>Ada van Muster</a> on 5 May</p> | Ada van Muster",
        "<p class=byline>By Ada Muster</p><a rel=author>Bo Beispiel</a> | Bo Beispiel",
        "<div class=comment-author>Ada Muster</div> |",
        "<div class=author>Follow us</div> |",
        "<p>By the end of May it will be there.</p> |"
      })
  void printedName_isTakenWhereItIsMarkedOrALineBeginsSo(String page, String author) {
    assertThat(Articles.read("<html><body>" + page, null).author()).isEqualTo(author);
  }

  @Test
  void addressInTheData_isNoName() {
    String meta = "<meta property=article:author content=https://outlet.example/ada>";

    assertThat(Articles.read(meta + "<p class=byline>By Ada Muster</p>", null).author())
        .isEqualTo("Ada Muster");
  }

  @Test
  void nameInTheData_standsWithoutWhatIsSaidBeforeIt() {
    assertThat(PageAuthor.said("Von Ada Muster")).isEqualTo("Ada Muster");
    assertThat(PageAuthor.said("Von Muster")).isEqualTo("Von Muster");
    assertThat(PageAuthor.said("Desk")).isEqualTo("Desk");
  }
}
