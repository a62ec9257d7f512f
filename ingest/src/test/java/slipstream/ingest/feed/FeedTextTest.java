package slipstream.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeedTextTest {
  private static final String FRENCH =
      "<title>Le moteur a été retardé à l'été, dit le père</title>";

  @Test
  void chineseThatNamesNoCharset_isReadInItsOwn() {
    String simple = "<title>发动机要到三月才会出现，比去年说的晚两个月</title>";
    String traditional = "<title>發動機要到三月才會出現，比去年說的晚兩個月</title>";

    assertThat(FeedText.decode(simple.getBytes(Charset.forName("GBK")), null)).isEqualTo(simple);
    assertThat(FeedText.decode(traditional.getBytes(Charset.forName("Big5")), null))
        .isEqualTo(traditional);
  }

  @Test
  void westernAndCyrillicText_isNotTakenForChinese() {
    String russian = "<title>Двигатель появится позже, сообщает завод, но не раньше весны</title>";

    assertThat(FeedText.decode(FRENCH.getBytes(ISO_8859_1), null)).isEqualTo(FRENCH);
    for (String charset : new String[] {"windows-1251", "KOI8-R", "ISO-8859-5"}) {
      assertThat(FeedText.decode(russian.getBytes(Charset.forName(charset)), null).codePoints())
          .noneMatch(Character::isIdeographic);
    }
  }

  @Test
  void referencesToSingleBytesOfUtf8_areOneCharacter() {
    String said = "<title>Later&#226;&#128;&#166; &#195;&#169; &#233;&#65;</title>";

    assertThat(FeedText.decode(said.getBytes(US_ASCII), null))
        .isEqualTo("<title>Later… é &#233;&#65;</title>");
  }

  @Test
  void feedCutWithinACharacter_isStillUtf8() {
    byte[] whole = (FRENCH + "é").getBytes(UTF_8);

    assertThat(FeedText.decode(Arrays.copyOf(whole, whole.length - 1), "text/xml; charset=utf-8"))
        .isEqualTo(FRENCH + "\uFFFD");
  }

  @Test
  void headerThatContradictsTheBytes_isNotBelieved() {
    assertThat(FeedText.decode(FRENCH.getBytes(ISO_8859_1), "text/xml; charset=utf-8"))
        .isEqualTo(FRENCH);
    assertThat(FeedText.decode(FRENCH.getBytes(UTF_8), "text/xml; charset=us-ascii"))
        .isEqualTo(FRENCH);
  }
}
