package io.tidemark.store.backup;

import io.tidemark.store.home.HomeFolder;
import io.tidemark.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * One copy of the cluster in a backup.
 *
 * @param folder where it lies
 * @param firstWal the file of the WAL where recovery begins
 * @param lastWal the file of the WAL that it needs at least
 * @param end from when on it can be restored
 * @param digest of {@code base.tar}
 * @param entry the index of the {@code backup} entry that names the digest
 */
record Base(Path folder, String firstWal, String lastWal, Instant end, Digest digest, long entry) {
  static final String MARK = "base.properties";

  private static final int BUFFER = 1 << 16;

  static Path tar(Path folder) {
    return folder.resolve("base.tar");
  }

  /** Written last: a copy without it is none. */
  void write(Path into) throws IOException {
    HomeFolder.write(
        into.resolve(MARK),
        "first-wal=%s\nlast-wal=%s\nend=%s\nsha256=%s\nentry=%d\n"
            .formatted(firstWal, lastWal, end, digest, entry));
  }

  static Base read(Path folder) throws BackupFault, IOException {
    Properties properties = BackupFolder.read(folder.resolve(MARK));
    try {
      return new Base(
          folder,
          properties.getProperty("first-wal", ""),
          properties.getProperty("last-wal", ""),
          Instant.parse(properties.getProperty("end", "")),
          Digest.parse(properties.getProperty("sha256", "")),
          Long.parseLong(properties.getProperty("entry", "")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BackupFault(folder + " 不完整", folder + " is not whole");
    }
  }

  /** Throws when the copy is not the one that was made. */
  void requireWhole() throws BackupFault, IOException {
    if (!digest(tar(folder)).equals(digest)) {
      throw new BackupFault(
          tar(folder) + " 已损坏，与其 SHA-256 不符：请从另一份拷贝放回，或用 --until 指定更早的备份",
          tar(folder)
              + " is damaged, its SHA-256 is another: put it back from another copy, or restore"
              + " from an earlier backup with --until");
    }
  }

  private static Digest digest(Path file) throws IOException {
    MessageDigest sha = Digest.newSha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
      while (in.read(buffer) >= 0) {
        // the stream counts
      }
    }
    return Digest.of(sha.digest());
  }
}
