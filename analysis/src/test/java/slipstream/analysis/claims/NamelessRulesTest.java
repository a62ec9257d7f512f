package slipstream.analysis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Products, outlets and people are configuration: no rule may name one. */
class NamelessRulesTest {
  @Test
  void sourcesAndResources_nameNoProductOutletOrPerson() throws Exception {
    Set<String> names = names();
    assertThat(names).hasSizeGreaterThan(80);
    var found = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().matches(".*\\.(java|txt|tsv)")) continue;
        String content = Files.readString(file);
        for (String name : names) if (names(content, name)) found.add(file + ": " + name);
      }
    }
    assertThat(found).isEmpty();
  }

  /** Plain search first: nearly no name is found at all, and of words only whole ones count. */
  private static boolean names(String content, String name) {
    if (!content.contains(name)) return false;
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?!\\w)").matcher(content).find();
  }

  private static Set<String> names() throws Exception {
    var names = new HashSet<String>();
    for (var subject : ClaimSet.load("dev.jsonl", "subjects.json").watchlist().subjects()) {
      names.add(subject.name());
      names.addAll(subject.aliases());
      if (subject.owner() != null) names.add(subject.owner());
    }
    try (var in = NamelessRulesTest.class.getResourceAsStream("forbidden-names.txt")) {
      String lines =
          new String(
              Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      names.addAll(List.of(lines.split("\n", -1)));
    }
    names.remove("");
    return names;
  }
}
