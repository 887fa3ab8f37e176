package io.tidemark.server;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority that is not the home's own. */
record Authority(KeyPair pair, X509Certificate certificate) {
  static Authority make(String name) throws Exception {
    KeyPair pair = Holder.key();
    JcaX509v3CertificateBuilder builder = builder(name, name, pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return new Authority(pair, signed(builder, pair));
  }

  static X509Certificate selfSigned(KeyPair pair, String name) throws Exception {
    return signed(builder(name, name, pair.getPublic()), pair);
  }

  /** An authority whose certificate this one issued. */
  Authority below(String name) throws Exception {
    KeyPair own = Holder.key();
    String issuer = certificate.getSubjectX500Principal().getName().substring("CN=".length());
    JcaX509v3CertificateBuilder builder = builder(issuer, name, own.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return new Authority(own, signed(builder, pair));
  }

  X509Certificate issue(KeyPair key, String name, @Nullable String uri) throws Exception {
    String issuer = certificate.getSubjectX500Principal().getName().substring("CN=".length());
    JcaX509v3CertificateBuilder builder = builder(issuer, name, key.getPublic());
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
    if (uri != null) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
    }
    return signed(builder, pair);
  }

  private static JcaX509v3CertificateBuilder builder(String issuer, String name, PublicKey key) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        new X500Name("CN=" + issuer),
        new BigInteger(100, new java.security.SecureRandom()),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(now.plus(Duration.ofDays(30))),
        new X500Name("CN=" + name),
        key);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair pair)
      throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
