package io.tidemark.app.ledger;

import io.tidemark.app.Stop;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.ConsistencyProof;
import io.tidemark.ledger.HashReader;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.NoteSigner;
import io.tidemark.ledger.SignedNote;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A witness's own file: its name, its secret seed, and the last head that it cosigned. A witness
 * only cosigns a head that continues that one, so that a second history cannot be shown to it.
 */
public final class WitnessFile {
  private final Path file;
  private final NoteSigner signer;
  private final String name;
  private final byte[] seed;
  private final long size;
  private final Digest root;

  private WitnessFile(Path file, String name, byte[] seed, long size, Digest root) {
    this.file = file;
    this.name = name;
    this.seed = seed.clone();
    this.signer = NoteSigner.witness(name, seed);
    this.size = size;
    this.root = root;
  }

  /** A new witness, written into a new file. */
  public static WitnessFile create(Path file, String name) throws IOException {
    if (Files.exists(file)) {
      throw Stop.usage("文件已存在：" + file, "the file exists already: " + file);
    }
    byte[] seed = new byte[NoteSigner.SEED];
    new SecureRandom().nextBytes(seed);
    WitnessFile witness = new WitnessFile(file, name, seed, 0, io.tidemark.ledger.Merkle.EMPTY);
    witness.write(0, io.tidemark.ledger.Merkle.EMPTY);
    return witness;
  }

  /** Reads a witness's file. */
  public static WitnessFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    try {
      return new WitnessFile(
          file,
          lines.get(0),
          HexFormat.of().parseHex(lines.get(1)),
          Long.parseLong(lines.get(2)),
          Digest.parse(lines.get(3)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Stop.unreadable(new Words(file + " 不是见证方文件", file + " is not a witness's file"));
    }
  }

  private void write(long at, Digest head) throws IOException {
    String text = name + "\n" + HexFormat.of().formatHex(seed) + "\n" + at + "\n" + head + "\n";
    OwnFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The public half. */
  public io.tidemark.ledger.VerifierKey key() {
    return signer.key();
  }

  /** Cosigns a head that continues the last one that this witness saw. */
  public SignedNote cosign(SignedNote note, HashReader hashes) throws IOException, LedgerException {
    Checkpoint head = Checkpoint.parse(note.text());
    if (head.size() < size) {
      throw Stop.refused(
          new Words(
              "账本变短了：见证方见过 " + size + " 条，现在只有 " + head.size() + " 条",
              "the ledger shrank: the witness saw "
                  + size
                  + " entries, now there are "
                  + head.size()));
    }
    if (size > 0) {
      continues(ConsistencyProof.of(hashes, size, head.size()), head);
    }
    SignedNote cosigned = signer.cosign(note, Instant.now());
    write(head.size(), head.root());
    return cosigned;
  }

  private void continues(ConsistencyProof proof, Checkpoint head) {
    try {
      proof.verify(root, head.root());
    } catch (LedgerException e) {
      throw Stop.refused(
          new Words(
              "账本分叉了：现在的 " + head.size() + " 条不是见证方见过的 " + size + " 条的延续",
              "the ledger forked: its "
                  + head.size()
                  + " entries do not continue the "
                  + size
                  + " that the witness saw"));
    }
  }
}
