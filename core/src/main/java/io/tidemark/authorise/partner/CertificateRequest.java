package io.tidemark.authorise.partner;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A certification request (PKCS #10, RFC 2986) whose sender has shown that the private key is its
 * own. Only the key is taken from it: name and uses are the issuer's to say. Immutable.
 */
public final class CertificateRequest {
  /** The most bytes of a request. */
  public static final int LARGEST = 1 << 14;

  private final PublicKey key;

  private CertificateRequest(PublicKey key) {
    this.key = key;
  }

  /** Reads a request in PEM; whatever is wrong with it is said by {@link Unfit}. */
  public static CertificateRequest parse(byte[] pem) throws Unfit {
    if (pem.length > LARGEST) {
      throw unreadable();
    }
    try (PEMParser parser =
        new PEMParser(new StringReader(new String(pem, StandardCharsets.ISO_8859_1)))) {
      if (!(parser.readObject() instanceof PKCS10CertificationRequest request)) {
        throw unreadable();
      }
      return checked(request);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable();
    } catch (
        RuntimeException e) { // Bouncy Castle's way to say that the bytes are no such structure
      throw unreadable();
    }
  }

  private static CertificateRequest checked(PKCS10CertificationRequest request)
      throws Unfit, GeneralSecurityException {
    PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
    if (!KeyStrength.ISSUED.fits(key)) {
      throw new Unfit(
          "weak-key",
          "密钥应为 P-256、P-384、Ed25519，或 3072 位及以上的 RSA",
          "the key must be P-256, P-384, Ed25519, or RSA of 3072 bits or more");
    }
    if (!signedBy(request, key)) {
      throw new Unfit(
          "no-proof-of-possession",
          "请求没有用它自己的私钥签名",
          "the request is not signed with its own private key");
    }
    return new CertificateRequest(key);
  }

  private static boolean signedBy(PKCS10CertificationRequest request, PublicKey key) {
    try {
      return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
    } catch (OperatorCreationException | PKCSException e) {
      return false;
    }
  }

  private static Unfit unreadable() {
    return new Unfit(
        "not-a-request",
        "读不出 PKCS #10 证书请求（PEM）",
        "this is no certification request (PKCS #10, PEM)");
  }

  /** The public key, of a kind and size that may be a partner's. */
  PublicKey key() {
    return key;
  }
}
