package io.tidemark.authorise.partner;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.List;

/** Which public keys may be a partner's: NIST P-256 or P-384, Ed25519, RSA of enough bits. */
enum KeyStrength {
  /** For certificates that the home issues. */
  ISSUED(3_072),
  /** For those of outside authorities, many of which still issue RSA of 2,048 bits. */
  OUTSIDE(2_048);

  private static final List<ECParameterSpec> CURVES =
      List.of(curve("secp256r1"), curve("secp384r1"));

  private final int rsaBits;

  KeyStrength(int rsaBits) {
    this.rsaBits = rsaBits;
  }

  boolean fits(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa.getModulus().bitLength() >= rsaBits;
    }
    if (key instanceof ECPublicKey ec) {
      return CURVES.stream().anyMatch(curve -> same(curve, ec.getParams()));
    }
    return key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
  }

  private static boolean same(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  private static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
