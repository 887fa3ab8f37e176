package io.tidemark.store.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.store.database.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL of one's own over a network is reached with TLS and a checked certificate. */
class DatabaseAddressTest {
  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.com/tidemark",
        "jdbc:postgresql://10.1.2.3:5432/tidemark?user=a",
        "jdbc:postgresql://db.example.com/tidemark?sslmode=require",
        "jdbc:postgresql://db.example.com/tidemark?ssl=true&sslmode=verify-ca",
        "jdbc:postgresql://localhost,db.example.com/tidemark",
        "jdbc:postgresql://localhost.example.com/tidemark",
        "jdbc:postgresql://127.0.0.1.example.com/tidemark",
        "jdbc:postgresql://[2001:db8::1]/tidemark",
        "jdbc:postgresql://db.example.com/t?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "jdbc:postgresql://db.example.com/t?sslmode=verify-full&sslhostnameverifier=x.Any",
      })
  void aNetworkNeedsACheckedCertificate(String url) {
    HomeFault fault = catchThrowableOfType(HomeFault.class, () -> DatabaseAddress.check(url));
    assertThat(fault).as(url).isNotNull();
    assertThat(fault.words().en()).contains("sslmode=verify-full", "sslrootcert");
    assertThat(fault.words().zh()).contains("sslmode=verify-full", "sslrootcert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/tidemark",
        "jdbc:postgresql:tidemark",
        "jdbc:postgresql://127.0.0.1:5433/tidemark?user=a",
        "jdbc:postgresql://[::1]/tidemark",
        "jdbc:postgresql://db.example.com/tidemark?sslmode=verify-full&sslrootcert=/etc/ca.pem",
        "jdbc:postgresql://a.example.com,b.example.com/t?sslmode=verify-full",
      })
  void thisMachineAndACheckedCertificateAreFine(String url) {
    assertThatCode(() -> DatabaseAddress.check(url)).as(url).doesNotThrowAnyException();
  }

  @Test
  void aHomeLivesOnAServerWithTlsAndNotOnOneWithoutOrWithAnothersCertificate() throws Exception {
    InetAddress network = network();
    Path server = Files.createDirectory(folder.resolve("server"));
    EmbeddedDatabase.attach(server).close();
    Path issuer = speakTls(server.resolve("database/data"), network);
    Path another = certificate(folder.resolve("another"), network);
    try (EmbeddedDatabase database = EmbeddedDatabase.attach(server)) {
      int port = URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
      String plain =
          "jdbc:postgresql://%s:%d/tidemark?user=%s&password=%s"
              .formatted(network.getHostAddress(), port, database.user(), database.password());
      String tls = plain + "&sslmode=verify-full&sslrootcert=";
      assertThat(refused("plain", plain)).contains("sslmode=verify-full");
      assertThat(refused("another", tls + another)).contains("cannot be reached");
      Path home = folder.resolve("checked");
      Home.create(home, NewHome.usual().on(tls + issuer), Map.of()).close();
      Path settings = home.resolve("home.properties");
      Files.writeString(settings, Files.readString(settings).replace("&sslmode=verify-full", ""));
      HomeFault fault = catchThrowableOfType(HomeFault.class, () -> Home.open(home, Map.of()));
      assertThat(fault.words().en()).contains("home.properties");
    }
  }

  private String refused(String name, String url) {
    HomeFault fault =
        catchThrowableOfType(
            HomeFault.class,
            () -> Home.create(folder.resolve(name), NewHome.usual().on(url), Map.of()));
    return fault.words().en();
  }

  /** An address of this machine that is no loopback; where it has none, this machine itself. */
  private static InetAddress network() throws IOException {
    for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(one.getInetAddresses())) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          return address;
        }
      }
    }
    throw new IOException("this test needs an address that is no loopback");
  }

  /** Has a stopped server take only TLS, at that address too; gives what vouches for it. */
  private static Path speakTls(Path data, InetAddress network) throws Exception {
    Path certificate = certificate(data.resolve("server"), network);
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "ssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n"
            + "listen_addresses = '127.0.0.1,"
            + network.getHostAddress()
            + "'\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        data.resolve("pg_hba.conf"),
        "hostssl all all " + network.getHostAddress() + "/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    return certificate;
  }

  /** A certificate for that address that vouches for itself, beside its key. */
  private static Path certificate(Path name, InetAddress address) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name own = new X500Name("CN=" + address.getHostAddress());
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            own,
            BigInteger.ONE,
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(3600)),
            own,
            pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.iPAddress, address.getHostAddress())));
    byte[] made =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    Path key = name.resolveSibling(name.getFileName() + ".key");
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    return Files.writeString(
        name.resolveSibling(name.getFileName() + ".crt"), pem("CERTIFICATE", made));
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
