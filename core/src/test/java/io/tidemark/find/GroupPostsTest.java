package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Reveal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts of chat groups with their truth by hand, {@code vectors/find/groups.tsv}. */
final class GroupPostsTest {
  private static final Path FILE =
      Path.of(System.getProperty("project.root", ".."), "vectors", "find", "groups.tsv");

  /** What is missed of them, each with its reason: see vectors/find/README.md. */
  private static final int MISSED = 7;

  @Test
  void nothingElseIsMissedAndNothingIsFoundThatIsNotThere() throws IOException {
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int posts = 0;
    for (String line : Files.readAllLines(FILE)) {
      if (!line.startsWith("#")) {
        posts++;
        judge(line.split("\t", -1), missed, wrong);
      }
    }
    assertThat(posts).isEqualTo(200);
    assertThat(wrong).isEmpty();
    assertThat(missed).hasSizeLessThanOrEqualTo(MISSED);
  }

  private static void judge(String[] cells, List<String> missed, List<String> wrong) {
    String text = cells[0].replace("\\n", "\n");
    List<Finding> found = Found.sorted(new TextFinder(), text);
    List<Finding> right = new ArrayList<>();
    for (int i = 1; i + 2 < cells.length; i += 3) {
      String written = cells[i + 2].replace("\\n", "\n");
      int at = text.indexOf(written);
      assertThat(at).as(text).isNotNegative();
      Span span = new Span(at, at + written.length());
      String truth = cells[i] + " " + cells[i + 1];
      List<Finding> same =
          found.stream()
              .filter(one -> one.span().overlaps(span))
              .filter(one -> truth.equals(shown(one)))
              .toList();
      if (same.isEmpty()) {
        missed.add(truth);
      }
      right.addAll(same);
    }
    found.stream()
        .filter(one -> !right.contains(one))
        .map(GroupPostsTest::shown)
        .forEach(wrong::add);
  }

  private static String shown(Finding one) {
    return one.found().id() + " " + one.value().reveal(Reveal.CLASSIFY);
  }
}
