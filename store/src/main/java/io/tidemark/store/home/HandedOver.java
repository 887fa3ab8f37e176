package io.tidemark.store.home;

import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Secrets that the operator hands over: never as an argument, which everybody could see. */
final class HandedOver {
  private static final long COMMAND_SECONDS = 30;
  private static final int LONGEST = 4_096;

  private HandedOver() {}

  /** What a file says that nobody else can read. */
  static String file(Path file, Words what) throws IOException, HomeFault {
    String secret = Files.readString(file);
    if (!HomeFolder.ownerOnly(file)) {
      throw new HomeFault(
          what.zh() + "文件可被他人读取，请先执行 chmod 600 " + file,
          "others can read " + what.en() + ": run chmod 600 " + file + " first");
    }
    return secret;
  }

  /** What a command prints. */
  static String command(String command, Words what) throws IOException, HomeFault {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      byte[] secret = process.getInputStream().readNBytes(LONGEST);
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new HomeFault(
            "取" + what.zh() + "的命令没有成功", "the command for " + what.en() + " did not succeed");
      }
      return new String(secret, StandardCharsets.US_ASCII);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
