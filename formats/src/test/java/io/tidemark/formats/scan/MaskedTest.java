package io.tidemark.formats.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.find.Confidence;
import io.tidemark.find.Finding;
import io.tidemark.find.Finding.Form;
import io.tidemark.find.FoundClass;
import io.tidemark.find.Span;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be shown of a finding: never all of it, and nothing of what has not its shape. */
class MaskedTest {
  private static String masked(FoundClass found, String value, Form form) {
    Finding finding =
        new Finding(
            found, new Span(0, value.length()), Confidence.HIGH, PersonalText.of(value), form);
    return Masked.of(finding).reveal(Reveal.SHOW);
  }

  @ParameterizedTest
  @CsvSource({
    "MOBILE, 13800138000, 138****8000",
    "PASSPORT, E12345678, E******78",
    "TRAVEL_PERMIT, H12345678, H******78",
    "BANK_CARD, 6222021234567890, 6222********7890",
    "CREDIT_CODE, 91110000600007837X, 91************837X",
    "MACHINE_NUMBER, 1400012345678, 140******5678",
    "FILE_NUMBER, 110012345678, 11********78",
    "WECHAT, zhang_wei88, z*********8",
    "EMAIL, zhang@example.com, z***@example.com",
    "IDENTITY_NUMBER_15, 110105491231002, 110*********002",
    "BANK_CARD, 6222-0212, ****",
    "PASSPORT, E1, ****",
    "EMAIL, nobody, ****",
  })
  void aWholeValueShowsItsEndsAtMost(FoundClass found, String value, String shown) {
    assertThat(masked(found, value, Form.WHOLE)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "MOBILE, 138****8000, 138****8000",
    "MOBILE, 1380*138000, 138****8000",
    "MOBILE, *3800138000, *38****8000",
  })
  void whatCameWithStarsShowsNoMoreThanAWholeOne(FoundClass found, String value, String shown) {
    assertThat(masked(found, value, Form.MASKED)).isEqualTo(shown);
  }

  @Property(tries = 2_000)
  void noValueIsShownWhole(
      @ForAll FoundClass found, @ForAll @NotEmpty String value, @ForAll Form form) {
    String shown = masked(found, value, form);
    if (form == Form.DAMAGED) {
      assertThat(shown).isEqualTo("****");
    }
    if (Persons.citizen(found) || found == FoundClass.MOBILE || found == FoundClass.BANK_CARD) {
      assertThat(shown).contains("*");
    }
  }
}
