package slipstream.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final Instant DAY = Instant.parse("2025-08-14T12:00:00Z");

  @Test
  void pairsJustAbove_areOneStory_andPairsJustBelowAreTwo() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var article = Articles.article(random, 150 + random.nextInt(600));
      var text = Articles.text(article);
      var moved = Articles.text(Articles.reordered(article, random));
      var above = Articles.editedDownTo(moved, 0.85, random);
      var below = Articles.editedDownTo(moved, 0.81, random);

      assertThat(Articles.containment(text, above)).isBetween(0.85, 0.885);
      assertThat(oneStory(text, above)).isTrue();
      assertThat(Articles.containment(text, below)).isBetween(0.81, 0.8499);
      assertThat(oneStory(text, below)).isFalse();
    }
  }

  @Test
  void tenPercentOfTheWordsEditedInOnePlace_isACopy() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var article = Articles.article(random, 600);
      var edited = Articles.text(Articles.reordered(article, random)).split(" ");
      int from = random.nextInt(edited.length - 60);
      for (int i = from; i < from + 60; i++) edited[i] = "new" + i;

      assertThat(oneStory(Articles.text(article), String.join(" ", edited))).isTrue();
    }
  }

  @Test
  void storyIsNamedAfterItsEarliestItem_whateverTheOrder() {
    var text = Articles.text(Articles.article(new Random(1), 300));
    var entries =
        new ArrayList<>(
            List.of(
                entry("c", 2, text),
                entry("b", 1, text),
                entry("a", 1, text),
                entry("d", 3, text)));
    for (int seed = 0; seed < 24; seed++) {
      Collections.shuffle(entries, new Random(seed));
      assertThat(Stories.of(entries).values()).containsOnly("a");
    }
  }

  @Test
  void copiesOfCopies_areOneStory() {
    var article = Articles.article(new Random(5), 500);
    var second = Articles.editedDownTo(Articles.text(article), 0.88, new Random(6));
    var third = Articles.editedDownTo(second, 0.88, new Random(7));

    assertThat(Articles.containment(Articles.text(article), third)).isLessThan(0.85);
    assertThat(Stories.of(List.of(entry("a", 0, Articles.text(article)), entry("c", 2, third))))
        .containsEntry("c", "c");
    assertThat(
            Stories.of(
                List.of(
                    entry("a", 0, Articles.text(article)),
                    entry("c", 2, third),
                    entry("b", 1, second))))
        .containsEntry("c", "a");
  }

  @Test
  void sameWordsMoreThanSevenDaysLater_areAnotherStory() {
    var text = Articles.text(Articles.article(new Random(1), 300));

    assertThat(Stories.of(List.of(entry("a", 0, text), entry("b", 7, text))))
        .containsEntry("b", "a");
    assertThat(Stories.of(List.of(entry("a", 0, text), entry("b", 8, text))))
        .containsEntry("b", "b");
  }

  @Test
  void itemWithoutPublication_isAStoryOfItsOwn() {
    var text = Articles.text(Articles.article(new Random(1), 300));
    var undated = new Stories.Entry("u", null, Sketches.of(text));

    assertThat(Stories.of(List.of(entry("a", 0, text), undated))).containsEntry("u", "u");
  }

  /** Items come, change and go at random; the index always knows what a fresh look would find. */
  @Test
  void indexKeptInStep_equalsAFreshLook_andTellsWhatMoved() {
    for (int seed = 0; seed < 10; seed++) {
      var random = new Random(seed);
      var pool = pool(random);
      var held = new HashMap<String, Stories.Entry>();
      var index = new StoryIndex(id -> held.containsKey(id) ? held.get(id).sketch() : null);
      Map<String, String> before = Map.of();
      for (int step = 0; step < 120; step++) {
        var entry = pool.get(random.nextInt(pool.size()));
        boolean leave = random.nextInt(3) == 0;
        if (leave) held.remove(entry.itemId());
        else held.put(entry.itemId(), entry);
        var moved = leave ? index.remove(entry.itemId()) : index.put(entry);

        var now = Stories.of(held.values());
        now.forEach((item, story) -> assertThat(index.storyOf(item)).isEqualTo(story));
        assertThat(moved).isEqualTo(differing(before, now));
        before = now;
      }
      assertThat(index.size()).isEqualTo(held.size());
    }
  }

  @Test
  void forgettingKeepsTheWholeOfAStoryThatGoesOn() {
    var text = Articles.text(Articles.article(new Random(1), 300));
    var held = new HashMap<String, Stories.Entry>();
    var index = new StoryIndex(id -> held.get(id).sketch());
    for (var entry :
        List.of(
            entry("old", 0, Articles.text(Articles.article(new Random(2), 300))),
            entry("a", 0, text),
            entry("b", 6, text),
            entry("c", 12, text))) {
      held.put(entry.itemId(), entry);
      index.put(entry);
    }

    assertThat(index.forget(DAY.plus(Duration.ofDays(10)))).containsExactly("old");
    assertThat(index.storyOf("c")).isEqualTo("a");
    assertThat(index.forget(DAY.plus(Duration.ofDays(13)))).containsExactly("a", "b", "c");
    assertThat(index.size()).isZero();
  }

  private static List<Stories.Entry> pool(Random random) {
    var pool = new ArrayList<Stories.Entry>();
    for (int article = 0; article < 8; article++) {
      var text = Articles.text(Articles.article(random, 120 + random.nextInt(500)));
      for (int copy = 0; copy < 6; copy++) {
        pool.add(entry("item" + pool.size(), random.nextInt(15), text));
        text = Articles.editedDownTo(text, 0.8 + random.nextDouble() * 0.2, random);
      }
    }
    return pool;
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> now) {
    var differing = new TreeSet<String>();
    now.forEach(
        (item, story) -> {
          if (!story.equals(before.get(item))) differing.add(item);
        });
    return differing;
  }

  private static boolean oneStory(String a, String b) {
    return Stories.of(List.of(entry("a", 0, a), entry("b", 1, b))).get("b").equals("a");
  }

  private static Stories.Entry entry(String id, int day, String text) {
    return new Stories.Entry(id, DAY.plus(Duration.ofDays(day)), Sketches.of(text));
  }
}
