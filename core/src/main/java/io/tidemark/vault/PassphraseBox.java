package io.tidemark.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Secrets sealed under what a person knows (Argon2id, RFC 9106: 64 MiB, three passes), each bound
 * to its name. A box is 16 bytes of salt, then AES-256-GCM in homes of either suite: people carry
 * their keys about, and Argon2id has no counterpart among the SM algorithms.
 */
public final class PassphraseBox {
  private static final int SALT = 16;

  private PassphraseBox() {}

  /** Seals a secret under a passphrase. */
  public static byte[] seal(char[] passphrase, byte[] secret, String name) {
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] wrapped = box(passphrase, salt).seal(secret, name);
    byte[] sealed = Arrays.copyOf(salt, SALT + wrapped.length);
    System.arraycopy(wrapped, 0, sealed, SALT, wrapped.length);
    return sealed;
  }

  /** Opens what {@link #seal} gave for the same name; another passphrase does not. */
  public static byte[] open(char[] passphrase, byte[] sealed, String name) throws WrongKey {
    return box(passphrase, Arrays.copyOf(sealed, SALT))
        .open(Arrays.copyOfRange(sealed, SALT, sealed.length), name);
  }

  private static SecretBox box(char[] passphrase, byte[] salt) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(64 * 1024)
            .withIterations(3)
            .withParallelism(1)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] key = new byte[Suite.KEY];
    generator.generateBytes(passphrase, key);
    return SecretBox.keyed(Suite.INTERNATIONAL, key);
  }
}
