package io.tidemark.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The box opens with the passphrase through the function that the format names, and no weaker. */
final class PassphraseBoxTest {
  private static final char[] PASSPHRASE = "seven lanterns under the bridge".toCharArray();
  private static final byte[] SECRET = "a signing key".getBytes(StandardCharsets.UTF_8);
  private static final String NAME = "account liu.min";

  /** The key as the format says it comes from the passphrase. */
  private static SecretBox stretched(
      int kind, int version, int kibibytes, int passes, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(kind)
            .withVersion(version)
            .withSalt(salt)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(1)
            .build());
    byte[] key = new byte[32];
    generator.generateBytes(PASSPHRASE, key);
    return SecretBox.keyed(Suite.INTERNATIONAL, key);
  }

  private static byte[] unwrap(SecretBox key, byte[] box) throws WrongKey {
    return key.open(Arrays.copyOfRange(box, 16, box.length), NAME);
  }

  @Test
  void theKeyIsArgon2idWith64MebibytesAndThreePassesOver16BytesOfSalt() throws Exception {
    byte[] box = PassphraseBox.seal(PASSPHRASE, SECRET, NAME);
    byte[] salt = Arrays.copyOf(box, 16);
    SecretBox key =
        stretched(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, 65_536, 3, salt);
    assertThat(unwrap(key, box)).isEqualTo(SECRET);
    byte[] again = PassphraseBox.seal(PASSPHRASE, SECRET, NAME);
    assertThat(Arrays.copyOf(again, 16)).as("a salt of its own").isNotEqualTo(salt);
  }

  @ParameterizedTest
  @CsvSource({"2, 19, 65536, 2", "2, 19, 19456, 3", "1, 19, 65536, 3", "2, 16, 65536, 3"})
  void weakerOnesDoNotOpenIt(int kind, int version, int kibibytes, int passes) {
    byte[] box = PassphraseBox.seal(PASSPHRASE, SECRET, NAME);
    SecretBox key = stretched(kind, version, kibibytes, passes, Arrays.copyOf(box, 16));
    assertThatThrownBy(() -> unwrap(key, box)).isInstanceOf(WrongKey.class);
  }

  @Test
  void anotherPassphraseOrNameDoesNotOpenIt() throws Exception {
    byte[] box = PassphraseBox.seal(PASSPHRASE, SECRET, NAME);
    assertThat(PassphraseBox.open(PASSPHRASE, box, NAME)).isEqualTo(SECRET);
    char[] other = "seven lanterns under the bridges".toCharArray();
    assertThatThrownBy(() -> PassphraseBox.open(other, box, NAME)).isInstanceOf(WrongKey.class);
    assertThatThrownBy(() -> PassphraseBox.open(PASSPHRASE, box, "account chen.wei"))
        .isInstanceOf(WrongKey.class);
  }
}
