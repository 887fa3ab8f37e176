package io.tidemark.store.backup;

import io.tidemark.store.database.BaseBackup;
import io.tidemark.store.database.DatabaseUnavailable;
import io.tidemark.store.database.EmbeddedDatabase;
import io.tidemark.store.home.HomeFolder;
import io.tidemark.terms.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * A copy of the cluster under a name at which nobody takes it for a backup yet.
 *
 * @param folder where it lies meanwhile
 */
record BaseCopy(Path folder, BaseBackup backup, Digest digest) {
  private static final String UNFINISHED = "unfinished";
  private static final int BUFFER = 1 << 20;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  static BaseCopy of(EmbeddedDatabase database, BackupFolder to, LongConsumer copied)
      throws DatabaseUnavailable, IOException {
    Path folder = to.base().resolve(UNFINISHED);
    remove(folder); // of a backup that was cut off
    HomeFolder.folder(folder);
    MessageDigest sha = Digest.newSha256();
    BaseBackup backup;
    try (FileChannel file =
            FileChannel.open(
                Base.tar(folder),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(Channels.newOutputStream(file), sha), BUFFER)) {
      backup = database.backUp(out, copied);
      out.flush();
      file.force(true);
    }
    return new BaseCopy(folder, backup, Digest.of(sha.digest()));
  }

  /** From now on it is a backup, of which this entry speaks. */
  void count(long entry) throws IOException {
    Path counted = folder.resolveSibling(NAME.format(backup.end()));
    new Base(counted, backup.firstWal(), backup.lastWal(), backup.end(), digest, entry)
        .write(folder);
    sync(folder);
    Files.move(folder, counted, StandardCopyOption.ATOMIC_MOVE);
    sync(folder.resolveSibling(""));
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> left;
      try (Stream<Path> files = Files.list(folder)) {
        left = files.toList();
      }
      for (Path file : left) {
        Files.delete(file);
      }
      Files.delete(folder);
    }
  }
}
