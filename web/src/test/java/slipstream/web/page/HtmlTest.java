package slipstream.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void value_isEscapedInTextAndInAttributes() {
    var html = Html.of("<p title=\"{}\">{}</p>", "\" onclick='x'", "<script>&");
    assertThat(html).hasToString("<p title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;</p>");
  }

  @Test
  void html_goesInAsItIs_andABraceInAValueIsNoHole() {
    assertThat(Html.of("<b>{}</b>{}", Html.of("<i>{}</i>", "{}"), 3))
        .hasToString("<b><i>{}</i></b>3");
  }

  @Test
  void link_leadsToTheWebOnly() {
    assertThat(Html.link("https://a.example/?x=1&y=\"", "t").toString())
        .contains("href=\"https://a.example/?x=1&amp;y=&quot;\"");
    assertThat(Html.link("javascript:alert(1)", "<t>")).hasToString("&lt;t&gt;");
    assertThat(Html.link("file:///etc/passwd", "t")).hasToString("t");
    assertThat(Html.link(null, "t")).hasToString("t");
  }

  @Test
  void wrongNumberOfValues_isRefused() {
    assertThatThrownBy(() -> Html.of("{}{}", 1)).hasMessageContaining("more holes");
    assertThatThrownBy(() -> Html.of("{}", 1, 2)).hasMessageContaining("more values");
  }

  @Test
  void pieces_areJoined() {
    assertThat(Stream.of(Html.of("<b>"), Html.of("{}", "<")).collect(Html.joining()))
        .hasToString("<b>&lt;");
  }
}
