package io.tidemark.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM (GB/T 32907, RFC 8998), by Bouncy Castle. The suite's name stands before what a content
 * is bound to, so that a cipher mistaken for this one would be noticed as well.
 */
final class Sm4Seal implements Seal {
  /** Bytes of a key. */
  static final int KEY = 16;

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] SUITE = "sm4-gcm\n".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyParameter key;

  Sm4Seal(byte[] key) {
    if (key.length != KEY) {
      throw new IllegalArgumentException("a key has 16 bytes");
    }
    this.key = new KeyParameter(key);
  }

  @Override
  public byte[] seal(byte[] content, byte[] boundTo) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    GCMModeCipher gcm = cipher(true, nonce, bound(boundTo));
    byte[] sealed = Arrays.copyOf(nonce, NONCE + gcm.getOutputSize(content.length));
    try {
      finish(gcm, content, 0, content.length, sealed, NONCE);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("SM4-GCM always encrypts", e);
    }
    return sealed;
  }

  @Override
  public byte[] open(byte[] sealed, byte[] boundTo) throws WrongKey {
    return opened(sealed, bound(boundTo));
  }

  /** What opens with just these associated data, as the standard's vectors have it. */
  byte[] opened(byte[] sealed, byte[] associated) throws WrongKey {
    if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
      throw new WrongKey("what is sealed is too short");
    }
    GCMModeCipher gcm = cipher(false, Arrays.copyOf(sealed, NONCE), associated);
    byte[] content = new byte[gcm.getOutputSize(sealed.length - NONCE)];
    try {
      finish(gcm, sealed, NONCE, sealed.length - NONCE, content, 0);
      return content;
    } catch (InvalidCipherTextException e) {
      throw new WrongKey("what is sealed does not open: altered, or under another key");
    }
  }

  private static byte[] bound(byte[] boundTo) {
    byte[] all = Arrays.copyOf(SUITE, SUITE.length + boundTo.length);
    System.arraycopy(boundTo, 0, all, SUITE.length, boundTo.length);
    return all;
  }

  private GCMModeCipher cipher(boolean sealing, byte[] nonce, byte[] associated) {
    GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
    gcm.init(sealing, new AEADParameters(key, TAG_BITS, nonce, associated));
    return gcm;
  }

  private static void finish(GCMModeCipher gcm, byte[] in, int from, int length, byte[] out, int at)
      throws InvalidCipherTextException {
    int written = gcm.processBytes(in, from, length, out, at);
    gcm.doFinal(out, at + written);
  }
}
