package io.tidemark.store.home;

import io.tidemark.store.token.TokenAddress;
import io.tidemark.terms.Words;
import io.tidemark.vault.MasterKey;
import io.tidemark.vault.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the master key comes from: the environment ({@code TIDEMARK_MASTER_KEY}), a command ({@code
 * TIDEMARK_MASTER_KEY_COMMAND}, whose standard output is the key), or the file {@code
 * keys/master.key} of mode 0600, which holds the key or, where it lives in a token, its address.
 * The next one, while it is being changed, comes from {@code TIDEMARK_NEXT_MASTER_KEY}, {@code
 * TIDEMARK_NEXT_MASTER_KEY_COMMAND}, or a file beside the first.
 */
final class MasterKeys {
  /** The word for a key that is drawn and written to the home's file. */
  static final String IN_FILE = "file";

  private static final String VALUE = "TIDEMARK_MASTER_KEY";
  private static final String COMMAND = "TIDEMARK_MASTER_KEY_COMMAND";
  private static final String NEXT_VALUE = "TIDEMARK_NEXT_MASTER_KEY";
  private static final String NEXT_COMMAND = "TIDEMARK_NEXT_MASTER_KEY_COMMAND";
  private static final Words KEY = new Words("主密钥", "the master key");

  private final HomeFolder folder;
  private final Map<String, String> environment;
  private final Suite suite;
  private final TokenPin tokens;

  MasterKeys(HomeFolder folder, Map<String, String> environment, Suite suite) {
    this.folder = folder;
    this.environment = environment;
    this.suite = suite;
    this.tokens = new TokenPin(environment);
  }

  /** The places that a key can come from; their {@link #id} stands in the ledger. */
  enum Place {
    ENVIRONMENT,
    COMMAND,
    FILE,
    /** A token, whose address is in the file. */
    PKCS11;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where the key of this home comes from. */
  Place place() {
    return place(VALUE, COMMAND, folder.masterKey());
  }

  /** Where its next key comes from. */
  Place nextPlace() {
    return place(NEXT_VALUE, NEXT_COMMAND, folder.nextMasterKey());
  }

  private Place place(String value, String command, Path file) {
    if (environment.containsKey(value)) {
      return Place.ENVIRONMENT;
    }
    if (environment.containsKey(command)) {
      return Place.COMMAND;
    }
    try {
      return Files.exists(file) && TokenAddress.recognises(Files.readString(file))
          ? Place.PKCS11
          : Place.FILE;
    } catch (IOException e) {
      return Place.FILE; // whoever reads the key says what is wrong with it
    }
  }

  private boolean fromOutside() {
    return environment.containsKey(VALUE) || environment.containsKey(COMMAND);
  }

  private boolean nextFromOutside() {
    return environment.containsKey(NEXT_VALUE) || environment.containsKey(NEXT_COMMAND);
  }

  /**
   * The key of a new home: from outside when the environment names one, else drawn and written to
   * its file, or drawn in a token.
   *
   * @param wanted {@link #IN_FILE}, an address in a token, or nothing
   */
  MasterKey create(Optional<String> wanted) throws HomeFault, IOException {
    if (fromOutside()) {
      if (wanted.isPresent()) {
        throw contradiction(VALUE, COMMAND);
      }
    } else if (!Files.exists(folder.masterKey())) {
      write(folder.masterKey(), wanted.orElse(IN_FILE));
    } else if (wanted.isPresent()) {
      throw new HomeFault(
          "已有主密钥：请移走 " + folder.masterKey() + "，或不用 --master-key",
          "there is a master key already: take away "
              + folder.masterKey()
              + ", or leave --master-key out");
    }
    return read();
  }

  /** The key. */
  MasterKey read() throws HomeFault {
    try {
      return read(VALUE, COMMAND, folder.masterKey());
    } catch (IOException e) {
      throw new HomeFault(
          new Words(
              "读不到主密钥：请放回 " + folder.masterKey() + "，或设置 " + VALUE + " / " + COMMAND,
              "there is no master key: put back "
                  + folder.masterKey()
                  + ", or set "
                  + VALUE
                  + " or "
                  + COMMAND),
          e);
    }
  }

  /** The next key, while there is one. */
  Optional<MasterKey> next() throws HomeFault {
    if (!nextFromOutside() && !Files.exists(folder.nextMasterKey())) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(NEXT_VALUE, NEXT_COMMAND, folder.nextMasterKey()));
    } catch (IOException e) {
      return Optional.empty(); // it has become the key meanwhile
    }
  }

  /**
   * The next key: what the environment names, else drawn and lasting in its file, or drawn in a
   * token and its address lasting there.
   *
   * @param wanted {@link #IN_FILE}, an address in a token, or nothing for another one of its kind
   */
  MasterKey drawNext(Optional<String> wanted) throws HomeFault, IOException {
    if (nextFromOutside()) {
      if (wanted.isPresent()) {
        throw contradiction(NEXT_VALUE, NEXT_COMMAND);
      }
    } else if (wanted.isPresent() || place() == Place.FILE) {
      write(folder.nextMasterKey(), wanted.orElse(IN_FILE));
    } else {
      throw new HomeFault(
          "主密钥不在文件里：请先把新的主密钥放入 "
              + NEXT_VALUE
              + " 或 "
              + NEXT_COMMAND
              + "（openssl rand -hex 32），或用 --to file、--to "
              + TokenAddress.FORM,
          "the master key is in no file: put the next one into "
              + NEXT_VALUE
              + " or "
              + NEXT_COMMAND
              + " first (openssl rand -hex 32), or say --to file or --to "
              + TokenAddress.FORM);
    }
    return next().orElseThrow(() -> new IOException("the next master key cannot be read"));
  }

  private void write(Path file, String wanted) throws HomeFault, IOException {
    if (TokenAddress.recognises(wanted)) {
      tokens.draw(wanted);
      HomeFolder.write(file, wanted.strip() + "\n");
    } else if (wanted.equals(IN_FILE)) {
      HomeFolder.write(file, MasterKey.draw() + "\n");
    } else {
      throw new HomeFault(
          "主密钥放在哪里：file，或 " + TokenAddress.FORM,
          "where the master key is kept: file, or " + TokenAddress.FORM);
    }
    folder.syncKeys();
  }

  private static HomeFault contradiction(String value, String command) {
    return new HomeFault(
        "已设置 " + value + " 或 " + command + "，不能再指定主密钥的位置",
        value + " or " + command + " is set: it is one or the other");
  }

  /** The next key is the key from now on: of two files one is left; one that is not used goes. */
  void turn() throws IOException {
    if (nextFromOutside()) {
      Files.deleteIfExists(folder.masterKey());
    } else if (Files.exists(folder.nextMasterKey())) {
      Files.move(folder.nextMasterKey(), folder.masterKey(), StandardCopyOption.ATOMIC_MOVE);
    }
    folder.syncKeys();
  }

  /** Where the key comes from and must not be kept together with, for people. */
  Words source() {
    return switch (place()) {
      case ENVIRONMENT -> outside(VALUE);
      case COMMAND -> outside(COMMAND);
      case PKCS11 ->
          new Words(
              "主密钥在令牌里，取不出来：请备份令牌本身，并妥善保管其地址 " + folder.masterKey(),
              "the master key is in a token and cannot be taken out: back up the token itself, and"
                  + " keep its address "
                  + folder.masterKey());
      case FILE ->
          new Words(
              "请把主密钥 " + folder.masterKey() + " 另存一份，与备份分开",
              "keep a copy of the master key " + folder.masterKey() + ", apart from the backup");
    };
  }

  private static Words outside(String name) {
    return new Words(
        "主密钥来自 " + name + "：请确认它另有保管",
        "the master key comes from " + name + ": see that it is kept elsewhere");
  }

  private MasterKey read(String value, String command, Path file) throws IOException, HomeFault {
    String given = environment.get(value);
    String asked = environment.get(command);
    if (given == null && asked == null) {
      String text = HandedOver.file(file, KEY);
      return TokenAddress.recognises(text) ? tokens.open(text) : parsed(text);
    }
    return parsed(given != null ? given : HandedOver.command(String.valueOf(asked), KEY));
  }

  private MasterKey parsed(String hex) throws HomeFault {
    try {
      return MasterKey.parse(suite, hex);
    } catch (IllegalArgumentException e) {
      throw new HomeFault(
          new Words("主密钥应为 64 位十六进制数字", "a master key is written as 64 hexadecimal digits"), e);
    }
  }
}
