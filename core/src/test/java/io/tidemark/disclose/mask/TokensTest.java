package io.tidemark.disclose.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokensTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("project.root", ".."), "vectors", "tokens", "ff1.tsv");

  private final PartyTokens one = new PartyTokens(Suite.INTERNATIONAL, new byte[32]);
  private final PartyTokens two = new PartyTokens(Suite.INTERNATIONAL, otherKey());

  private static byte[] otherKey() {
    byte[] key = new byte[32];
    key[31] = 1;
    return key;
  }

  /** A number of a field. */
  record Number(FieldClass field, String text) {}

  @Provide
  Arbitrary<Number> numbers() {
    return Arbitraries.oneOf(
        of(FieldClass.MOBILE, digits("0123456789", 9, 9).map(tail -> "13" + tail)),
        of(
            FieldClass.IDENTITY_NUMBER,
            Combinators.combine(digits("0123456789", 17, 17), digits("0123456789X", 1, 1))
                .as(String::concat)),
        of(FieldClass.VIN, digits("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", 17, 17)),
        of(FieldClass.POLICY_NUMBER, numbered()),
        of(FieldClass.ENGINE_NUMBER, numbered()));
  }

  private static Arbitrary<String> numbered() {
    return digits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", 6, 40)
        .map(text -> text.substring(0, 3) + "-" + text.substring(3));
  }

  private static Arbitrary<Number> of(FieldClass field, Arbitrary<String> texts) {
    return texts.map(text -> new Number(field, text));
  }

  private static Arbitrary<String> digits(String alphabet, int least, int most) {
    return Arbitraries.strings()
        .withChars(alphabet.toCharArray())
        .ofMinLength(least)
        .ofMaxLength(most);
  }

  private static String token(PartyTokens tokens, Number number) {
    return tokens.token(number.field(), PersonalText.of(number.text())).reveal(Reveal.RELEASE);
  }

  @Example
  void theSamplesOfNistAreMet() throws IOException {
    List<String> lines =
        Files.readAllLines(VECTORS).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).hasSize(9);
    for (String line : lines) {
      String[] part = line.split("\t", -1);
      Ff1 cipher =
          new Ff1(
              Suite.INTERNATIONAL::blockCipher,
              HexFormat.of().parseHex(part[0]),
              HexFormat.of().parseHex(part[1]),
              part[2]);
      assertThat(cipher.encrypt(part[3])).isEqualTo(part[4]);
      assertThat(cipher.decrypt(part[4])).isEqualTo(part[3]);
    }
  }

  @Property
  void aTokenKeepsTheShapeIsTheSameAgainAndComesBackUnderItsOwnPartysKey(
      @ForAll("numbers") Number number) {
    String token = token(one, number);
    assertThat(token).hasSameSizeAs(number.text()).isEqualTo(token(one, number));
    for (int i = 0; i < token.length(); i++) {
      assertThat(token.charAt(i) == '-').isEqualTo(number.text().charAt(i) == '-');
    }
    assertThat(one.value(number.field(), PersonalText.of(token)))
        .contains(PersonalText.of(number.text()));
  }

  @Property
  void noMobileNumbersTokenIsANumberThatCouldRing(@ForAll("numbers") Number number) {
    if (number.field() == FieldClass.MOBILE) {
      assertThat(token(one, number)).matches("2[0-9]{10}");
    }
  }

  @Example
  void twoPartiesShareNoTokenAndAnothersKeyDoesNotTurnItBack() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      Number number = new Number(FieldClass.MOBILE, "1380000" + (1_000 + i));
      String own = token(one, number);
      assertThat(seen.add(own)).isTrue();
      assertThat(seen.add(token(two, number))).isTrue();
      assertThat(two.value(number.field(), PersonalText.of(own)))
          .isNotEqualTo(Optional.of(PersonalText.of(number.text())));
    }
  }

  @Example
  void aTokenOfOneFieldSaysNothingOfAnother() {
    String number = "PICC20260001";
    assertThat(token(one, new Number(FieldClass.POLICY_NUMBER, number)))
        .isNotEqualTo(token(one, new Number(FieldClass.ENGINE_NUMBER, number)));
  }

  @Example
  void whatHasNoShapeHasATokenThatNobodyTurnsBack() {
    for (Number number :
        List.of(
            new Number(FieldClass.NAME, "王伟"),
            new Number(FieldClass.PLATE, "川A12345"),
            new Number(FieldClass.MOBILE, "02888881234"),
            new Number(FieldClass.POLICY_NUMBER, "A-123"),
            new Number(FieldClass.VIN, "LSVAU033X72I00001"))) {
      String token = token(one, number);
      assertThat(token).matches("T-[0-9a-f]{20}").isEqualTo(token(one, number));
      assertThat(token(two, number)).isNotEqualTo(token);
      assertThat(one.value(number.field(), PersonalText.of(token))).isEmpty();
    }
  }

  @Example
  void whatIsNotOfTheAlphabetOrTooShortIsNotEncrypted() {
    Ff1 cipher = new Ff1(Suite.INTERNATIONAL::blockCipher, new byte[32], new byte[0], "0123456789");
    assertThatThrownBy(() -> cipher.encrypt("12345é7890"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cipher.encrypt("12345")).isInstanceOf(IllegalArgumentException.class);
  }
}
