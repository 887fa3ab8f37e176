package io.tidemark.server.telephone;

import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.Suites;
import io.tidemark.telephone.TelephoneSettings;
import java.nio.file.Path;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * The encryption of a trunk: our certificate, and the authority that vouches for the operator's.
 */
public final class TrunkCertificates {
  private TrunkCertificates() {}

  /**
   * Reads them.
   *
   * @param own the certificate that the operator is shown
   * @param authority who vouches for the operator's certificate (PEM); nobody else is believed
   * @throws IllegalStateException when a file is no PEM or key and certificate do not fit
   */
  public static TelephoneSettings.Encryption of(Certificate own, Path authority) {
    PemSslStoreDetails keys =
        PemSslStoreDetails.forCertificate(own.chain().toUri().toString())
            .withPrivateKey(own.key().toUri().toString());
    PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(authority.toUri().toString());
    return new TelephoneSettings.Encryption(
        SslBundle.of(new PemSslStoreBundle(keys, trusted)).createSslContext(),
        Suites.PROTOCOLS,
        Suites.CIPHERS);
  }
}
