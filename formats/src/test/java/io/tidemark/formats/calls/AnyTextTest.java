package io.tidemark.formats.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a cell is understood or not, and never ends the reading. */
final class AnyTextTest {
  private static final Instant EARLIEST = Instant.parse("-0001-01-01T00:00:00Z");

  @Property(tries = 3000)
  void neverThrows(@ForAll("cells") String text) {
    CallTime.of(text).ifPresent(at -> assertThat(at).isAfter(EARLIEST));
    Knowledge.of(text);
    assertThat(CallFile.caller(text)).isNotNegative();
  }

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> pieces =
        Arbitraries.of(
                "2026",
                "-",
                "/",
                "11",
                "3",
                " ",
                "10:22",
                ":",
                "T",
                "Z",
                "+08:00",
                "年",
                "月",
                "日",
                "999999999999",
                "车牌",
                "、",
                "无",
                ".",
                "\u0000",
                "😀",
                "０")
            .list()
            .ofMaxSize(12)
            .map(list -> String.join("", list));
    return Arbitraries.oneOf(pieces, Arbitraries.strings());
  }
}
