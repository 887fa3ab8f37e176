package io.tidemark.ledger;

import io.tidemark.terms.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The head of a log: how many entries it has and the root over them (C2SP tlog-checkpoint).
 *
 * @param origin the log's name, which is also its key's name
 * @param size entries, at least 0
 * @param root the Merkle root over them
 * @param extensions further lines, none of them empty; by custom there are none
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {
  /** Refuses what the format cannot say. */
  public Checkpoint {
    if (size < 0
        || Stream.concat(Stream.of(origin), extensions.stream()).anyMatch(Checkpoint::bad)) {
      throw new IllegalArgumentException("a checkpoint has an origin, a size and non-empty lines");
    }
    extensions = List.copyOf(extensions);
  }

  /** A head without extension lines. */
  public Checkpoint(String origin, long size, Digest root) {
    this(origin, size, root, List.of());
  }

  private static boolean bad(String line) {
    return line.isEmpty() || line.chars().anyMatch(c -> c < ' ');
  }

  /** The lines that are signed. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.addAll(List.of(origin, Long.toString(size), Strict.base64(root.bytes())));
    lines.addAll(extensions);
    return String.join("\n", lines) + "\n";
  }

  /** Reads the text of a note. It proves nothing before the note's signature is verified. */
  public static Checkpoint parse(String text) throws LedgerException {
    String[] lines = text.split("\n", -1);
    List<String> all = Arrays.asList(lines);
    if (all.size() < 4
        || !text.endsWith("\n")
        || all.subList(0, all.size() - 1).stream().anyMatch(Checkpoint::bad)) {
      throw new LedgerException("expected the lines of a checkpoint: origin, size, root");
    }
    List<String> extensions = all.subList(3, all.size() - 1);
    return new Checkpoint(lines[0], Strict.decimal(lines[1]), Strict.digest(lines[2]), extensions);
  }

  /**
   * The checkpoint that {@code log} signed in this note; its origin must be the key's name, so that
   * one log's head never passes for another's.
   */
  public static Checkpoint open(SignedNote note, VerifierKey log) throws LedgerException {
    note.require(log);
    Checkpoint checkpoint = parse(note.text());
    if (!checkpoint.origin.equals(log.name())) {
      throw new LedgerException("expected a checkpoint of " + log.name() + ", found another log's");
    }
    return checkpoint;
  }

  /** This head signed by its log; refuses a signer of another name. */
  public SignedNote signed(NoteSigner log) {
    if (!log.key().name().equals(origin)) {
      throw new IllegalArgumentException(log.key().name() + " does not sign for " + origin);
    }
    return log.sign(text());
  }
}
