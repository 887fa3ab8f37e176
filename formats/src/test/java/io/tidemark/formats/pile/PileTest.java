package io.tidemark.formats.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a pile: named, unpacked, bounded, and what is left aside says why. */
final class PileTest {
  private static final byte[] TEXT = "张三 13800138000\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder = Path.of(".");

  /** What a pile gave: the texts by their paths, and the reasons. */
  private record Given(Map<String, String> texts, Map<String, String> skipped) {}

  private static Given all(Pile open) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> skipped = new LinkedHashMap<>();
    try (Pile pile = open) {
      for (Lying lying = pile.next(); lying != null; lying = pile.next()) {
        if (lying instanceof Item item) {
          texts.put(item.path(), Files.readString(item.file()));
        } else {
          skipped.put(lying.path(), ((Skipped) lying).why().en());
        }
      }
    }
    return new Given(texts, skipped);
  }

  private Given all(Path... paths) throws IOException {
    return all(Pile.of(List.of(paths), PileLimits.USUAL));
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void filesInArchivesInArchivesAreNamedByTheirWay() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar)) {
      TarArchiveEntry entry = new TarArchiveEntry("c/d.txt");
      entry.setSize(TEXT.length);
      out.putArchiveEntry(entry);
      out.write(TEXT);
      out.closeArchiveEntry();
      TarArchiveEntry link = new TarArchiveEntry("c/link", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
    }
    Path outer =
        Files.write(
            folder.resolve("a.zip"), zip("b.zip", zip("x.tar.gz", gzip(tar.toByteArray()))));
    Given given = all(outer);
    assertThat(given.texts())
        .containsOnlyKeys(outer + "!/b.zip!/x.tar.gz!/x.tar!/c/d.txt")
        .containsValue(new String(TEXT, StandardCharsets.UTF_8));
    assertThat(given.skipped()).hasSize(1).containsKey(outer + "!/b.zip!/x.tar.gz!/x.tar!/c/link");
  }

  @Test
  void aChineseNameOfAnOldArchiveIsReadAsGbk() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, Charset.forName("GBK"))) {
      zip.putNextEntry(new ZipEntry("客户名单.txt"));
      zip.write(TEXT);
    }
    Path file = Files.write(folder.resolve("a.zip"), out.toByteArray());
    assertThat(all(file).texts()).containsOnlyKeys(file + "!/客户名单.txt");
  }

  @Test
  void linksOutOfTheFolderAreNamedAndThoseWithinAreReadOnce() throws IOException {
    Path share = Files.createDirectory(folder.resolve("share"));
    Path inner = Files.createDirectory(share.resolve("inner"));
    Files.write(inner.resolve("a.txt"), TEXT);
    Path outside = Files.write(folder.resolve("secret.txt"), TEXT);
    Files.createSymbolicLink(share.resolve("out"), outside);
    Files.createSymbolicLink(share.resolve("gone"), folder.resolve("nothing"));
    Files.createSymbolicLink(inner.resolve("loop"), share);
    Given given = all(share);
    assertThat(given.texts()).containsOnlyKeys(inner.resolve("a.txt").toString());
    assertThat(given.skipped())
        .containsOnlyKeys(share.resolve("out").toString(), share.resolve("gone").toString());
  }

  @Test
  void aFolderNamedTwiceIsReadOnce() throws IOException {
    Path share = Files.createDirectory(folder.resolve("share"));
    Files.write(share.resolve("a.txt"), TEXT);
    Given given = all(share, share);
    assertThat(given.texts()).hasSize(1);
    assertThat(given.skipped()).containsOnlyKeys(share.toString());
  }

  @Test
  void aBombIsNamedAndItsNeighboursAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      zip.write(new byte[64 << 20]);
      zip.putNextEntry(new ZipEntry("b.txt"));
      zip.write(TEXT);
    }
    Path file = Files.write(folder.resolve("a.zip"), out.toByteArray());
    Given given = all(file);
    assertThat(given.texts()).containsOnlyKeys(file + "!/b.txt");
    assertThat(given.skipped().get(file + "!/bomb")).contains("bomb");
  }

  @Test
  void everyLimitHolds() throws IOException {
    byte[] nested = TEXT;
    for (int i = 0; i < 12; i++) {
      nested = zip(i == 0 ? "a.txt" : "n.zip", nested);
    }
    Path deep = Files.write(folder.resolve("deep.zip"), nested);
    assertThat(all(deep).texts()).isEmpty();
    assertThat(all(deep).skipped().values()).containsExactly("archives are nested too deeply");

    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 9; i++) {
      Files.write(many.resolve("f" + i), TEXT);
    }
    PileLimits few = new PileLimits(8, 5, 1 << 20, 1 << 20, 200, 16 << 20, Patience.USUAL);
    Given given = all(Pile.of(List.of(many), few));
    assertThat(given.texts()).hasSize(4);
    assertThat(given.skipped().values()).singleElement().asString().contains("too many files");

    Path large = Files.write(folder.resolve("large.zip"), zip("l.txt", new byte[5000]));
    PileLimits small = new PileLimits(8, 50, 4000, 1 << 20, 200, 16 << 20, Patience.USUAL);
    assertThat(all(Pile.of(List.of(large), small)).skipped()).containsOnlyKeys(large + "!/l.txt");
    PileLimits little = new PileLimits(8, 50, 6000, 9000, 200, 16 << 20, Patience.USUAL);
    assertThat(all(Pile.of(List.of(large, large), little)).skipped()).hasSize(1);
  }

  @Test
  void passwordsAndDamageAreNamed() throws IOException {
    byte[] locked = zip("a.txt", TEXT);
    locked[6] |= 1;
    int central = new String(locked, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    locked[central + 8] |= 1;
    Path secret = Files.write(folder.resolve("locked.zip"), locked);
    assertThat(all(secret).skipped().get(secret + "!/a.txt")).contains("password");

    byte[] whole = zip("a.txt", TEXT);
    Path cut =
        Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length - 30));
    assertThat(all(cut).skipped().get(cut.toString())).contains("damaged");

    byte[] packed = gzip(TEXT);
    Path broken =
        Files.write(folder.resolve("b.txt.gz"), java.util.Arrays.copyOf(packed, packed.length - 9));
    assertThat(all(broken).texts()).isEmpty();
    assertThat(all(broken).skipped()).hasSize(1);
    assertThat(all(folder.resolve("absent")).skipped().values()).containsExactly("no such file");
  }

  @Test
  void whatIsUnpackedLiesForThisProcessAloneAndGoes() throws IOException {
    Path file = Files.write(folder.resolve("a.zip"), zip("a.txt", TEXT));
    List<Path> seen = new ArrayList<>();
    try (Pile pile = Pile.of(List.of(file), PileLimits.USUAL)) {
      Item item = (Item) java.util.Objects.requireNonNull(pile.next());
      seen.add(item.file());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(item.file())))
          .isEqualTo("rw-------");
      Path spool = java.util.Objects.requireNonNull(item.file().getParent());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
          .isEqualTo("rwx------");
      seen.add(spool);
      assertThat(pile.next()).isNull();
      assertThat(item.file()).doesNotExist();
    }
    assertThat(seen).allMatch(path -> !Files.exists(path));
  }

  @Test
  void standardInputIsAFileLikeOthers() throws IOException {
    Given plain = all(Pile.of(new ByteArrayInputStream(TEXT), List.of(), PileLimits.USUAL));
    assertThat(plain.texts()).containsOnlyKeys("-");
    byte[] zip = zip("a.txt", TEXT);
    Given packed = all(Pile.of(new ByteArrayInputStream(zip), List.of(), PileLimits.USUAL));
    assertThat(packed.texts()).containsOnlyKeys("-!/a.txt");
  }
}
