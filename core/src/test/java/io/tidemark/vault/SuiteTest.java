package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one suite keeps, the other cannot read; within one, nothing opens elsewhere or altered. */
final class SuiteTest {
  private static Suite other(Suite suite) {
    return suite == Suite.SM ? Suite.INTERNATIONAL : Suite.SM;
  }

  @Property(tries = 60)
  void whatIsSealedOpensUnderItsKeyAndPlaceOnly(
      @ForAll Suite suite,
      @ForAll @Size(32) byte[] key,
      @ForAll byte[] content,
      @ForAll byte[] place,
      @ForAll int at)
      throws WrongKey {
    Seal seal = suite.seal(key);
    byte[] sealed = seal.seal(content, place);
    assertThat(suite.seal(key).open(sealed, place)).isEqualTo(content);
    assertThat(seal.seal(content, place)).as("never the same twice").isNotEqualTo(sealed);
    byte[] elsewhere = Arrays.copyOf(place, place.length + 1);
    assertThatThrownBy(() -> seal.open(sealed, elsewhere)).isInstanceOf(WrongKey.class);
    byte[] altered = sealed.clone();
    altered[Math.floorMod(at, altered.length)] ^= 1;
    assertThatThrownBy(() -> seal.open(altered, place)).isInstanceOf(WrongKey.class);
    byte[] cut = Arrays.copyOf(sealed, Math.floorMod(at, sealed.length));
    assertThatThrownBy(() -> seal.open(cut, place)).isInstanceOf(WrongKey.class);
    assertThatThrownBy(() -> other(suite).seal(key).open(sealed, place))
        .as("the other suite")
        .isInstanceOf(WrongKey.class);
  }

  @ParameterizedTest
  @EnumSource(Suite.class)
  void aPersonsRecordAndARingOfOneSuiteAreRefusedByTheOther(Suite suite) throws WrongKey {
    byte[] dataKey = new byte[32];
    Salt salt = Salt.draw();
    byte[] sealed = PersonKey.of(suite, dataKey, salt).seal(new byte[100], new byte[32]);
    Seal others = PersonKey.of(other(suite), dataKey, salt);
    assertThatThrownBy(() -> others.open(sealed, new byte[32])).isInstanceOf(WrongKey.class);

    String hex = MasterKey.draw();
    List<KeyRing.Wrapped> ring = KeyRing.draw(suite, MasterKey.parse(suite, hex));
    assertThat(KeyRing.opens(suite, MasterKey.parse(suite, hex), ring)).isTrue();
    assertThat(KeyRing.opens(other(suite), MasterKey.parse(other(suite), hex), ring)).isFalse();
    assertThat(KeyRing.opens(other(suite), MasterKey.parse(suite, hex), ring))
        .as("even where the same key wraps, as in a token")
        .isFalse();
  }

  @Test
  void everyDerivationDiffersBetweenTheSuites() {
    byte[] key = new byte[32];
    assertThat(Suite.SM.hkdf(key, key, "one", 32))
        .isNotEqualTo(Suite.INTERNATIONAL.hkdf(key, key, "one", 32))
        .isNotEqualTo(Suite.SM.hkdf(key, key, "two", 32));
    assertThat(Suite.SM.mac(key).doFinal(key))
        .hasSize(32)
        .isNotEqualTo(Suite.INTERNATIONAL.mac(key).doFinal(key));
  }

  @Test
  void theFirstEntryNamesTheSuiteAndSilenceIsOfBefore() {
    assertThat(Suite.named(Entry.of("init").build())).isEqualTo(Optional.of(Suite.INTERNATIONAL));
    for (Suite suite : Suite.values()) {
      Entry init = Entry.of("init").line(Suite.LINE, suite.id()).build();
      assertThat(Suite.named(init)).isEqualTo(Optional.of(suite));
    }
    assertThat(Suite.named(Entry.of("init").line(Suite.LINE, "rot13").build())).isEmpty();
  }
}
