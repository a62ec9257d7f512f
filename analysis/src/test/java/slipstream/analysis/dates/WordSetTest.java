package slipstream.analysis.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordSetTest {
  private final WordSet words = WordSet.of("Aa", "will", "will");

  @Test
  void aMember_isFound() {
    assertThat(words.contains("will")).isTrue();
  }

  @Test
  void anotherWordOfTheSameHash_isNot() {
    assertThat("BB".hashCode()).isEqualTo("Aa".hashCode());
    assertThat(words.contains("BB")).isFalse();
  }

  @Test
  void aWordGivenTwice_isOneMember() {
    assertThat(words).containsExactlyInAnyOrder("Aa", "will");
  }
}
