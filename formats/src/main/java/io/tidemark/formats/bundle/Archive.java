package io.tidemark.formats.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files in a ZIP of one form: stored without compression, one time stamp, no comments, no extra
 * fields. Uncompressed, because compressors differ between machines and because what is stored
 * cannot swell: a file inside is never larger than the ZIP.
 */
final class Archive {
  /** The largest ZIP, in bytes: 256 MiB. Reading holds it about twice in memory. */
  static final long LARGEST = 256L << 20;

  /** The most files inside. */
  static final int MOST_FILES = 20_000;

  /** More bytes than a file's name and headers take. */
  static final int OVERHEAD = 1024;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}(/[A-Za-z0-9][A-Za-z0-9.-]{0,99}){0,3}");
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
  private static final String ZIP = "zip";

  private Archive() {}

  /** Writes the files in their order; the stream stays open. */
  static void write(OutputStream out, Map<String, byte[]> files) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      zip.putNextEntry(stored(file.getKey(), file.getValue()));
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static ZipEntry stored(String name, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    return entry;
  }

  /** The files in their order; refuses every ZIP that {@link #write} would not write. */
  static Map<String, byte[]> read(byte[] bytes) throws BadPart {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        check(entry, files);
        files.put(entry.getName(), zip.readAllBytes());
      }
      same(bytes, files);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadPart(ZIP, "不是完好的 ZIP 文件", "expected a whole ZIP file");
    }
    return files;
  }

  private static void check(ZipEntry entry, Map<String, byte[]> files) throws BadPart {
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new BadPart(ZIP, "其中的文件应当不压缩", "expected files without compression");
    }
    if (!NAME.matcher(entry.getName()).matches()) {
      throw new BadPart(
          ZIP,
          "文件名应为字母、数字、点和连字符组成的相对路径",
          "expected relative names of letters, digits, dots and hyphens");
    }
    if (files.containsKey(entry.getName())) {
      throw new BadPart(entry.getName(), "这个文件名出现了两次", "this name occurs twice");
    }
    if (files.size() == MOST_FILES) {
      throw new BadPart(
          ZIP, "最多 " + MOST_FILES + " 个文件", "expected at most " + MOST_FILES + " files");
    }
  }

  private static void same(byte[] bytes, Map<String, byte[]> files) throws IOException, BadPart {
    Comparison comparison = new Comparison(bytes);
    write(comparison, files);
    if (!comparison.same()) {
      throw new BadPart(
          ZIP,
          "ZIP 中有不属于任何文件的字节，或写法与 Tidemark 不同",
          "expected the one form that Tidemark writes: found bytes that belong to no file");
    }
  }

  /** Compares what is written with bytes at hand, without keeping it. */
  private static final class Comparison extends OutputStream {
    private final byte[] expected;
    private int at;
    private boolean same = true;

    Comparison(byte[] expected) {
      this.expected = expected;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      same =
          same
              && length <= expected.length - at
              && java.util.Arrays.equals(expected, at, at + length, bytes, from, from + length);
      at += same ? length : 0;
    }

    boolean same() {
      return same && at == expected.length;
    }
  }
}
