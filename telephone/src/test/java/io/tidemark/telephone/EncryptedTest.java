package io.tidemark.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.telephone.TelephoneSettings.Encryption;
import io.tidemark.telephone.TelephoneSettings.Limits;
import io.tidemark.telephone.TelephoneSettings.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Calls over TLS: both sides show a certificate that the other trusts. */
final class EncryptedTest {
  private static final char[] NO_PASSWORD = "none".toCharArray();

  /** A key with a certificate of its own. */
  private record Identity(KeyPair keys, Certificate certificate) {
    static Identity make(String name) throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name);
      Instant now = Instant.now();
      var builder =
          new JcaX509v3CertificateBuilder(
              subject,
              new BigInteger(64, new SecureRandom()).setBit(63),
              Date.from(now.minusSeconds(60)),
              Date.from(now.plusSeconds(3_600)),
              subject,
              keys.getPublic());
      return new Identity(
          keys,
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))));
    }

    SSLContext trusting(Identity other) throws Exception {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, NO_PASSWORD);
      own.setKeyEntry("own", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, NO_PASSWORD);
      trusted.setCertificateEntry("other", other.certificate);
      KeyManagerFactory ours =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      ours.init(own, NO_PASSWORD);
      TrustManagerFactory theirs =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      theirs.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
      return context;
    }
  }

  private static TelephoneSettings settings(int port, SSLContext context) {
    return settings(port, port, context);
  }

  private static TelephoneSettings settings(int port, int route, SSLContext context) {
    return new TelephoneSettings(
        List.of(new Listening(Transport.TLS, Exchange.HERE, port)),
        List.of(Network.of("127.0.0.1")),
        Map.of("*", new Route(Exchange.HERE, route, Transport.TLS)),
        Mode.BRIDGE,
        Optional.empty(),
        Optional.of(
            new Encryption(
                context,
                List.of("TLSv1.3", "TLSv1.2"),
                List.of("TLS_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"))),
        Limits.USUAL);
  }

  private static String ask(SSLContext context, String from, int port) throws IOException {
    try (Socket socket = context.getSocketFactory().createSocket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.setSoTimeout(3_000);
      socket.connect(new InetSocketAddress(Exchange.HERE, port));
      String options =
          """
          OPTIONS sip:127.0.0.1 SIP/2.0
          Via: SIP/2.0/TLS 127.0.0.1:%1$d;branch=z9hG4bKtls
          Max-Forwards: 70
          From: <sip:trunk@127.0.0.1>;tag=1
          To: <sip:127.0.0.1>
          Call-ID: tls
          CSeq: 1 OPTIONS
          Content-Length: 0

          """
              .formatted(socket.getLocalPort())
              .replace("\n", "\r\n");
      socket.getOutputStream().write(options.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      byte[] heard = new byte[4_096];
      int length = in.read(heard);
      return length < 0 ? "" : new String(heard, 0, length, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Both sides over TLS, each with its certificate, from the invitation to the last answer. */
  @Test
  void aWholeCallGoesThroughAndEitherSideMayHangUp() throws Exception {
    Identity ours = Identity.make("tidemark");
    Identity theirs = Identity.make("operator");
    SSLContext operator = theirs.trusting(ours);
    int port = Exchange.freePort();
    Counted watch = new Counted();
    try (SSLServerSocket gateway =
        (SSLServerSocket)
            operator.getServerSocketFactory().createServerSocket(0, 1, Exchange.HERE)) {
      gateway.setNeedClientAuth(true);
      gateway.setSoTimeout(10_000);
      try (Telephone telephone =
              Telephone.start(
                  settings(port, gateway.getLocalPort(), ours.trusting(theirs)),
                  new Numbered(),
                  watch,
                  Clock.systemUTC());
          Wire caller = caller(operator, port)) {
        caller.send(caller.invite(Numbered.ALIAS, Wire.call()));
        try (SSLSocket accepted = (SSLSocket) gateway.accept();
            Wire person =
                new Wire(new Stream(accepted, gateway.getLocalPort()), Transport.TLS, port)) {
          assertThat(talk(caller, person).contains(Numbered.PERSON)).isFalse();
          assertThat(accepted.getSession().getPeerCertificates()[0]).isEqualTo(ours.certificate());
          assertThat(telephone.open()).isEqualTo(1);
          caller.send(caller.follow("BYE", 2, answered, "z9hG4bKbye"));
          caller.expect("SIP/2.0 200");
          person.send(person.answer(person.expect("BYE"), "200 OK", "p", ""));
          assertThat(telephone.open()).isZero();

          caller.send(caller.invite(Numbered.ALIAS, Wire.call()));
          talk(caller, person);
          String bye = bye(person);
          person.send(bye);
          person.expect("SIP/2.0 200");
          String told = caller.expect("BYE");
          caller.send(caller.answer(told, "200 OK", "", ""));
          assertThat(telephone.open()).isZero();
        }
      }
    }
    assertThat(watch.of(Outcome.FORWARDED)).isEqualTo(2);
  }

  private static Wire caller(SSLContext context, int port) throws IOException {
    Socket socket = context.getSocketFactory().createSocket(Exchange.HERE, port);
    return new Wire(new Stream(socket, socket.getLocalPort()), Transport.TLS, port);
  }

  private String answered = "";
  private String acknowledged = "";

  /** From the invitation at the person's to the acknowledgement; what the caller heard. */
  private String talk(Wire caller, Wire person) throws IOException {
    String ringing = person.expect("INVITE");
    assertThat(ringing).contains("SIP/2.0/TLS", Numbered.PERSON).doesNotContain("13800000001");
    person.send(person.answer(ringing, "180 Ringing", "p", ""));
    caller.expect("SIP/2.0 180");
    person.send(person.answer(ringing, "200 OK", "p", Wire.SDP));
    answered = caller.expect("SIP/2.0 200");
    caller.send(caller.follow("ACK", 1, answered, "z9hG4bKack" + Wire.call()));
    acknowledged = person.expect("ACK");
    return answered;
  }

  /** The person hangs up: the same call as the acknowledgement, from the other side. */
  private String bye(Wire person) {
    return person
        .follow("BYE", 1, acknowledged, "z9hG4bKbye2")
        .replace("From: " + Wire.header(acknowledged, "From"), "From: #")
        .replace(
            "To: " + Wire.header(acknowledged, "To"), "To: " + Wire.header(acknowledged, "From"))
        .replace("From: #", "From: " + Wire.header(acknowledged, "To"));
  }

  @Test
  void theTrunkIsAnsweredAndWhoeverHasNoCertificateOrAnotherIsNot() throws Exception {
    Identity ours = Identity.make("tidemark");
    Identity operator = Identity.make("operator");
    Identity stranger = Identity.make("stranger");
    int port = Exchange.freePort();
    Counted watch = new Counted();
    try (Telephone telephone =
        Telephone.start(
            settings(port, ours.trusting(operator)), new Numbered(), watch, Clock.systemUTC())) {
      assertThat(ask(operator.trusting(ours), "127.0.0.1", port)).startsWith("SIP/2.0 200 ");
      assertThat(ask(stranger.trusting(ours), "127.0.0.1", port)).isEmpty();
      assertThat(ask(operator.trusting(ours), "127.0.0.2", port)).isEmpty();
      assertThat(watch.of(Dropped.STRANGER)).isEqualTo(1);
      assertThat(ask(operator.trusting(ours), "127.0.0.1", port)).startsWith("SIP/2.0 200 ");
      assertThat(telephone.hears()).isTrue();
    }
  }
}
