package io.tidemark.disclose.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mask shows its stated head and tail of a value of the right shape; of others, nothing. */
final class MasksTest {
  private record Shows(int head, int tail) {}

  /** Restated apart from the masks: the most that may be seen of each field. */
  private static final Map<FieldClass, Shows> STATED =
      Map.ofEntries(
          Map.entry(FieldClass.NAME, new Shows(1, 0)),
          Map.entry(FieldClass.MOBILE, new Shows(3, 4)),
          Map.entry(FieldClass.IDENTITY_NUMBER, new Shows(3, 4)),
          Map.entry(FieldClass.PLATE, new Shows(2, 2)),
          Map.entry(FieldClass.VIN, new Shows(3, 4)),
          Map.entry(FieldClass.ENGINE_NUMBER, new Shows(0, 3)),
          Map.entry(FieldClass.POLICY_NUMBER, new Shows(4, 4)),
          Map.entry(FieldClass.FIRST_REGISTRATION, new Shows(5, 0)),
          Map.entry(FieldClass.INCEPTION, new Shows(5, 0)),
          Map.entry(FieldClass.EXPIRY, new Shows(5, 0)),
          Map.entry(FieldClass.SALESPERSON, new Shows(1, 0)));

  private static String mask(FieldClass field, String text) {
    return Masks.mask(field, PersonalText.of(text)).reveal(Reveal.RELEASE);
  }

  private static String general(FieldClass field, String text) {
    return Generalised.of(field, PersonalText.of(text)).reveal(Reveal.RELEASE);
  }

  @ParameterizedTest
  @CsvSource({
    "NAME,王小明,王**",
    "NAME,王伟,王*",
    "NAME,王,****",
    "MOBILE,13800001234,138****1234",
    "MOBILE,1380000123,****",
    "MOBILE,138-0000-12,****",
    "IDENTITY_NUMBER,51010419900307123X,510***********123X",
    "IDENTITY_NUMBER,510104900307123,****",
    "IDENTITY_NUMBER,张三的电话是13800001111呀,****",
    "PLATE,川A12345,川A***45",
    "PLATE,川AD12345,川A****45",
    "PLATE,粤Z1234港,粤Z***4港",
    "PLATE,不知道车牌号,****",
    "VIN,LSVAB2BR0KN000001,LSV**********0001",
    "VIN,LSVAB2BR0KN00000,****",
    "VIN,李四住在天府大道二十六栋一单元呀呀,****",
    "ENGINE_NUMBER,CPJ123456,******456",
    "POLICY_NUMBER,PDAA20265101000001,PDAA**********0001",
    "EXPIRY,2026-12-31,2026-*****",
    "EXPIRY,姓名张三-电-139,****",
    "ADDRESS,成都市高新区天府大道,****",
    "MODEL,大众朗逸,****",
    "REMARK,出险一次,****",
    "AGENCY,四川华康保代,****",
    "PREMIUM,3200.00,****"
  })
  void eachFieldShowsItsHeadAndTail(FieldClass field, String value, String masked) {
    assertThat(mask(field, value)).isEqualTo(masked);
  }

  @Property(tries = 5000)
  void noMaskShowsMoreThanStated(@ForAll FieldClass field, @ForAll("values") String value) {
    String masked = mask(field, value);
    if (masked.equals("****")) {
      return;
    }
    int[] points = value.codePoints().toArray();
    int[] seen = masked.codePoints().toArray();
    Shows shows = STATED.getOrDefault(field, new Shows(0, 0));
    assertThat(seen).hasSameSizeAs(points);
    assertThat(points.length).isGreaterThan(shows.head() + shows.tail());
    for (int i = shows.head(); i < points.length - shows.tail(); i++) {
      assertThat(seen[i]).isEqualTo('*');
    }
  }

  /** Shapes restated apart from the masks, for the fields that have one. */
  @Property(tries = 3000)
  void aValueOfUnexpectedShapeShowsNothing(
      @ForAll FieldClass field, @ForAll("values") String value) {
    boolean shaped =
        switch (field) {
          case MOBILE -> value.matches("\\d{11}");
          case IDENTITY_NUMBER -> value.matches("\\d{17}[\\dX]");
          case VIN -> value.matches("[A-Z0-9]{17}");
          case PLATE -> value.matches("[一-龥][A-Z].{4,7}");
          case FIRST_REGISTRATION, INCEPTION, EXPIRY -> value.matches("\\d{4}-\\d\\d-\\d\\d");
          case PREMIUM -> value.matches("\\d+(\\.\\d+)?");
          case NAME, SALESPERSON, ENGINE_NUMBER, POLICY_NUMBER, INSURANCE_KIND -> true;
          default -> false;
        };
    if (!shaped) {
      assertThat(mask(field, value)).isEqualTo("****");
      assertThat(general(field, value)).isEqualTo("****");
    }
  }

  @Provide
  static Arbitrary<String> values() {
    Arbitrary<String> near =
        Arbitraries.strings().withChars("0123456789XABKLSV-川粤Z港.").ofMinLength(0).ofMaxLength(20);
    Arbitrary<String> names = Arbitraries.strings().withChars("王小明𠮷A ").ofMaxLength(4);
    Arbitrary<String> sound =
        Arbitraries.of(
            "13800001234", "51010419900307123X", "川A12345", "LSVAB2BR0KN000001", "2026-12-31");
    return Arbitraries.oneOf(near, names, sound, Arbitraries.strings().ofMaxLength(20));
  }

  @ParameterizedTest
  @CsvSource({
    "EXPIRY,2026-12-31,2026-12",
    "EXPIRY,2026/12/31,****",
    "PLATE,川A12345,川A",
    "IDENTITY_NUMBER,51010419900307123X,1990s",
    "IDENTITY_NUMBER,张三的电话是13800001111呀,****",
    "VIN,LSVAB2BR0KN000001,LSV",
    "PREMIUM,3200.50,3000–4000",
    "PREMIUM,0,0–1000",
    "PREMIUM,-500,****",
    "PREMIUM,NaN,****",
    "PREMIUM,1e9,****",
    "PREMIUM,Infinity,****",
    "PREMIUM,99999999999,****",
    "NAME,王伟,****",
    "MOBILE,13800001234,****",
    "ADDRESS,成都市高新区,****"
  })
  void aGeneralisedValueIsCoarseOrHidden(FieldClass field, String value, String coarse) {
    assertThat(general(field, value)).isEqualTo(coarse);
  }
}
