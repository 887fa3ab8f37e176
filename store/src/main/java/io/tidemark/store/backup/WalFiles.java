package io.tidemark.store.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The files of the WAL in a backup.
 *
 * <p>PostgreSQL takes a file that is missing or damaged for the end of the WAL and stops there
 * without a word; so all of them are read before.
 *
 * @param folder where they lie
 */
record WalFiles(Path folder) {
  /** What PostgreSQL calls 16 MiB of its WAL: time line, and two halves of a number. */
  private static final Pattern NAME = Pattern.compile("([0-9A-F]{24})\\.gz");

  private static final long SIZE = 16L << 20;
  private static final int PER_HALF = 256;

  /**
   * Reads every file from {@code first} on.
   *
   * @param last the file that must be there at least
   * @param all whether a gap behind {@code last} is a fault too
   */
  void require(String first, String last, boolean all) throws BackupFault, IOException {
    String wanted = first;
    for (String name : from(first)) {
      if (!name.equals(wanted) && (all || wanted.compareTo(last) <= 0)) {
        throw missing(wanted);
      }
      read(name);
      wanted = after(name);
    }
    if (wanted.compareTo(last) <= 0) {
      throw missing(wanted);
    }
  }

  private List<String> from(String first) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(String.valueOf(file.getFileName())))
          .filter(name -> name.matches())
          .map(name -> name.group(1))
          .filter(name -> name.compareTo(first) >= 0)
          .sorted()
          .toList();
    }
  }

  static String after(String name) {
    long high = Long.parseLong(name.substring(8, 16), 16);
    long low = Long.parseLong(name.substring(16), 16) + 1;
    return name.substring(0, 8)
        + String.format(Locale.ROOT, "%08X%08X", high + low / PER_HALF, low % PER_HALF);
  }

  private void read(String name) throws BackupFault, IOException {
    Path file = folder.resolve(name + ".gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      if (in.transferTo(OutputStream.nullOutputStream()) == SIZE) {
        return;
      }
    } catch (ZipException | EOFException e) {
      // damaged, as below
    }
    throw new BackupFault(
        "WAL 文件 " + file + " 已损坏：请从另一份拷贝放回；放不回就移走它，并用 --until 指定此前的时间",
        "the WAL file "
            + file
            + " is damaged: put it back from another copy; where there is none, move it away and"
            + " name a time before it with --until");
  }

  private BackupFault missing(String name) {
    return new BackupFault(
        "缺少 WAL 文件 " + name + "：请从另一份拷贝放回；放不回就用 --until 指定此前的时间",
        "the WAL file "
            + name
            + " is missing: put it back from another copy; where there is none, name a time before"
            + " it with --until");
  }
}
