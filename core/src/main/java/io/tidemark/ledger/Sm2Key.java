package io.tidemark.ledger;

import com.google.crypto.tink.util.Bytes;
import io.tidemark.terms.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * The public half of a key with which a log signs its heads once more, by SM2 with SM3 (GB/T 32918,
 * signer's identity as in GM/T 0009). Its line stands beside the Ed25519 line of the same name;
 * whoever does not know it ignores it. It has the open signature type of C2SP signed-note, {@code
 * ff} and a longer name.
 *
 * @param name the log's name
 * @param point the public point, uncompressed: 65 bytes
 */
public record Sm2Key(String name, Bytes point) {
  /** The line of the ledger's first entry that names the key. */
  public static final String LINE = "sm2-key";

  /** The identity that GM/T 0009 gives to signers who have none of their own. */
  static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  /** The curve of GB/T 32918.5. */
  static final ECDomainParameters CURVE =
      new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

  private static final int POINT = 65;
  private static final int LONGEST = 1_000;
  private static final int LONGEST_SIGNATURE = 72;
  private static final byte[] TYPE =
      "\u00fftidemark/sm2-sm3/".getBytes(StandardCharsets.ISO_8859_1);

  /** Refuses a name that a signature line cannot carry, and what is no point of the curve. */
  public Sm2Key {
    if (!NoteSignature.nameable(name) || point.size() != POINT) {
      throw new IllegalArgumentException("a key has a name without spaces or '+' and 65 bytes");
    }
    CURVE.validatePublicPoint(CURVE.getCurve().decodePoint(point.toByteArray()));
  }

  /** Reads {@code name+hash+key}, as {@link #vkey} writes it. */
  public static Sm2Key parse(String vkey) throws LedgerException {
    String[] parts = vkey.length() > LONGEST ? new String[0] : vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new LedgerException("expected an SM2 key of the form name+hash+key");
    }
    byte[] typed = Strict.base64(parts[2]);
    if (typed.length != TYPE.length + POINT
        || !Arrays.equals(TYPE, Arrays.copyOf(typed, TYPE.length))) {
      throw new LedgerException("expected an SM2 key, found one of another type");
    }
    Sm2Key key;
    try {
      key = new Sm2Key(parts[0], Bytes.copyFrom(typed, TYPE.length, POINT));
    } catch (IllegalArgumentException e) {
      throw new LedgerException("expected a name and a point of the curve", e);
    }
    if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
      throw new LedgerException("expected another key hash in the SM2 key");
    }
    return key;
  }

  /** The first four bytes of SHA-256 over name, newline, type and key. */
  public int id() {
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Digest.sha256(line, typed()).bytes()).getInt();
  }

  /** The key as others are given it: {@code name+hash+key}. */
  public String vkey() {
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Strict.base64(typed());
  }

  private byte[] typed() {
    return ByteBuffer.allocate(TYPE.length + POINT).put(TYPE).put(point.toByteArray()).array();
  }

  /** Checks that this key signed the note's text: at least one line, and each that claims to be. */
  public void require(SignedNote note) throws LedgerException {
    boolean found = false;
    for (NoteSignature signature : note.signatures()) {
      if (signature.keyId() == id() && signature.name().equals(name)) {
        check(signature.signature().toByteArray(), note.textBytes());
        found = true;
      }
    }
    if (!found) {
      throw new LedgerException("expected a signature by the SM2 key " + vkey() + ", found none");
    }
  }

  /** Checks the signature (DER, GM/T 0009) over {@code message}. */
  void check(byte[] signature, byte[] message) throws LedgerException {
    SM2Signer sm2 = new SM2Signer();
    sm2.init(
        false,
        new ParametersWithID(
            new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point.toByteArray()), CURVE),
            IDENTITY));
    sm2.update(message, 0, message.length);
    if (signature.length > LONGEST_SIGNATURE || !sm2.verifySignature(signature)) {
      throw new LedgerException("the SM2 signature by " + name + " does not verify");
    }
  }

  /** The {@link #vkey} text. */
  @Override
  public String toString() {
    return vkey();
  }
}
