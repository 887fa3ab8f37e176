package io.tidemark.store.home;

import io.tidemark.terms.Words;
import io.tidemark.vault.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where the master key comes from: the environment ({@code TIDEMARK_MASTER_KEY}), a command ({@code
 * TIDEMARK_MASTER_KEY_COMMAND}, whose standard output is the key), or the file {@code
 * keys/master.key} of mode 0600. The next one, while it is being changed, comes from {@code
 * TIDEMARK_NEXT_MASTER_KEY}, {@code TIDEMARK_NEXT_MASTER_KEY_COMMAND}, or a file beside the first.
 */
final class MasterKeys {
  private static final String VALUE = "TIDEMARK_MASTER_KEY";
  private static final String COMMAND = "TIDEMARK_MASTER_KEY_COMMAND";
  private static final String NEXT_VALUE = "TIDEMARK_NEXT_MASTER_KEY";
  private static final String NEXT_COMMAND = "TIDEMARK_NEXT_MASTER_KEY_COMMAND";
  private static final long COMMAND_SECONDS = 30;

  private final HomeFolder folder;
  private final Map<String, String> environment;

  MasterKeys(HomeFolder folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** The places that a key can come from; their {@link #id} stands in the ledger. */
  enum Place {
    ENVIRONMENT,
    COMMAND,
    FILE;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Where the key of this home comes from. */
  Place place() {
    return place(VALUE, COMMAND);
  }

  /** Where its next key comes from. */
  Place nextPlace() {
    return place(NEXT_VALUE, NEXT_COMMAND);
  }

  private Place place(String value, String command) {
    if (environment.containsKey(value)) {
      return Place.ENVIRONMENT;
    }
    return environment.containsKey(command) ? Place.COMMAND : Place.FILE;
  }

  /**
   * The key of a new home: from outside when the environment names one, else drawn and written to
   * its file.
   */
  MasterKey create() throws HomeFault, IOException {
    if (place() == Place.FILE && !Files.exists(folder.masterKey())) {
      HomeFolder.write(folder.masterKey(), MasterKey.draw() + "\n");
      folder.syncKeys();
    }
    return read();
  }

  /** The key. */
  MasterKey read() throws HomeFault {
    try {
      return read(place(), VALUE, COMMAND, folder.masterKey());
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
    if (nextPlace() == Place.FILE && !Files.exists(folder.nextMasterKey())) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(nextPlace(), NEXT_VALUE, NEXT_COMMAND, folder.nextMasterKey()));
    } catch (IOException e) {
      return Optional.empty(); // it has become the key meanwhile
    }
  }

  /** The next key, drawn and lasting in its file, unless the environment names one. */
  MasterKey drawNext() throws HomeFault, IOException {
    if (nextPlace() == Place.FILE) {
      if (place() != Place.FILE) {
        throw new HomeFault(
            "主密钥不在文件里：请先把新的主密钥放入 " + NEXT_VALUE + " 或 " + NEXT_COMMAND + "（openssl rand -hex 32）",
            "the master key is in no file: put the next one into "
                + NEXT_VALUE
                + " or "
                + NEXT_COMMAND
                + " first (openssl rand -hex 32)");
      }
      HomeFolder.write(folder.nextMasterKey(), MasterKey.draw() + "\n");
      folder.syncKeys();
    }
    return next().orElseThrow(() -> new IOException("the next master key cannot be read"));
  }

  /** The next key is the key from now on: of two files one is left; one that is not used goes. */
  void turn() throws IOException {
    if (nextPlace() != Place.FILE) {
      Files.deleteIfExists(folder.masterKey());
    } else if (Files.exists(folder.nextMasterKey())) {
      Files.move(
          folder.nextMasterKey(), folder.masterKey(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
    folder.syncKeys();
  }

  /** Where the key comes from and must not be kept together with, for people. */
  Words source() {
    if (place() != Place.FILE) {
      String name = place() == Place.ENVIRONMENT ? VALUE : COMMAND;
      return new Words(
          "主密钥来自 " + name + "：请确认它另有保管",
          "the master key comes from " + name + ": see that it is kept elsewhere");
    }
    return new Words(
        "请把主密钥 " + folder.masterKey() + " 另存一份，与备份分开",
        "keep a copy of the master key " + folder.masterKey() + ", apart from the backup");
  }

  private MasterKey read(Place place, String value, String command, Path file)
      throws IOException, HomeFault {
    try {
      return MasterKey.parse(
          switch (place) {
            case ENVIRONMENT -> String.valueOf(environment.get(value));
            case COMMAND -> run(String.valueOf(environment.get(command)));
            case FILE -> file(file);
          });
    } catch (IllegalArgumentException e) {
      throw new HomeFault(
          new Words("主密钥应为 64 位十六进制数字", "a master key is written as 64 hexadecimal digits"), e);
    }
  }

  private static String file(Path file) throws IOException, HomeFault {
    String key = Files.readString(file);
    if (!HomeFolder.ownerOnly(file)) {
      throw new HomeFault(
          "主密钥文件可被他人读取，请先执行 chmod 600 " + file,
          "others can read the master key: run chmod 600 " + file + " first");
    }
    return key;
  }

  private static String run(String command) throws IOException, HomeFault {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      byte[] key = process.getInputStream().readNBytes(1024);
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new HomeFault("取主密钥的命令没有成功", "the command for the master key did not succeed");
      }
      return new String(key, StandardCharsets.US_ASCII);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
