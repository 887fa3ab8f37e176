package io.tidemark.ledger;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * That a witness saw a checkpoint, and when (C2SP tlog-cosignature, {@code cosignature/v1}).
 *
 * @param witness whose statement it is
 * @param time the witness's clock, in whole seconds
 */
public record Cosignature(VerifierKey witness, Instant time) {
  /** Eight bytes of time and an Ed25519 signature. */
  static final int BYTES = Long.BYTES + Ed25519Verify.SIGNATURE_LEN;

  /** Not a moment that {@link Instant} cannot say; far beyond any clock. */
  private static final long LATEST = Instant.MAX.getEpochSecond();

  /**
   * Checks that {@code witness} cosigned {@code checkpoint}; the earliest of its cosignatures if
   * there are several. One that claims to be the witness's and is not refuses the whole note.
   */
  public static Cosignature require(SignedNote checkpoint, VerifierKey witness)
      throws LedgerException {
    if (witness.use() != VerifierKey.Use.COSIGNATURE) {
      throw new LedgerException("expected a witness's key, not the log key " + witness.name());
    }
    long earliest = Long.MAX_VALUE;
    for (NoteSignature signature : checkpoint.claimed(witness)) {
      earliest = Math.min(earliest, verified(checkpoint, witness, signature));
    }
    return new Cosignature(witness, Instant.ofEpochSecond(earliest));
  }

  private static long verified(SignedNote checkpoint, VerifierKey witness, NoteSignature signature)
      throws LedgerException {
    byte[] timed = signature.signature().toByteArray();
    if (timed.length != BYTES) {
      throw new LedgerException("a cosignature has " + BYTES + " bytes, not " + timed.length);
    }
    long seconds = ByteBuffer.wrap(timed).getLong();
    if (seconds < 0 || seconds > LATEST) {
      throw new LedgerException("the cosignature by " + witness.name() + " has no possible time");
    }
    witness.check(Arrays.copyOfRange(timed, Long.BYTES, BYTES), message(seconds, checkpoint));
    return seconds;
  }

  static byte[] message(long seconds, SignedNote checkpoint) {
    String message = "cosignature/v1\ntime " + seconds + "\n" + checkpoint.text();
    return message.getBytes(StandardCharsets.UTF_8);
  }
}
