package io.tidemark.app;

import io.tidemark.ledger.EntrySigner;
import io.tidemark.store.home.Home;
import io.tidemark.terms.Words;
import io.tidemark.vault.PassphraseBox;
import io.tidemark.vault.WrongKey;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A person's own key (Ed25519): in a file that the person keeps, or kept in the home under a
 * passphrase (Argon2id, RFC 9106). With it the person signs what the person decides, so that nobody
 * else could have.
 */
public final class Credential {
  private final String person;
  private final EntrySigner signer;

  private Credential(String person, EntrySigner signer) {
    this.person = person;
    this.signer = signer;
  }

  /** A fresh key. */
  public static Credential draw(String person) {
    return new Credential(person, EntrySigner.draw());
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
      byte[] seed = HexFormat.of().parseHex(Files.readString(file).strip());
      return new Credential(person, EntrySigner.of(seed));
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
      char[] typed = ask("口令 / passphrase: ");
      byte[] seed = PassphraseBox.open(typed, sealed, "credential " + person);
      return new Credential(person, EntrySigner.of(seed));
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
    return PassphraseBox.seal(first, signer.seed(), "credential " + person);
  }

  /** Writes the key into a new file of mode 0600. */
  public void write(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, HexFormat.of().formatHex(signer.seed()) + "\n", StandardOpenOption.WRITE);
  }

  /** The public half: 32 bytes. */
  public byte[] publicKey() {
    return signer.publicKey();
  }

  /** Signs what the person decides. */
  public EntrySigner signer() {
    return signer;
  }

  /** The person; never the key. */
  @Override
  public String toString() {
    return "Credential[" + person + "]";
  }
}
