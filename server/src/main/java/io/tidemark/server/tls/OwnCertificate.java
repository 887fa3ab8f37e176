package io.tidemark.server.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that the server gives itself (P-256, self-signed): made at the first start, kept in
 * {@code HOME/tls} for its owner alone, made anew when it is about to end.
 */
public final class OwnCertificate {
  private static final Duration VALID = Duration.ofDays(825);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private OwnCertificate() {}

  /** The home's own certificate, made when there is none or it ends within 30 days. */
  public static Certificate in(Path home, Clock clock) throws IOException {
    Path folder = home.resolve("tls");
    Certificate own = new Certificate(folder.resolve("server.crt"), folder.resolve("server.key"));
    if (!Files.exists(own.key()) || !goesOn(own, clock.instant())) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      make(own, clock.instant());
    }
    return own;
  }

  private static boolean goesOn(Certificate own, Instant now) throws IOException {
    try (var file = Files.newInputStream(own.chain())) {
      X509Certificate certificate =
          (X509Certificate)
              java.security.cert.CertificateFactory.getInstance("X.509").generateCertificate(file);
      return certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE));
    } catch (GeneralSecurityException | java.nio.file.NoSuchFileException e) {
      return false;
    }
  }

  private static void make(Certificate own, Instant now) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      write(own.key(), pem(new JcaPKCS8Generator(pair.getPrivate(), null).generate()));
      write(own.chain(), pem(certificate(pair, now)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static X509Certificate certificate(KeyPair pair, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name name = new X500Name("CN=" + hostName());
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(127, new SecureRandom()).setBit(126),
            Date.from(now.minus(CLOCKS_DIFFER)),
            Date.from(now.plus(VALID)),
            name,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(Extension.subjectAlternativeName, false, names());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }

  private static GeneralNames names() {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    names.add(new GeneralName(GeneralName.iPAddress, "::1"));
    if (!hostName().equals("localhost")) {
      names.add(new GeneralName(GeneralName.dNSName, hostName()));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  private static String hostName() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,61}[A-Za-z0-9])?") ? name : "localhost";
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private static String pem(Object made) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(made);
    }
    return text.toString();
  }

  /** Of mode 0600, whole or not at all. */
  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
