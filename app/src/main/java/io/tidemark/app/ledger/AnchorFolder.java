package io.tidemark.app.ledger;

import io.tidemark.evidence.LedgerExtract;
import io.tidemark.ledger.Checkpoint;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.SignedNote;
import io.tidemark.ledger.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Anchored checkpoints: {@code HOME/anchors/SIZE/} holds the checkpoint with its cosignatures, the
 * witnesses' keys, and time stamps with their authorities' certificates.
 */
public final class AnchorFolder {
  private static final String CHECKPOINT = "checkpoint";
  private static final String WITNESSES = "witnesses";

  private final Path folder;

  /** The anchors of a home. */
  public AnchorFolder(Path home) {
    this.folder = home.resolve("anchors");
  }

  /** One anchored checkpoint. */
  public record Anchor(
      long size,
      SignedNote checkpoint,
      List<VerifierKey> witnesses,
      List<LedgerExtract.Stamp> stamps) {}

  /** The newest anchored checkpoint over at least {@code size} entries. */
  public Optional<Anchor> covering(long size) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Long> sizes;
    try (Stream<Path> files = Files.list(folder)) {
      sizes =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.matches("[0-9]{1,18}"))
              .map(Long::valueOf)
              .filter(at -> at >= size)
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    return sizes.isEmpty() ? Optional.empty() : Optional.of(read(sizes.get(0)));
  }

  private Anchor read(long size) throws IOException {
    Path at = folder.resolve(String.valueOf(size));
    try {
      SignedNote checkpoint = SignedNote.parse(Files.readAllBytes(at.resolve(CHECKPOINT)));
      List<VerifierKey> witnesses = new ArrayList<>();
      if (Files.exists(at.resolve(WITNESSES))) {
        for (String line : Files.readAllLines(at.resolve(WITNESSES))) {
          witnesses.add(VerifierKey.parse(line));
        }
      }
      List<LedgerExtract.Stamp> stamps = new ArrayList<>();
      for (int n = 0; Files.exists(at.resolve(n + ".tst")); n++) {
        stamps.add(
            new LedgerExtract.Stamp(
                Files.readAllBytes(at.resolve(n + ".tst")),
                Files.readAllBytes(at.resolve(n + ".crt"))));
      }
      return new Anchor(size, checkpoint, witnesses, stamps);
    } catch (LedgerException e) {
      throw new IOException("the anchor at size " + size + " is damaged: " + e.getMessage(), e);
    }
  }

  /** The checkpoint with the cosignatures that are kept, or as it is. */
  public SignedNote kept(SignedNote checkpoint) throws IOException, LedgerException {
    Path at = at(checkpoint).resolve(CHECKPOINT);
    return Files.exists(at) ? SignedNote.parse(Files.readAllBytes(at)) : checkpoint;
  }

  /** Keeps a cosigned checkpoint. */
  public void cosigned(SignedNote checkpoint, VerifierKey witness)
      throws IOException, LedgerException {
    Path at = at(checkpoint);
    List<String> witnesses = new ArrayList<>();
    if (Files.exists(at.resolve(WITNESSES))) {
      witnesses.addAll(Files.readAllLines(at.resolve(WITNESSES)));
    }
    if (!witnesses.contains(witness.vkey())) {
      witnesses.add(witness.vkey());
    }
    write(at.resolve(CHECKPOINT), checkpoint.bytes());
    write(
        at.resolve(WITNESSES),
        (String.join("\n", witnesses) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Keeps a time stamp over the checkpoint. */
  public void stamped(SignedNote checkpoint, byte[] token, byte[] certificate)
      throws IOException, LedgerException {
    Path at = at(checkpoint);
    int n = 0;
    while (Files.exists(at.resolve(n + ".tst"))) {
      n++;
    }
    if (!Files.exists(at.resolve(CHECKPOINT))) {
      write(at.resolve(CHECKPOINT), checkpoint.bytes());
    }
    write(at.resolve(n + ".crt"), certificate);
    write(at.resolve(n + ".tst"), token);
  }

  private Path at(SignedNote checkpoint) throws LedgerException {
    return folder.resolve(String.valueOf(Checkpoint.parse(checkpoint.text()).size()));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(
        java.util.Objects.requireNonNull(file.getParent()),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    OwnFile.write(file, bytes);
  }
}
