package io.tidemark.app.files;

import io.tidemark.app.Stop;
import io.tidemark.terms.Words;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A password or passphrase, typed where nobody sees it or from a file that only its owner reads.
 */
public final class SecretLine {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private SecretLine() {}

  /**
   * The text of the file without what is blank around it; from the terminal where there is none.
   *
   * @param prompt what the terminal asks
   * @param option how the command is told of a file
   */
  public static char[] of(@Nullable Path file, String prompt, String option) throws IOException {
    return file == null ? typed(prompt, option) : from(file);
  }

  private static char[] from(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw Stop.unreadable(new Words("没有这个文件：" + file, "no such file: " + file));
    }
    Set<PosixFilePermission> others = EnumSet.copyOf(OTHERS);
    others.retainAll(Files.getPosixFilePermissions(file));
    if (!others.isEmpty()) {
      throw Stop.usage(
          "此文件别人也能读写：先执行 chmod 600 " + file,
          "others can read or write this file: chmod 600 " + file + " first");
    }
    return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
  }

  private static char[] typed(String prompt, String option) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("%s", prompt);
    if (typed == null) {
      throw Stop.usage(
          "口令请在终端输入，或用 " + option + " 指出文件",
          "type it on a terminal, or name a file with " + option);
    }
    return typed;
  }
}
