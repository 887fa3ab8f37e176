package io.tidemark.store.home;

import io.tidemark.terms.Words;
import io.tidemark.vault.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Where the master key comes from: the environment ({@code TIDEMARK_MASTER_KEY}), a command ({@code
 * TIDEMARK_MASTER_KEY_COMMAND}, whose standard output is the key), or the file {@code
 * keys/master.key} of mode 0600.
 */
final class MasterKeys {
  private static final String VALUE = "TIDEMARK_MASTER_KEY";
  private static final String COMMAND = "TIDEMARK_MASTER_KEY_COMMAND";
  private static final long COMMAND_SECONDS = 30;

  private MasterKeys() {}

  /**
   * The key of a new home: from outside when the environment names one, else drawn and written to
   * its file.
   */
  static MasterKey create(HomeFolder folder, Map<String, String> environment)
      throws HomeFault, IOException {
    if (environment.containsKey(VALUE) || environment.containsKey(COMMAND)) {
      return read(folder, environment);
    }
    if (!Files.exists(folder.masterKey())) {
      HomeFolder.write(folder.masterKey(), MasterKey.draw() + "\n");
    }
    return read(folder, environment);
  }

  static MasterKey read(HomeFolder folder, Map<String, String> environment) throws HomeFault {
    try {
      String value = environment.get(VALUE);
      String command = environment.get(COMMAND);
      if (value != null) {
        return MasterKey.parse(value);
      }
      return MasterKey.parse(command != null ? run(command) : file(folder.masterKey()));
    } catch (IllegalArgumentException e) {
      throw new HomeFault(
          new Words("主密钥应为 64 位十六进制数字", "a master key is written as 64 hexadecimal digits"), e);
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

  /** Where the key comes from and must not be kept together with, for people. */
  static Words source(HomeFolder folder, Map<String, String> environment) {
    if (environment.containsKey(VALUE) || environment.containsKey(COMMAND)) {
      String name = environment.containsKey(VALUE) ? VALUE : COMMAND;
      return new Words(
          "主密钥来自 " + name + "：请确认它另有保管",
          "the master key comes from " + name + ": see that it is kept elsewhere");
    }
    return new Words(
        "请把主密钥 " + folder.masterKey() + " 另存一份，与备份分开",
        "keep a copy of the master key " + folder.masterKey() + ", apart from the backup");
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
