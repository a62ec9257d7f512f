package slipstream.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void whatStandsAside_isToldByWholeWordsOrPairs() {
    assertThat(names("share-bar").aside()).isEqualTo("share");
    assertThat(names("postShareBar").aside()).isEqualTo("share");
    assertThat(names("HTMLAd").aside()).isEqualTo("ad");
    assertThat(names("widget read_more").aside()).isEqualTo("read-more");
    assertThat(names("shared adsorbed").aside()).isNull();
  }

  @Test
  void whatAnArticleIsFiledUnder_saysNothing() {
    assertThat(names("tag-advertisement category-newsletter\thas-sidebar").aside()).isNull();
    assertThat(names("tags advertisement").aside()).isEqualTo("tags");
  }

  @Test
  void body_isNeverAside() {
    Names names = names("article-body comments");

    assertThat(names.body()).isTrue();
    assertThat(names.aside()).isNull();
    assertThat(names.plain()).isFalse();
    assertThat(names("comments").plain()).isTrue();
  }

  @Test
  void id_countsAsAClassDoes() {
    assertThat(new Names.Reader().of(new Element("p").id("newsletter")).aside())
        .isEqualTo("newsletter");
  }

  private static Names names(String classes) {
    return new Names.Reader().of(new Element("div").attr("class", classes));
  }
}
