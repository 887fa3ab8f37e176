package io.tidemark.ledger;

import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;

/**
 * One signature line of a note, not yet verified (C2SP signed-note).
 *
 * @param name the key's name
 * @param keyId the key's {@link VerifierKey#id}
 * @param signature what the key's use says: 64 bytes for a log, 72 for a witness
 */
public record NoteSignature(String name, int keyId, Bytes signature) {
  private static final String DASH = "— ";

  /** The line, without its newline. */
  String line() {
    byte[] bytes = signature.toByteArray();
    byte[] id = ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(keyId).put(bytes).array();
    return DASH + name + " " + Strict.base64(id);
  }

  static NoteSignature parse(String line) throws LedgerException {
    String[] parts = Strict.after(DASH, line).split(" ", -1);
    if (parts.length != 2 || !nameable(parts[0])) {
      throw new LedgerException("expected a signature line of a name and a signature");
    }
    byte[] bytes = Strict.base64(parts[1]);
    if (bytes.length <= Integer.BYTES) {
      throw new LedgerException("expected a key id and a signature, found too few bytes");
    }
    Bytes signature = Bytes.copyFrom(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
    return new NoteSignature(parts[0], ByteBuffer.wrap(bytes).getInt(), signature);
  }

  boolean claims(VerifierKey key) {
    return keyId == key.id() && name.equals(key.name());
  }

  static boolean nameable(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(c -> c < ' ' || c == '+' || Character.isWhitespace(c) || space(c));
  }

  /** Unicode's White_Space, which Java splits over two methods and one left-over. */
  private static boolean space(int c) {
    return Character.isSpaceChar(c) || c == 0x85;
  }
}
