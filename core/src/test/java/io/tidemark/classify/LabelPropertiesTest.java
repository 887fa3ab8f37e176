package io.tidemark.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text: the canonical form is one, and stays. */
final class LabelPropertiesTest {
  private static final Labels LABELS = Labels.asOf(LocalDate.of(2026, 11, 24));

  @Property(tries = 4000)
  void labellingACanonicalFormChangesNothing(
      @ForAll FieldClass field, @ForAll("texts") String text) {
    PersonalText once = LABELS.label(field, text).canonical();
    assertThat(LABELS.label(field, once.reveal(Reveal.CLASSIFY)).canonical()).isEqualTo(once);
  }

  @Property
  void aMobileNumberIsTheSameHoweverItIsTyped(
      @ForAll("mobiles") String mobile, @ForAll("habits") List<Integer> habits) {
    String typed = scattered(mobile, " -\u3000\u2011.", habits);
    sound(FieldClass.MOBILE, typed, mobile);
    sound(FieldClass.MOBILE, "+86 " + typed, mobile);
    sound(FieldClass.MOBILE, "0086-" + widened(typed), mobile);
    sound(FieldClass.MOBILE, "86" + typed, mobile);
  }

  @Property
  void aPlateIsTheSameHoweverItIsTyped(
      @ForAll("plates") String plate, @ForAll("habits") List<Integer> habits) {
    String typed = scattered(plate, " -·•・\u3000", habits);
    sound(FieldClass.PLATE, typed, plate);
    sound(FieldClass.PLATE, typed.toLowerCase(Locale.ROOT), plate);
    sound(FieldClass.PLATE, widened(typed), plate);
  }

  @Property
  void aVinIsTheSameInLowerCaseAndFullWidth(
      @ForAll("vins") String vin, @ForAll("habits") List<Integer> habits) {
    sound(FieldClass.VIN, scattered(vin.toLowerCase(Locale.ROOT), " -*\u00a0", habits), vin);
    sound(FieldClass.VIN, widened(vin.toLowerCase(Locale.ROOT)), vin);
  }

  @Property
  void anIdentityNumberIsTheSameInEveryStyleAndItsOldForm(
      @ForAll("citizens") String number, @ForAll("habits") List<Integer> habits) {
    sound(FieldClass.IDENTITY_NUMBER, number, number);
    sound(FieldClass.IDENTITY_NUMBER, scattered(widened(number), " -\u3000", habits), number);
    sound(FieldClass.IDENTITY_NUMBER, number.toLowerCase(Locale.ROOT), number);
    String old = number.substring(0, 6) + number.substring(8, 17);
    sound(FieldClass.IDENTITY_NUMBER, old, number);
  }

  @Property
  void oneWrongDigitOrTwoExchangedOnesAfterTheRegionMakeAnIdentityNumberSuspect(
      @ForAll("citizens") String number, @ForAll int place, @ForAll int by) {
    int at = 6 + Math.floorMod(place, 11);
    char wrong = (char) ('0' + (number.charAt(at) - '0' + 1 + Math.floorMod(by, 9)) % 10);
    String mistyped = number.substring(0, at) + wrong + number.substring(at + 1);
    assertThat(LABELS.label(FieldClass.IDENTITY_NUMBER, mistyped).suspicion()).isPresent();
    String swapped = exchanged(number, 6 + Math.floorMod(place, 10));
    assertThat(LABELS.label(FieldClass.IDENTITY_NUMBER, swapped).suspicion().isEmpty())
        .isEqualTo(swapped.equals(number));
  }

  @Property
  void aDateIsTheSameInEveryStyle(@ForAll("days") LocalDate day) {
    int y = day.getYear();
    int m = day.getMonthValue();
    int d = day.getDayOfMonth();
    for (String style :
        List.of(
            "%04d-%02d-%02d",
            "%d/%d/%d",
            "%04d%02d%02d",
            "%d年%d月%d日",
            "%d年%02d月%02d日 24时",
            "%d.%d.%d",
            "%d-%02d-%02d 00:00:00",
            "%d/%d/%d 0:00",
            "%04d-%02d-%02dT00:00:00")) {
      String text = String.format(Locale.ROOT, style, y, m, d);
      sound(FieldClass.EXPIRY, text, day.toString());
      sound(FieldClass.EXPIRY, widened(text), day.toString());
    }
  }

  @Property
  void aPremiumIsTheSameWithAndWithoutSeparators(@ForAll("cents") long cents) {
    String plain = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    String grouped = String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    for (String text : List.of(plain, grouped, "¥" + grouped, plain + "元", widened(grouped))) {
      sound(FieldClass.PREMIUM, text, plain);
    }
  }

  private static void sound(FieldClass field, String text, String canonical) {
    LabelledValue value = LABELS.label(field, text);
    assertThat(value.canonical().reveal(Reveal.CLASSIFY)).as(text).isEqualTo(canonical);
    assertThat(value.suspicion()).as(text).isEmpty();
  }

  /** The text with up to four of the separators put in, where the habits say. */
  private static String scattered(String text, String separators, List<Integer> habits) {
    StringBuilder out = new StringBuilder(text);
    for (int habit : habits) {
      char separator = separators.charAt(habit % separators.length());
      out.insert(1 + habit % (out.length() - 1), separator);
    }
    return out.toString();
  }

  private static String widened(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
    }
    return out.toString();
  }

  private static String exchanged(String text, int at) {
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> near =
        Arbitraries.strings()
            .withChars("0123456789Xx×Ee+-./,' ·•¥元年月日时川使领WJ警IOQ８Ａ（）*\u3000\u0301\u0307\u00a8\ufeff")
            .ofMaxLength(24);
    return Arbitraries.oneOf(near, Arbitraries.strings().ofMaxLength(24));
  }

  @Provide
  Arbitrary<List<Integer>> habits() {
    return Arbitraries.integers().between(0, 10_000).list().ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> mobiles() {
    return Arbitraries.longs().between(13_000_000_000L, 19_999_999_999L).map(String::valueOf);
  }

  @Provide
  Arbitrary<String> plates() {
    Arbitrary<Character> letter =
        Arbitraries.of("ABCDEFGHJKLMNPQRSTUVWXYZ".chars().mapToObj(c -> (char) c).toList());
    Arbitrary<String> serial =
        Arbitraries.strings().withChars("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789").ofLength(5);
    Arbitrary<String> energy = Arbitraries.of("", "D", "F", "A", "J");
    return Combinators.combine(Arbitraries.of("川", "粤", "京", "新"), letter, energy, serial)
        .as((province, city, kind, tail) -> province + city + kind + tail);
  }

  @Provide
  Arbitrary<String> vins() {
    return Arbitraries.strings().withChars("ABCDEFGHJKLMNPRSTUVWXYZ0123456789").ofLength(17);
  }

  @Provide
  Arbitrary<String> citizens() {
    Arbitrary<LocalDate> births =
        Arbitraries.longs()
            .between(0, 36_500)
            .map(LocalDate.of(1900, 1, 1)::plusDays)
            .filter(day -> day.getYear() < 2000);
    return Combinators.combine(
            Arbitraries.of("110105", "510104", "440524", "650102"),
            births,
            Arbitraries.integers().between(0, 999))
        .as(LabelPropertiesTest::citizen);
  }

  /**
   * The check character as ISO 7064 defines MOD 11-2, digit by digit, unlike the weights in use.
   */
  private static String citizen(String region, LocalDate birth, int sequence) {
    String digits =
        region + birth.toString().replace("-", "") + String.format(Locale.ROOT, "%03d", sequence);
    int product = 0;
    for (char digit : digits.toCharArray()) {
      product = (product + digit - '0') * 2 % 11;
    }
    int check = (12 - product) % 11;
    return digits + (check == 10 ? "X" : String.valueOf(check));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(0, 70_000).map(LocalDate.of(1950, 1, 1)::plusDays);
  }

  @Provide
  Arbitrary<Long> cents() {
    return Arbitraries.longs().between(0, 99_999_999_999L);
  }
}
