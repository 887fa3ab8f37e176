package io.tidemark.formats.bundle;

import io.tidemark.evidence.ProvedEntry;
import io.tidemark.history.OwnerHistory;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.LogProof;
import io.tidemark.ledger.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Owners' files as ZIP files, compressed: a thousand events take some 20 kB. What is read is
 * written again and compared, file by file, so that the page says what the machine part proves.
 * Thread-safe.
 */
public final class OwnerFile {
  private static final String PAGE = "history.html";
  private static final String HISTORY = "history.json";
  private static final String ENTRY = ".entry";
  private static final String PROOF = ".tlog-proof";

  /** The largest file, and the most that it may hold unpacked, in bytes. */
  private static final int LARGEST = 64 << 20;

  private static final int MOST_FILES = 20_000;
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String README =
      """
      个人信息使用历史
      history.html 供阅读，history.json 供核验；ledger/ 下是账目、其证明与账本公钥。
      核验：tidemark verify 本文件.zip --key 公钥（请向保险公司以外的人索取公钥）。
      两份文件放在一起核验，可看出是否有人看到了不同的历史：tidemark verify 甲.zip 乙.zip
      逐字节的格式、证明了什么、没有证明什么，见 docs/owner-file.md。

      The history of your data
      history.html is to be read, history.json to be checked; ledger/ has entries, proofs and the key.
      Check: tidemark verify THIS.zip --key KEY (get the key from somebody other than the insurer).
      Two files side by side show whether somebody was shown another history: tidemark verify A.zip B.zip
      The format byte by byte, what it proves and what it does not: docs/owner-file.md.
      """;

  private OwnerFile() {}

  /** Writes a file; the stream stays open. */
  public static void write(OutputStream out, OwnerHistory history)
      throws IOException, LedgerException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(9);
    for (Map.Entry<String, byte[]> file : files(history).entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(TIME);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static Map<String, byte[]> files(OwnerHistory history) throws LedgerException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(Layout.README, README.getBytes(StandardCharsets.UTF_8));
    files.put(PAGE, HistoryPage.write(history, history.root()));
    files.put(HISTORY, HistoryJson.write(history));
    files.put(Layout.KEY, (history.bundledKey().vkey() + "\n").getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(history.entries())
        .forEach(
            (index, entry) -> {
              files.put(Layout.ENTRIES + index + ENTRY, entry.bytes());
              files.put(Layout.ENTRIES + index + PROOF, entry.proof().bytes());
            });
    return files;
  }

  /** Whether it looks like an owner's file rather than a bundle of evidence. */
  public static boolean recognises(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      zip.getNextEntry();
      ZipEntry second = zip.getNextEntry();
      return second != null && second.getName().equals(PAGE);
    } catch (java.util.zip.ZipException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Reads a file; nothing of it is proved yet. Holds it unpacked, at most 64 MiB. */
  public static OwnerHistory read(Path file) throws IOException, BadBundle {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      return read(bytes);
    } catch (BadPart e) {
      throw e.in(file.toString());
    }
  }

  static OwnerHistory read(byte[] zip) throws BadPart {
    Map<String, byte[]> found = unpacked(zip);
    OwnerHistory history = history(found);
    Map<String, byte[]> again;
    try {
      again = files(history);
    } catch (LedgerException e) {
      throw new BadPart(Layout.ENTRIES, "缺少根的账目", String.valueOf(e.getMessage()));
    }
    if (!List.copyOf(again.keySet()).equals(List.copyOf(found.keySet()))) {
      throw new BadPart(
          "zip", "文件不全，或次序不同", "expected the files of an owner's file in their order");
    }
    for (Map.Entry<String, byte[]> file : again.entrySet()) {
      if (!Arrays.equals(file.getValue(), found.get(file.getKey()))) {
        throw new BadPart(
            file.getKey(), "写法与 Tidemark 不同", "expected the one form that Tidemark writes");
      }
    }
    return history;
  }

  private static Map<String, byte[]> unpacked(byte[] bytes) throws BadPart {
    Map<String, byte[]> files = new LinkedHashMap<>();
    long left = LARGEST;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] file = zip.readNBytes((int) left + 1);
        left -= file.length;
        if (left < 0 || files.size() == MOST_FILES || files.put(entry.getName(), file) != null) {
          throw new BadPart(
              "zip", "文件太大、太多或重名", "too large, too many files, or a name that occurs twice");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadPart("zip", "不是完好的 ZIP 文件", "expected a whole ZIP file");
    }
    return files;
  }

  private static byte[] file(Map<String, byte[]> files, String name) throws BadPart {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new BadPart(name, "缺少这个文件", "this file is missing");
    }
    return bytes;
  }

  private static OwnerHistory history(Map<String, byte[]> files) throws BadPart {
    HistoryJson.Read read;
    try {
      read = HistoryJson.read(file(files, HISTORY));
    } catch (BadJson e) {
      throw new BadPart(HISTORY + e.path(), e.words());
    }
    String key = new String(file(files, Layout.KEY), StandardCharsets.UTF_8).strip();
    try {
      return new OwnerHistory(
          read.secret(),
          read.events(),
          read.proof(),
          read.rootEntry(),
          entries(files),
          VerifierKey.parse(key));
    } catch (LedgerException e) {
      throw new BadPart(Layout.KEY, "不符合账本格式", String.valueOf(e.getMessage()));
    }
  }

  private static Map<Long, ProvedEntry> entries(Map<String, byte[]> files) throws BadPart {
    Map<Long, ProvedEntry> entries = new TreeMap<>();
    for (String name : files.keySet()) {
      if (name.startsWith(Layout.ENTRIES) && name.endsWith(ENTRY)) {
        byte[] bytes = file(files, name);
        String proof = name.substring(0, name.length() - ENTRY.length()) + PROOF;
        try {
          LogProof proved = LogProof.parse(file(files, proof));
          entries.put(proved.index(), new ProvedEntry(bytes, Entry.parse(bytes), proved));
        } catch (LedgerException | Entry.BadEntry e) {
          throw new BadPart(name, "不符合账本格式", String.valueOf(e.getMessage()));
        }
      }
    }
    return entries;
  }
}
