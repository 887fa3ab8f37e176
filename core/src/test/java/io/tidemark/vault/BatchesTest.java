package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A stream in batches is the stream. */
final class BatchesTest {
  private static Stream<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed();
  }

  @Property(tries = 60)
  void theResultsStandInTheOrderOfTheElements(@ForAll @IntRange(max = 1_500) int count) {
    List<Integer> results = Batches.mapped(numbers(count), number -> 3 * number).toList();

    assertThat(results).isEqualTo(numbers(count).map(number -> 3 * number).toList());
    assertThat(Batches.of(numbers(count)).flatMap(List::stream)).hasSize(count);
  }

  @Test
  void noMoreIsReadAheadThanABatch() {
    AtomicInteger read = new AtomicInteger();
    Iterator<Integer> results =
        Batches.mapped(
                Stream.iterate(0, number -> number + 1).peek(number -> read.incrementAndGet()),
                number -> number)
            .iterator();

    assertThat(results.next()).isZero();
    assertThat(read.get()).isLessThanOrEqualTo(1_025);
  }

  @Test
  void closingItClosesTheStream() {
    AtomicBoolean closed = new AtomicBoolean();
    try (Stream<Integer> batches =
        Batches.mapped(numbers(3).onClose(() -> closed.set(true)), number -> number)) {
      assertThat(batches.findFirst()).contains(0);
    }
    assertThat(closed).isTrue();
  }

  @Test
  void aStepThatFailsFailsTheStream() {
    assertThatThrownBy(
            () -> Batches.mapped(numbers(600), number -> 1 / (number - 500)).forEach(number -> {}))
        .isInstanceOf(ArithmeticException.class);
  }
}
