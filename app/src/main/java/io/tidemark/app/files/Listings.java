package io.tidemark.app.files;

import io.tidemark.classify.Suspicion;
import io.tidemark.custody.DepositReport;
import io.tidemark.formats.table.Reject;
import io.tidemark.formats.table.RejectsWriter;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists of rejected rows and suspect values: line, place and reason, never a value. To be closed.
 */
public final class Listings implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private static final long SELF = ProcessHandle.current().pid();
  private static final Pattern PART =
      Pattern.compile("\\.(?:deposit|consents)-.*\\.(\\d{1,18})\\.part");

  private final Listing rejects;
  private final Listing suspects;

  /** Lists in this folder, which is made when it is missing. */
  public Listings(Path folder) throws IOException {
    this(folder, "deposit");
  }

  /** Lists of another work than a deposit. */
  public Listings(Path folder, String work) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    sweep(folder);
    String stamp = LocalDateTime.now().format(STAMP);
    rejects = new Listing(folder.resolve(work + "-" + stamp + "-rejects.csv"));
    suspects = new Listing(folder.resolve(work + "-" + stamp + "-suspects.csv"));
  }

  /** Removes lists that a process which is no more left unfinished. */
  private static void sweep(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher part = PART.matcher(String.valueOf(file.getFileName()));
        if (part.matches() && ProcessHandle.of(Long.parseLong(part.group(1))).isEmpty()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static FileAttribute<?> mode(String rwx) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rwx));
  }

  /** A list that is written once there is something to list. */
  private static final class Listing {
    private final Path file;
    private final Path temporary;
    private Optional<RejectsWriter> writer = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();
    private long count;

    Listing(Path file) {
      this.file = file;
      this.temporary = file.resolveSibling("." + file.getFileName() + "." + SELF + ".part");
    }

    void add(Reject line) {
      try {
        if (writer.isEmpty()) {
          Files.createFile(temporary, mode("rw-------"));
          OutputStream stream = new BufferedOutputStream(Files.newOutputStream(temporary));
          out = Optional.of(stream);
          writer = Optional.of(new RejectsWriter(stream));
        }
        writer.get().write(line);
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void finish() throws IOException {
      if (writer.isPresent() && out.isPresent()) {
        writer.get().close();
        out.get().close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }

    void close() throws IOException {
      try {
        if (out.isPresent()) {
          out.get().close();
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** Lists a row that cannot be read. */
  public void reject(Reject reject) {
    rejects.add(reject);
  }

  /** Lists suspect values as a deposit finds them, and passes its progress on. */
  public DepositReport.Listing following(LongConsumer progress) {
    return new DepositReport.Listing() {
      @Override
      public void suspect(long line, FieldClass field, Suspicion suspicion) {
        Words why = suspicion.reason();
        suspects.add(
            new Reject(
                line,
                field.ordinal() + 1,
                new Words(field.zh() + "：" + why.zh(), field.en() + ": " + why.en())));
      }

      @Override
      public void progress(long rows) {
        progress.accept(rows);
      }
    };
  }

  /** Ends the lists and gives them their names. */
  public void finish() throws IOException {
    rejects.finish();
    suspects.finish();
  }

  /** How many rows could not be read. */
  public long rejected() {
    return rejects.count;
  }

  /** The list of rejected rows, when there are any. */
  public Optional<String> rejectsFile() {
    return rejects.count == 0 ? Optional.empty() : Optional.of(rejects.file.toString());
  }

  /** The list of suspect values, when there are any. */
  public Optional<String> suspectsFile() {
    return suspects.count == 0 ? Optional.empty() : Optional.of(suspects.file.toString());
  }

  @Override
  public void close() throws IOException {
    try {
      rejects.close();
    } finally {
      suspects.close();
    }
  }
}
