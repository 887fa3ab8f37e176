package io.tidemark.store.outbox;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.tidemark.disclose.Copies;
import io.tidemark.store.register.Disclosures;
import io.tidemark.terms.Digest;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.KeyRing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies that partners' systems fetch: files in {@code HOME/lists}, sealed under a key of their own
 * (Tink's AES-GCM-HKDF streaming), there for a short while. What the ledger calls the file's digest
 * is that of the bytes that are fetched. Thread-safe.
 */
public final class PreparedLists implements Copies {
  /** For how long a list can be fetched. */
  public static final Duration KEPT = Duration.ofMinutes(15);

  private static final int SEGMENT = 1 << 16;

  private final Path folder;
  private final KeyRing keys;
  private final RowFormat format;
  private final Disclosures disclosures;

  /** Lists of the home in this folder, in the formats of {@code format}. */
  public PreparedLists(Path home, KeyRing keys, RowFormat format, Disclosures disclosures) {
    this.folder = home.resolve("lists");
    this.keys = keys;
    this.format = format;
    this.disclosures = disclosures;
  }

  /** The target of lists in the format of this ending. */
  public String target(String ending) {
    return folder.resolve("list." + ending).toString();
  }

  @Override
  public Draft draft(DisclosureId disclosure, String target, List<FieldClass> columns)
      throws IOException {
    return draft(disclosure, target, columns, OutputStream.nullOutputStream());
  }

  /**
   * The same lists, of which every byte goes to {@code caller} as well: for one copy, whose caller
   * waits for it. What is written there may leave once the copy has its name, and not before.
   */
  public Copies alsoTo(OutputStream caller) {
    return (disclosure, target, columns) -> draft(disclosure, target, columns, caller);
  }

  private Draft draft(
      DisclosureId disclosure, String target, List<FieldClass> columns, OutputStream caller)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new SealedDraft(disclosure, Path.of(target), columns, caller);
  }

  /**
   * A list on its way to its party.
   *
   * @param digest SHA-256 of its bytes
   * @param size how many they are
   * @param bytes the list, to be closed; fails at the first byte that was altered
   */
  public record Fetched(Digest digest, long size, InputStream bytes) {}

  /** The list of this disclosure, for its own party and while it is kept; nothing for any other. */
  public Optional<Fetched> fetch(DisclosureId id, String party, String target, Instant now)
      throws IOException {
    Optional<Digest> left = disclosures.left(id, party, target, now.minus(KEPT));
    if (left.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = file(Path.of(target), id);
      AesGcmHkdfStreaming box = box(id);
      long size = opened(box, Files.size(file));
      InputStream sealed = new BufferedInputStream(Files.newInputStream(file), SEGMENT);
      return Optional.of(new Fetched(left.get(), size, box.newDecryptingStream(sealed, bound(id))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * How many bytes are in a sealed file of this size: each segment has a tag, the first a header.
   */
  private static long opened(AesGcmHkdfStreaming box, long sealed) {
    long segment = box.getCiphertextSegmentSize();
    long segments = (sealed + segment - 1) / segment;
    return sealed - box.getCiphertextOffset() - segments * box.getCiphertextOverhead();
  }

  /** Removes lists that can be fetched no longer. */
  public void sweep(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(file -> !file.getFileName().toString().startsWith(".")).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static Path file(Path target, DisclosureId id) {
    String name = String.valueOf(target.getFileName());
    return target.resolveSibling(id + name.substring(name.lastIndexOf('.')));
  }

  private AesGcmHkdfStreaming box(DisclosureId id) {
    try {
      byte[] key = keys.derive(KeyRing.Use.ACCESS, "prepared list " + id);
      return new AesGcmHkdfStreaming(key, "HmacSha256", key.length, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a derived key has 32 bytes", e);
    }
  }

  /** What is written goes to both; closing it closes the first. */
  private static final class Twice extends FilterOutputStream {
    private final OutputStream other;

    Twice(OutputStream out, OutputStream other) {
      super(out);
      this.other = other;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      other.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      other.write(bytes, from, length);
    }
  }

  private static byte[] bound(DisclosureId id) {
    return id.text().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A list that nobody can fetch yet. It is not synced: a list that a power cut takes is asked for
   * again, and its release stays on the record.
   */
  private final class SealedDraft implements Draft {
    private final DisclosureId disclosure;
    private final Path target;
    private final Path temporary;
    private final MessageDigest sha = Digest.newSha256();
    private final FileChannel channel;
    private final OutputStream out;
    private final RowFormat.Rows rows;

    SealedDraft(DisclosureId disclosure, Path target, List<FieldClass> columns, OutputStream caller)
        throws IOException {
      this.disclosure = disclosure;
      this.target = target;
      this.temporary = Outbox.temporary(target, disclosure);
      this.channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        OutputStream sealed =
            new BufferedOutputStream(
                box(disclosure)
                    .newEncryptingStream(Channels.newOutputStream(channel), bound(disclosure)),
                SEGMENT);
        this.out = new DigestOutputStream(new Twice(sealed, caller), sha);
        this.rows = format.begin(String.valueOf(target.getFileName()), out, columns);
      } catch (GeneralSecurityException e) {
        close();
        throw new IllegalStateException("every Java platform has AES-GCM", e);
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
      out.close();
      return Digest.of(sha.digest());
    }

    @Override
    public void release() throws IOException {
      Files.move(temporary, file(target, disclosure), StandardCopyOption.ATOMIC_MOVE);
      disclosures.released(disclosure);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.deleteIfExists(temporary);
    }
  }
}
