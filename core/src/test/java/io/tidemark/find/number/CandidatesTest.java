package io.tidemark.find.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CandidatesTest {
  /** Few are compared with each other, many are looked up by place. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 200})
  void ofThoseThatOverlapTheWeightiestIsTold(int count) {
    Candidates candidates = new Candidates();
    for (int i = 0; i < count; i++) {
      add(candidates, FoundClass.BANK_CARD, 20 * i, 20 * i + 10, 1);
      add(candidates, FoundClass.MOBILE, 20 * i + 2, 20 * i + 13, 2);
      add(candidates, FoundClass.LANDLINE, 20 * i + 12, 20 * i + 18, 1);
      add(candidates, FoundClass.PLATE, 20 * i + 13, 20 * i + 20, 1);
    }
    List<FoundClass> told = new ArrayList<>();
    assertThat(candidates.tell(one -> told.add(one.found()))).isEqualTo(20 * count);
    assertThat(told).hasSize(2 * count).containsOnly(FoundClass.MOBILE, FoundClass.PLATE);
  }

  /** What is remembered of one place is not told of another. */
  @Test
  void eachPlaceHasItsOwnWord() {
    String text = "电话138" + "好".repeat(60);
    Candidates candidates = new Candidates();
    for (int time = 0; time < 2; time++) {
      assertThat(candidates.tight(text, 2)).isNotZero();
      for (int at = 5; at < text.length(); at++) {
        assertThat(candidates.tight(text, at)).as("at " + at).isEqualTo(Clues.tight(text, at));
      }
    }
    candidates.clear();
    assertThat(candidates.tight("好".repeat(40), 2)).isZero();
  }

  private static void add(Candidates candidates, FoundClass found, int from, int to, int weight) {
    candidates.add(Candidate.of(found, new Span(from, to), Confidence.LOW, "x", weight));
  }
}
