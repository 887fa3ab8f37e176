package io.tidemark.store.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A copy of a running cluster's files, as PostgreSQL's low-level API wants it ("Making a Base
 * Backup Using the Low Level API"): whole only together with the WAL from {@code firstWal} to
 * {@code lastWal}.
 *
 * @param firstWal the file of the WAL where recovery begins
 * @param lastWal the file of the WAL that recovery has to read at least
 * @param end from when on the copy stands for a state of the database, by the database's clock
 */
public record BaseBackup(String firstWal, String lastWal, Instant end) {
  private static final Pattern FIRST = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

  /** Folders of which PostgreSQL wants the name only. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label.old", "current_logfiles");

  private static final String CONTROL = "global/pg_control";
  private static final int BUFFER = 1 << 16;

  /**
   * Copies the cluster of {@code database} as a tar archive. The connection that holds the backup
   * open ends with the call: an interruption leaves nothing to undo in the server.
   *
   * @param tar where it is written; it stays open
   * @param copied told the bytes of the cluster copied so far
   */
  static BaseBackup take(Connection connection, Path data, OutputStream tar, LongConsumer copied)
      throws SQLException, IOException {
    try (PreparedStatement start =
        connection.prepareStatement("select pg_backup_start('tidemark', true)")) {
      start.execute();
    }
    TarArchiveOutputStream archive = new TarArchiveOutputStream(tar, "UTF-8");
    archive.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    archive.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    new Copying(data, archive, copied).all();
    String stop =
        "select s.labelfile, pg_walfile_name(s.lsn - 1), clock_timestamp() from"
            + " pg_backup_stop(false) s";
    try (PreparedStatement stopped = connection.prepareStatement(stop);
        ResultSet row = stopped.executeQuery()) {
      row.next();
      String label = row.getString(1);
      put(archive, "backup_label", label.getBytes(StandardCharsets.UTF_8));
      archive.finish();
      Matcher first = FIRST.matcher(label);
      if (!first.find()) {
        throw new IOException("the label of the backup names no file of the WAL");
      }
      return new BaseBackup(
          first.group(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant());
    }
  }

  private static void put(TarArchiveOutputStream archive, String name, byte[] bytes)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setMode(0600);
    entry.setSize(bytes.length);
    archive.putArchiveEntry(entry);
    archive.write(bytes);
    archive.closeArchiveEntry();
  }

  /** The walk over a cluster whose files change, grow, shrink and vanish meanwhile. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path data;
    private final TarArchiveOutputStream archive;
    private final LongConsumer copied;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    Copying(Path data, TarArchiveOutputStream archive, LongConsumer copied) {
      this.data = data;
      this.archive = archive;
      this.copied = copied;
    }

    void all() throws IOException {
      Files.walkFileTree(data, this);
      put(archive, CONTROL, control());
    }

    /** Last, and as it stands at one moment: read twice alike. */
    private byte[] control() throws IOException {
      byte[] before = Files.readAllBytes(data.resolve(CONTROL));
      while (true) {
        byte[] now = Files.readAllBytes(data.resolve(CONTROL));
        if (Arrays.equals(before, now)) {
          return now;
        }
        before = now;
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about)
        throws IOException {
      String name = data.relativize(folder).toString();
      if (!name.isEmpty()) {
        TarArchiveEntry entry = new TarArchiveEntry(name + "/");
        entry.setMode(040700);
        archive.putArchiveEntry(entry);
        archive.closeArchiveEntry();
      }
      return EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      String name = data.relativize(file).toString();
      String last = String.valueOf(file.getFileName());
      if (!name.equals(CONTROL)
          && !LEFT_OUT.contains(name)
          && !last.startsWith("pgsql_tmp")
          && !last.startsWith("pg_internal.init")) {
        copy(file, name);
      }
      return FileVisitResult.CONTINUE;
    }

    /** What grows later is in the WAL; what has shrunk since is filled up with zeros. */
    private void copy(Path file, String name) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        long size = Files.size(file);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(0600);
        entry.setSize(size);
        archive.putArchiveEntry(entry);
        for (long left = size; left > 0; ) {
          int wanted = (int) Math.min(left, BUFFER);
          int read = in.read(buffer, 0, wanted);
          if (read < 0) {
            Arrays.fill(buffer, (byte) 0);
            read = wanted;
          }
          archive.write(buffer, 0, read);
          left -= read;
          bytes += read;
          copied.accept(bytes);
        }
        archive.closeArchiveEntry();
      } catch (NoSuchFileException e) {
        // dropped meanwhile: the WAL says so
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
      if (fault instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw fault;
    }
  }
}
