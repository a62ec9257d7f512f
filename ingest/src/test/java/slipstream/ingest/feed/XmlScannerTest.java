package slipstream.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlScannerTest {
  @Test
  void textOfAllKinds_isPutTogether() throws IllFormedException {
    Xml xml =
        XmlScanner.read(
            "<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a ANY>]><!-- b -->\r\n"
                + "<a>1 &lt;&#50;&#x33;&nbsp;<!-- & --><![CDATA[<b>&amp;]]>\r\n<?c d?>4</a> ");

    assertThat(xml.text()).isEqualTo("1 <23\u00a0<b>&amp;\n4");
    assertThat(xml.content).hasSize(1);
  }

  @Test
  void attributes_areReadInBothQuotes() throws IllFormedException {
    Xml xml = XmlScanner.read("<a Href = \"x?a=1&amp;b='2'\"\n c='a\n\"b\"'/>");

    assertThat(xml.attributes).containsEntry("href", "x?a=1&b='2'").containsEntry("c", "a \"b\"");
  }

  @Test
  void prefixes_standForWhatTheyDeclareWithin() throws IllFormedException {
    Xml xml =
        XmlScanner.read(
            "<RSS xmlns:x='http://purl.org/dc/elements/1.1/'><x:Date/><dc:date/>"
                + "<b xmlns:x='urn:y'><x:date/></b><x:date/></RSS>");

    assertThat(xml.name).isEqualTo("rss");
    assertThat(xml.attributes).isEmpty();
    assertThat(xml.children())
        .extracting(child -> child.key)
        .containsExactly("dc:date", "dc:date", "b", "dc:date");
    assertThat(xml.children().get(2).children().get(0).key).isEqualTo("other:x:date");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "words",
        "<a>",
        "<a></b>",
        "</a>",
        "<a/><b/>",
        "<a/>words",
        "<a>b & c</a>",
        "<a>&#0;</a>",
        "<a>&#x110000;</a>",
        "<a>&#x;</a>",
        "<a b>c</a>",
        "<a b=c/>",
        "<a b='<'/>",
        "<a b='1' B='2'/>",
        "<a><![CDATA[</a>",
        "<a><!-- </a>",
        "<a <b/>",
        "< a/>",
        "<!DOCTYPE"
      })
  void illFormedText_isRefused(String text) {
    assertThatExceptionOfType(IllFormedException.class).isThrownBy(() -> XmlScanner.read(text));
  }
}
