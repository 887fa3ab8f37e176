package io.tidemark.find.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of ranges answer as libphonenumber does. */
final class NumberingPlanTest {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final int CHINA = 86;

  @Test
  void everyRangeOfMobileNumbersAnswersAsTheLibrary() {
    List<Integer> different = new ArrayList<>();
    for (int head = 10_000; head < 20_000; head++) {
      PhoneNumber number = number(head * 1_000_000L + 234_567);
      boolean mobile =
          LIBRARY.isValidNumber(number) && LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
      if (mobile != NumberingPlan.mobile(String.valueOf(number.getNationalNumber()))) {
        different.add(head);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void everyAreaCodeIsOneForTheLibraryToo() {
    List<Integer> different = new ArrayList<>();
    for (int area = 100; area < 1000; area++) {
      boolean known = NumberingPlan.area(area);
      boolean seven = fixed(area * 10_000_000L + 5_876_543);
      boolean eight = fixed(area * 100_000_000L + 58_765_432);
      if (known != (seven || eight) && !NumberingPlan.area(area / 10)) {
        different.add(area);
      }
    }
    assertThat(different).isEmpty();
  }

  private static boolean fixed(long national) {
    PhoneNumber number = number(national);
    return LIBRARY.isValidNumber(number)
        && LIBRARY.getNumberType(number) == PhoneNumberType.FIXED_LINE;
  }

  private static PhoneNumber number(long national) {
    return new PhoneNumber().setCountryCode(CHINA).setNationalNumber(national);
  }
}
