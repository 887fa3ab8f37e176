package io.tidemark.ledger;

import java.nio.charset.StandardCharsets;

/** Runs each parser of outside bytes; anything but the one checked exception gets out. */
final class Parsers {
  private static final VerifierKey KEY = NoteSigner.log("log.example", new byte[32]).key();
  private static final VerifierKey WITNESS = NoteSigner.witness("w.example", new byte[32]).key();

  /** One parser and what follows it. */
  interface Parser {
    void parse() throws LedgerException;
  }

  private Parsers() {}

  static void all(byte[] bytes) {
    note(bytes);
    proof(bytes);
    texts(bytes);
    bundle(bytes);
  }

  static void note(byte[] bytes) {
    try {
      SignedNote note = SignedNote.parse(bytes);
      attempt(() -> Checkpoint.parse(note.text()));
      attempt(() -> Checkpoint.open(note, KEY));
      attempt(() -> Cosignature.require(note, WITNESS));
      if (!java.util.Arrays.equals(note.bytes(), bytes)) {
        throw new AssertionError("a note has two spellings");
      }
    } catch (LedgerException e) {
      // refused, as it may be
    }
  }

  static void proof(byte[] bytes) {
    try {
      LogProof proof = LogProof.parse(bytes);
      attempt(() -> proof.verify(bytes, KEY));
      if (!java.util.Arrays.equals(proof.bytes(), bytes)) {
        throw new AssertionError("a proof has two spellings");
      }
    } catch (LedgerException e) {
      // refused, as it may be
    }
  }

  static void texts(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    attempt(() -> VerifierKey.parse(text));
    attempt(() -> Checkpoint.parse(text));
    attempt(() -> Tile.parse(text));
    attempt(() -> Tile.parse("tile/0/" + text));
    attempt(() -> EntryBundle.parse("tile/entries/" + text));
  }

  static void bundle(byte[] bytes) {
    attempt(() -> new EntryBundle(0, 1 + bytes.length % 256).decode(bytes));
    attempt(() -> TileHashes.decode(bytes, 1 + bytes.length % 256));
  }

  static void attempt(Parser parser) {
    try {
      parser.parse();
    } catch (LedgerException e) {
      // refused, as it may be
    }
  }
}
