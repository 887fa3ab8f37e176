package io.tidemark.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text and the signatures under it (C2SP signed-note). Reading one proves nothing yet: the text
 * is worth what {@link #require} or {@link Cosignature#require} finds.
 *
 * @param text ends in a newline; no control characters but newlines
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The largest note that is read, in bytes: room for many post-quantum signatures. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final int MAX_LINES = 256;
  private static final int MAX_SIGNATURES = 64;

  /** Refuses a text that no note can carry. */
  public SignedNote {
    if (!text.endsWith("\n") || hasControls(text) || signatures.isEmpty()) {
      throw new IllegalArgumentException("a note has lines of text and at least one signature");
    }
    signatures = List.copyOf(signatures);
  }

  /** Reads a note from outside; every byte must be as this format writes it. */
  public static SignedNote parse(byte[] bytes) throws LedgerException {
    if (bytes.length > MAX_BYTES) {
      throw new LedgerException("a note has at most " + MAX_BYTES + " bytes, not " + bytes.length);
    }
    String note = Strict.utf8(bytes);
    int blank = note.lastIndexOf("\n\n");
    if (hasControls(note) || blank < 0 || !note.endsWith("\n") || note.endsWith("\n\n")) {
      throw new LedgerException("expected text, an empty line and signature lines");
    }
    if (note.chars().filter(c -> c == '\n').count() > MAX_LINES) {
      throw new LedgerException("a note has at most " + MAX_LINES + " lines");
    }
    return new SignedNote(note.substring(0, blank + 1), signatures(note.substring(blank + 2)));
  }

  private static List<NoteSignature> signatures(String lines) throws LedgerException {
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.split("\n")) {
      signatures.add(NoteSignature.parse(line));
    }
    if (signatures.size() > MAX_SIGNATURES) {
      throw new LedgerException("a note has at most " + MAX_SIGNATURES + " signatures");
    }
    return signatures;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\n');
  }

  /**
   * Checks that the log's {@code key} signed this text. Signatures of other keys are ignored; one
   * that claims to be this key's and is not refuses the whole note.
   */
  public void require(VerifierKey key) throws LedgerException {
    if (key.use() != VerifierKey.Use.NOTE) {
      throw new LedgerException("expected a key that signs notes, not the witness " + key.name());
    }
    for (NoteSignature signature : claimed(key)) {
      key.check(signature.signature().toByteArray(), textBytes());
    }
  }

  /** The signatures that claim to be by {@code key}: at least one. */
  List<NoteSignature> claimed(VerifierKey key) throws LedgerException {
    List<NoteSignature> claimed = signatures.stream().filter(s -> s.claims(key)).toList();
    if (claimed.isEmpty()) {
      throw new LedgerException("expected a signature by " + key.vkey() + ", found none");
    }
    return claimed;
  }

  /** This note with one more signature line. */
  public SignedNote with(NoteSignature signature) {
    return new SignedNote(text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  /** The bytes that are signed: the text with its last newline. */
  public byte[] textBytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The note as it is published. */
  public byte[] bytes() {
    String lines = signatures.stream().map(s -> s.line() + "\n").collect(Collectors.joining());
    return (text + "\n" + lines).getBytes(StandardCharsets.UTF_8);
  }
}
