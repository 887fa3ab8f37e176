package io.tidemark.disclose.mask;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.fpe.FPEEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encryption that keeps length and alphabet: FF1 of NIST SP 800-38G (2016), by Bouncy Castle, upon
 * a cipher of blocks of 128 bits. Not thread-safe; hides itself.
 */
public final class Ff1 {
  private static final int NONE = -1;

  private final String alphabet;
  private final int[] digits = new int[128];
  private final FPEEngine sealing;
  private final FPEEngine opening;

  /**
   * Under this key and tweak.
   *
   * @param cipher gives fresh ciphers of 16-byte blocks
   * @param key of the length that such a cipher takes
   * @param alphabet 2 to 128 different characters of ASCII, the first of which counts as nought
   */
  public Ff1(Supplier<BlockCipher> cipher, byte[] key, byte[] tweak, String alphabet) {
    sealing = new FPEFF1Engine(cipher.get());
    opening = new FPEFF1Engine(cipher.get());
    this.alphabet = alphabet;
    Arrays.fill(digits, NONE);
    for (int i = 0; i < alphabet.length(); i++) {
      digits[alphabet.charAt(i)] = i;
    }
    FPEParameters parameters = new FPEParameters(new KeyParameter(key), alphabet.length(), tweak);
    sealing.init(true, parameters);
    opening.init(false, parameters);
  }

  /**
   * The text of the same length that stands for this one.
   *
   * @throws IllegalArgumentException for characters that are not of the alphabet, and texts so
   *     short that there are fewer than a million of them
   */
  public String encrypt(String text) {
    return run(sealing, text);
  }

  /** The text that {@link #encrypt} was given. */
  public String decrypt(String text) {
    return run(opening, text);
  }

  private String run(FPEEngine engine, String text) {
    byte[] in = new byte[text.length()];
    for (int i = 0; i < in.length; i++) {
      char character = text.charAt(i);
      int digit = character < digits.length ? digits[character] : NONE;
      if (digit == NONE) {
        throw new IllegalArgumentException("a character is not of the alphabet");
      }
      in[i] = (byte) digit;
    }
    byte[] out = new byte[in.length];
    engine.processBlock(in, 0, in.length, out, 0);
    StringBuilder written = new StringBuilder(out.length);
    for (byte digit : out) {
      written.append(alphabet.charAt(digit));
    }
    return written.toString();
  }
}
