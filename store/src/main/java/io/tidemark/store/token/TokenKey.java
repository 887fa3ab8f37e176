package io.tidemark.store.token;

import io.tidemark.vault.MasterKey;
import io.tidemark.vault.WrongKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A master key in a token: an AES-256 key with which the token itself seals and opens
 * (AES/GCM/NoPadding). What is sealed is 12 random bytes, then ciphertext and tag, as a key in
 * memory gives it. Thread-safe.
 */
public final class TokenKey implements MasterKey {
  private static final String AEAD = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Provider provider;
  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private TokenKey(Provider provider, SecretKey key) {
    this.provider = provider;
    this.key = key;
  }

  /** The key at this address; a fault where there is none. The PIN is not kept. */
  public static TokenKey open(TokenAddress address, char[] pin) throws TokenFault {
    Token token = Token.open(address, pin);
    Optional<SecretKey> key = token.key(address.object());
    if (key.isEmpty()) {
      throw new TokenFault(
          "令牌（槽位 "
              + address.slot()
              + "）中没有名为 "
              + address.object()
              + " 的密钥：请核对槽位；若已删除，须从令牌的备份恢复，否则此目录再也打不开",
          "the token in slot "
              + address.slot()
              + " has no key named "
              + address.object()
              + ": check the slot; where it was deleted, bring it back from the token's own"
              + " backup, or this home opens no more");
    }
    return of(token, key.get());
  }

  /** The key at this address; where there is none, the token draws it and keeps it for good. */
  public static TokenKey openOrDraw(TokenAddress address, char[] pin) throws TokenFault {
    Token token = Token.open(address, pin);
    if (token.key(address.object()).isEmpty()) {
      token.draw(address.object());
    }
    return open(address, pin);
  }

  private static TokenKey of(Token token, SecretKey key) throws TokenFault {
    try {
      Cipher.getInstance(AEAD, token.provider());
    } catch (GeneralSecurityException e) {
      throw Token.silent(e);
    }
    return new TokenKey(token.provider(), key);
  }

  /** A key of the token that it never gives away; a fault for any other. */
  static SecretKey kept(Key key) throws TokenFault {
    if (key instanceof SecretKey secret
        && key.getAlgorithm().equals("AES")
        && key.getEncoded() == null) {
      return secret;
    }
    throw new TokenFault(
        "令牌中的密钥不是 AES 密钥，或可以取出：请另建一把（CKA_SENSITIVE=true，CKA_EXTRACTABLE=false）",
        "the token's key is no AES key, or can be taken out: make another with CKA_SENSITIVE=true"
            + " and CKA_EXTRACTABLE=false");
  }

  @Override
  public byte[] wrap(byte[] secret, String name) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the token did not seal with " + AEAD, e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String name) throws WrongKey {
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), name)
          .doFinal(wrapped, NONCE, wrapped.length - NONCE);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new WrongKey("the token's key does not open the key " + name);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(AEAD, provider);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Hides the key. */
  @Override
  public String toString() {
    return "TokenKey";
  }
}
