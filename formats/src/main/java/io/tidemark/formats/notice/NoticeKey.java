package io.tidemark.formats.notice;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.tidemark.terms.Digest;
import io.tidemark.vault.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The key that signs a home's notices (Ed25519, RFC 8032), derived from the key of its manifests.
 * The home's first entry names its public half. Immutable, thread-safe; hides itself.
 */
public final class NoticeKey {
  private final byte[] seed;
  private final byte[] publicKey;

  private NoticeKey(byte[] seed) {
    this.seed = seed;
    try {
      this.publicKey = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a derived key has 32 bytes", e);
    }
  }

  /** The key of this home. */
  public static NoticeKey of(KeyRing keys) {
    return new NoticeKey(keys.derive(KeyRing.Use.MANIFEST, "notices"));
  }

  /** The public half as the ledger names it: 32 bytes in hexadecimal digits. */
  public String publicHex() {
    return HexFormat.of().formatHex(publicKey);
  }

  /** The public half as a JSON Web Key (RFC 8037). */
  public Map<String, String> jwk() {
    Map<String, String> jwk = new LinkedHashMap<>();
    jwk.put("kty", "OKP");
    jwk.put("crv", "Ed25519");
    jwk.put("x", base64(publicKey));
    jwk.put("kid", id());
    jwk.put("use", "sig");
    jwk.put("alg", "EdDSA");
    return jwk;
  }

  /** The key's thumbprint (RFC 7638, SHA-256). */
  public String id() {
    String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(publicKey) + "\"}";
    return base64(Digest.sha256(members.getBytes(StandardCharsets.US_ASCII)).bytes());
  }

  /** The raw signature over a message. */
  byte[] sign(byte[] message) {
    try {
      return new Ed25519Sign(seed).sign(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 signs any message", e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
