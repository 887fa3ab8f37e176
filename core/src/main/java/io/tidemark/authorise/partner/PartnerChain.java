package io.tidemark.authorise.partner;

import io.tidemark.terms.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The chain that a caller presented, its own certificate first; that the caller has the private key
 * is TLS's to have shown. Immutable.
 *
 * @param certificates at least one
 */
public record PartnerChain(List<X509Certificate> certificates) {
  /** How a party is named in a certificate's alternative names. */
  public static final String PARTY_URI = "tidemark:party:";

  private static final int LARGEST = 1 << 16;
  private static final int LONGEST = 6;
  private static final int URI = 6;
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_USE = "2.5.29.37.0";

  /** Copies the list; refuses an empty one with {@link IllegalArgumentException}. */
  public PartnerChain {
    certificates = List.copyOf(certificates);
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("a chain has a certificate");
    }
  }

  /** Reads one certificate, PEM or DER. */
  public static X509Certificate read(byte[] file) throws Unfit {
    try {
      if (file.length <= LARGEST) {
        return (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(file));
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      // said below, without what was read
    }
    throw new Unfit("not-a-certificate", "读不出 X.509 证书", "this is no X.509 certificate");
  }

  /** The caller's own certificate. */
  public X509Certificate own() {
    return certificates.get(0);
  }

  /**
   * Whether an outside authority that is trusted for one party alone has issued the caller's
   * certificate for logging in, to that party (RFC 5280, without its revocation lists: what is
   * revoked, the home is told).
   *
   * @param party for whom the authority is trusted; a certificate that names another is not its
   */
  public boolean issuedBy(X509Certificate authority, String party, Instant now) {
    if (certificates.size() > LONGEST || reasonAgainst(own()).isPresent() || !namesNoOther(party)) {
      return false;
    }
    List<X509Certificate> path = new ArrayList<>(certificates);
    path.removeIf(authority::equals);
    try {
      CertPath tried = CertificateFactory.getInstance("X.509").generateCertPath(path);
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      // An anchor's own dates are not looked at by the algorithm.
      authority.checkValidity(Date.from(now));
      CertPathValidator.getInstance("PKIX").validate(tried, parameters);
      return !path.isEmpty();
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether a certificate can issue others. */
  public static boolean isAuthority(X509Certificate certificate) {
    boolean[] uses = certificate.getKeyUsage();
    return certificate.getBasicConstraints() >= 0 && (uses == null || uses[5]);
  }

  /** Why a certificate cannot be a partner's own; empty where nothing speaks against it. */
  public static Optional<Refusal> reasonAgainst(X509Certificate own) {
    if (own.getBasicConstraints() >= 0 || !forClients(own)) {
      return Optional.of(
          Refusal.of(
              "not-a-client-certificate",
              "此证书不是客户端证书",
              "this certificate is not for logging in as a client"));
    }
    if (!KeyStrength.OUTSIDE.fits(own.getPublicKey())) {
      return Optional.of(
          Refusal.of(
              "weak-key",
              "密钥应为 P-256、P-384、Ed25519，或 2048 位及以上的 RSA",
              "the key must be P-256, P-384, Ed25519, or RSA of 2048 bits or more"));
    }
    return Optional.empty();
  }

  private static boolean forClients(X509Certificate own) {
    try {
      List<String> uses = own.getExtendedKeyUsage();
      return uses == null || uses.contains(CLIENT) || uses.contains(ANY_USE);
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** A certificate that names parties of ours at all names this one and no other. */
  private boolean namesNoOther(String party) {
    try {
      Collection<List<?>> names = own().getSubjectAlternativeNames();
      return names == null
          || names.stream()
              .filter(name -> name.get(0).equals(URI))
              .map(name -> String.valueOf(name.get(1)))
              .filter(uri -> uri.startsWith(PARTY_URI))
              .allMatch(uri -> uri.equals(PARTY_URI + party));
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  /** The certificates as PEM, the caller's own first. */
  public String pem() {
    StringBuilder text = new StringBuilder();
    try {
      for (X509Certificate each : certificates) {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(
                java.util.Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(each.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read has an encoding", e);
    }
    return text.toString();
  }
}
