package io.tidemark.chainsim.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShuffledTest {
  @Property(tries = 200)
  void everyNumberBelowTheSizeComesOnce(
      @ForAll long key, @ForAll @IntRange(min = 1, max = 3000) int size) {
    Shuffled order = new Shuffled(key, size);

    assertThat(LongStream.range(0, size).map(order::at).sorted().toArray())
        .isEqualTo(LongStream.range(0, size).toArray());
  }

  @Example
  void anotherKeyGivesAnotherOrder() {
    Shuffled one = new Shuffled(1, 1_000_000);
    Shuffled two = new Shuffled(2, 1_000_000);

    assertThat(LongStream.range(0, 1000).filter(i -> one.at(i) == two.at(i)).count()).isLessThan(5);
  }

  @Example
  void anEmptyOrderIsRefused() {
    assertThatThrownBy(() -> new Shuffled(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
