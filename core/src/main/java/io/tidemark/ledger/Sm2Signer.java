package io.tidemark.ledger;

import com.google.crypto.tink.util.Bytes;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * The private half of a log's SM2 key. Thread-safe. Its {@code toString} shows the public half
 * only.
 */
public final class Sm2Signer {
  /** Bytes from which a key comes: 64 bits more than it has, so that none is likelier. */
  public static final int SECRET = 40;

  private static final BigInteger TWO = BigInteger.valueOf(2);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sm2Key key;
  private final ECPrivateKeyParameters secret;

  /** A log's signer, from its name and {@link #SECRET} secret bytes. */
  public Sm2Signer(String name, byte[] secret) {
    if (secret.length != SECRET) {
      throw new IllegalArgumentException("a key comes from " + SECRET + " bytes");
    }
    BigInteger choices = Sm2Key.CURVE.getN().subtract(TWO); // 1 to n - 2
    BigInteger d = new BigInteger(1, secret).mod(choices).add(BigInteger.ONE);
    this.secret = new ECPrivateKeyParameters(d, Sm2Key.CURVE);
    this.key =
        new Sm2Key(
            name,
            Bytes.copyFrom(
                new FixedPointCombMultiplier().multiply(Sm2Key.CURVE.getG(), d).getEncoded(false)));
  }

  /** The public half. */
  public Sm2Key key() {
    return key;
  }

  /** The note with this log's SM2 line. */
  public SignedNote sign(SignedNote note) {
    byte[] text = note.textBytes();
    SM2Signer sm2 = new SM2Signer();
    sm2.init(true, new ParametersWithID(new ParametersWithRandom(secret, RANDOM), Sm2Key.IDENTITY));
    sm2.update(text, 0, text.length);
    try {
      Bytes signature = Bytes.copyFrom(sm2.generateSignature());
      return note.with(new NoteSignature(key.name(), key.id(), signature));
    } catch (CryptoException e) {
      throw new IllegalStateException("SM2 signs any message", e);
    }
  }

  @Override
  public String toString() {
    return "Sm2Signer[" + key.vkey() + "]";
  }
}
