package slipstream.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void scriptsAndComments_areTakenOutWhereverTheyStand() {
    assertThat(Markup.safe("a<!-- b --><p>c<!-- d --><script>e</script></p>"))
        .isEqualTo("a<p>c</p>");
  }

  @Test
  void commentThatNobodyCloses_endsWithItsTag() {
    assertThat(Markup.safe("a<!-- -- b >c<script>d</script>")).isEqualTo("ac");
    assertThat(Markup.safe("a<!-- b -->c<!-- d >e<!-- f >g")).isEqualTo("aceg");
    assertThat(Markup.safe("a<!-- b")).isEqualTo("a");
  }

  @Test
  void plainMarkup_isLeftAsItIs() {
    assertThat(Markup.safe("<p>a &amp; <B>b</B>")).isEqualTo("<p>a &amp; <B>b</B>");
  }
}
