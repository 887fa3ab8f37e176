package io.tidemark.formats.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class NaturalOrderTest {
  @Test
  void numbersInNamesCountAsNumbers() {
    List<String> names =
        new ArrayList<>(List.of("b1", "10.png", "2.png", "2 (10).png", "2 (9).png", "02.png", "b"));
    names.sort(NaturalOrder.NAMES);
    assertThat(names)
        .containsExactly("2 (9).png", "2 (10).png", "02.png", "2.png", "10.png", "b", "b1");
  }

  @Property
  void itIsAnOrder(
      @ForAll @StringLength(max = 6) @Chars({'0', '1', '2', 'a', '.'}) String one,
      @ForAll @StringLength(max = 6) @Chars({'0', '1', '2', 'a', '.'}) String two,
      @ForAll @StringLength(max = 6) @Chars({'0', '1', '2', 'a', '.'}) String three) {
    int ab = NaturalOrder.NAMES.compare(one, two);
    assertThat(Integer.signum(ab)).isEqualTo(-Integer.signum(NaturalOrder.NAMES.compare(two, one)));
    assertThat(ab == 0).isEqualTo(one.equals(two));
    if (ab <= 0 && NaturalOrder.NAMES.compare(two, three) <= 0) {
      assertThat(NaturalOrder.NAMES.compare(one, three)).isNotPositive();
    }
  }

  @Property
  void digitsAloneAreInTheOrderOfTheirValues(
      @ForAll @StringLength(min = 1, max = 30) @CharRange(from = '0', to = '9') String one,
      @ForAll @StringLength(min = 1, max = 30) @CharRange(from = '0', to = '9') String two) {
    int values = new BigInteger(one).compareTo(new BigInteger(two));
    if (values != 0) {
      assertThat(Integer.signum(NaturalOrder.NAMES.compare(one, two))).isEqualTo(values);
    }
  }
}
