package io.tidemark.store.outbox;

import io.tidemark.disclose.Copies;
import io.tidemark.store.register.Disclosures;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** Writes copies into files. Thread-safe. */
public final class Outbox implements Copies {
  private static final int BUFFER = 1 << 16;

  private final RowFormat format;
  private final Disclosures disclosures;

  /** An outbox that writes in this format. */
  public Outbox(RowFormat format, Disclosures disclosures) {
    this.format = format;
    this.disclosures = disclosures;
  }

  @Override
  public Draft draft(DisclosureId disclosure, String target, List<FieldClass> columns)
      throws IOException {
    return new FileDraft(disclosure, Path.of(target), columns);
  }

  /** The name that a copy has while nobody may have it. */
  static Path temporary(Path target, DisclosureId disclosure) {
    return target.resolveSibling("." + target.getFileName() + "." + disclosure + ".part");
  }

  /**
   * Gives the copy its name and makes the name durable. A file that bears the name already is left
   * alone: {@link java.nio.file.FileAlreadyExistsException}.
   */
  static void rename(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary); // unlike a rename, never takes another file's place
      Files.delete(temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(temporary, target);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private final class FileDraft implements Draft {
    private final DisclosureId disclosure;
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final MessageDigest sha = Digest.newSha256();
    private final OutputStream out;
    private final RowFormat.Rows rows;

    FileDraft(DisclosureId disclosure, Path target, List<FieldClass> columns) throws IOException {
      this.disclosure = disclosure;
      this.target = target;
      this.temporary = temporary(target, disclosure);
      this.channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      this.out =
          new DigestOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), sha);
      this.rows = begin(columns);
    }

    private RowFormat.Rows begin(List<FieldClass> columns) throws IOException {
      try {
        return format.begin(String.valueOf(target.getFileName()), out, columns);
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    @Override
    public void row(List<PersonalText> cells) throws IOException {
      rows.row(cells);
    }

    @Override
    public Digest finish() throws IOException {
      rows.close();
      out.flush();
      channel.force(true);
      return Digest.of(sha.digest());
    }

    /**
     * Once the copy has its name it has left: a database that is cut off just then must not make a
     * non-delivery of it. The register catches up at the next start.
     */
    @Override
    public void release() throws IOException {
      rename(temporary, target);
      try {
        disclosures.released(disclosure);
        disclosures.unfold();
      } catch (DataAccessException e) {
        return;
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(temporary);
    }
  }
}
