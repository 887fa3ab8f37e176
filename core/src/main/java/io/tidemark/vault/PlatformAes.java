package io.tidemark.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The platform's AES, which the processor computes, for Bouncy Castle. Not thread-safe. */
final class PlatformAes implements BlockCipher {
  private static final int BLOCK = 16;

  private final Cipher cipher;

  PlatformAes() {
    try {
      cipher = Cipher.getInstance("AES/ECB/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  @Override
  public void init(boolean forEncryption, CipherParameters parameters) {
    byte[] key = ((KeyParameter) parameters).getKey();
    try {
      cipher.init(
          forEncryption ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("an AES key has 16, 24 or 32 bytes", e);
    }
  }

  @Override
  public String getAlgorithmName() {
    return "AES";
  }

  @Override
  public int getBlockSize() {
    return BLOCK;
  }

  @Override
  public int processBlock(byte[] in, int inOff, byte[] out, int outOff) {
    try {
      return cipher.update(in, inOff, BLOCK, out, outOff);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a block has 16 bytes", e);
    }
  }

  @Override
  public void reset() {
    // a block does not depend on the one before it
  }
}
