package io.tidemark.rights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Form;
import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is sealed of a party's copies. */
final class GivenCopyTest {
  @Property(tries = 200)
  void whatIsSealedIsReadAgain(@ForAll("copies") List<GivenCopy> copies) {
    assertThat(GivenCopy.parse(GivenCopy.bytes(copies))).isEqualTo(copies);
  }

  @Provide
  Arbitrary<List<GivenCopy>> copies() {
    Arbitrary<Finding> cell =
        Combinators.combine(
                Arbitraries.of(FieldClass.class),
                Arbitraries.of(Form.class),
                Arbitraries.strings().ofMaxLength(40).map(PersonalText::of))
            .as(Finding::new);
    return Combinators.combine(
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
            Arbitraries.of("marketing", "renewal-service"),
            cell.list().ofMaxSize(4).list().ofMaxSize(4))
        .as((entry, at, purpose, rows) -> copy(entry, at, purpose, rows))
        .list()
        .ofMaxSize(5);
  }

  private static GivenCopy copy(long entry, Instant at, String purpose, List<List<Finding>> rows) {
    return new GivenCopy(new DisclosureId("d-0123456789abcdef"), entry, at, purpose, rows);
  }

  @Test
  void aRowIsFoundAloneByANumberThatIsWholeOrAToken() {
    PersonalText text = PersonalText.of("x");
    assertThat(new Finding(FieldClass.PLATE, Form.PLAIN, text).alone()).isTrue();
    assertThat(new Finding(FieldClass.MOBILE, Form.TOKEN, text).alone()).isTrue();
    assertThat(new Finding(FieldClass.MOBILE, Form.MASKED, text).alone()).isFalse();
    assertThat(new Finding(FieldClass.NAME, Form.PLAIN, text).alone()).isFalse();
  }
}
