package io.tidemark.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tidemark.find.address.AddressFinder;
import io.tidemark.find.name.NameFinder;
import io.tidemark.find.people.People;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Any bytes as a text. The normal run replays the seeds; {@code JAZZER_FUZZ=1} searches for more.
 */
final class FindFuzzTest {
  private static final List<Finder> FINDERS =
      List.of(new AddressFinder(), new NameFinder(), new EveryFinder(new TextFinder()));

  @FuzzTest(maxDuration = "30s")
  void noTextMakesFindingFailOrDiffer(byte[] bytes) {
    for (String text :
        new String[] {
          new String(bytes, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_16BE)
        }) {
      List<Finding> found = Found.sorted(new TextFinder(), text);
      assertThat(found).isEqualTo(Found.sorted(new ExactFinder(), text));
      assertThat(People.join(text, found).stream().mapToInt(one -> one.findings().size()).sum())
          .isEqualTo(found.size());
    }
  }

  @FuzzTest(maxDuration = "30s")
  void noTextMakesNamesAndAddressesFailOrOverlap(byte[] bytes) {
    for (String text :
        new String[] {
          new String(bytes, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_16BE)
        }) {
      for (Finder finder : FINDERS) {
        Map<FoundClass, Integer> ends = new EnumMap<>(FoundClass.class);
        for (Finding finding : Found.sorted(finder, text)) {
          Span span = finding.span();
          assertThat(span.end()).isLessThanOrEqualTo(text.length());
          assertThat(span.start()).isGreaterThanOrEqualTo(ends.getOrDefault(finding.found(), 0));
          ends.put(finding.found(), span.end());
        }
      }
    }
  }
}
