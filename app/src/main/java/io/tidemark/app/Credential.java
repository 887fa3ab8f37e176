package io.tidemark.app;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Words;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.WrongKey;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A person's own key (Ed25519): in a file that the person keeps, or kept in the home under a
 * passphrase (Argon2id, RFC 9106). With it the person signs what the person decides, so that nobody
 * else could have.
 */
public final class Credential {
  private static final int SEED = 32;
  private static final int SALT = 16;

  private final String person;
  private final byte[] seed;

  private Credential(String person, byte[] seed) {
    this.person = person;
    this.seed = seed.clone();
  }

  /** A fresh key. */
  public static Credential draw(String person) {
    byte[] seed = new byte[SEED];
    new SecureRandom().nextBytes(seed);
    return new Credential(person, seed);
  }

  /**
   * The key of an enrolled person, from the file or by the passphrase asked for on the terminal.
   */
  public static Credential of(Home home, String person, @Nullable Path file) {
    byte[] enrolled =
        home.chain()
            .publicKey(person)
            .orElseThrow(
                () ->
                    Stop.refused(
                        new Words(
                            person + " 还没有凭证，请先 people enrol",
                            person + " has no credential yet: run people enrol first")));
    Path named = file == null ? Path.of(person + ".key") : file;
    Credential credential =
        file == null && !Files.exists(named) ? byPassphrase(home, person) : fromFile(person, named);
    if (!Arrays.equals(credential.publicKey(), enrolled)) {
      throw Stop.refused(new Words("凭证与登记的不符", "the credential is not the enrolled one"));
    }
    return credential;
  }

  private static Credential fromFile(String person, Path file) {
    try {
      return new Credential(person, HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException | IllegalArgumentException e) {
      throw Stop.unreadable(new Words("读不出凭证文件 " + file, "cannot read a credential from " + file));
    }
  }

  private static Credential byPassphrase(Home home, String person) {
    byte[] sealed =
        home.chain()
            .sealedKey(person)
            .orElseThrow(
                () ->
                    Stop.usage(
                        "请用 --credential 指出 " + person + " 的凭证文件",
                        "name the key file of " + person + " with --credential"));
    try {
      MasterKey box = box(ask("口令 / passphrase: "), Arrays.copyOf(sealed, SALT));
      return new Credential(
          person,
          box.unwrap(Arrays.copyOfRange(sealed, SALT, sealed.length), "credential " + person));
    } catch (WrongKey e) {
      throw Stop.refused(new Words("口令不对", "the passphrase is wrong"));
    }
  }

  private static char[] ask(String prompt) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s", prompt);
    if (typed == null || typed.length == 0) {
      throw Stop.usage("口令只能在终端上输入", "a passphrase can only be typed on a terminal");
    }
    return typed;
  }

  /** Seals the key under a passphrase that is asked for twice. */
  public byte[] sealUnderPassphrase() {
    char[] first = ask("新口令 / new passphrase: ");
    if (!Arrays.equals(first, ask("再输一次 / again: "))) {
      throw Stop.usage("两次输入不同", "the two differ");
    }
    byte[] salt = new byte[SALT];
    new SecureRandom().nextBytes(salt);
    byte[] wrapped = box(first, salt).wrap(seed, "credential " + person);
    byte[] sealed = Arrays.copyOf(salt, SALT + wrapped.length);
    System.arraycopy(wrapped, 0, sealed, SALT, wrapped.length);
    return sealed;
  }

  private static MasterKey box(char[] passphrase, byte[] salt) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(64 * 1024)
            .withIterations(3)
            .withParallelism(1)
            .build();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(parameters);
    byte[] key = new byte[MasterKey.SIZE];
    generator.generateBytes(passphrase, key);
    return MasterKey.parse(HexFormat.of().formatHex(key));
  }

  /** Writes the key into a new file of mode 0600. */
  public void write(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(seed) + "\n", StandardOpenOption.WRITE);
  }

  /** The public half: 32 bytes. */
  public byte[] publicKey() {
    try {
      return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a seed has 32 bytes", e);
    }
  }

  /** The entry with the person's signature over all its lines. */
  public Entry signed(Entry.Builder entry) {
    entry.line("signed-by", HexFormat.of().formatHex(publicKey()));
    try {
      byte[] signature = new Ed25519Sign(seed).sign(entry.build().bytes());
      return entry.line("signature", Base64.getEncoder().encodeToString(signature)).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 always signs", e);
    }
  }

  /** The person; never the key. */
  @Override
  public String toString() {
    return "Credential[" + person + "]";
  }
}
