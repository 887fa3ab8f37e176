package io.tidemark.server;

import java.io.InputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A partner's system with a key of its own and what certificates it has for it.
 *
 * @param pair the key
 * @param chain its certificate, possibly followed by those that issued it
 */
record Holder(KeyPair pair, X509Certificate... chain) {
  static KeyPair key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** A request for this key that somebody signs with another, or with its own. */
  static byte[] request(KeyPair key, KeyPair signedWith, String algorithm) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Name("CN=somebody else"), key.getPublic())
              .build(new JcaContentSignerBuilder(algorithm).build(signedWith.getPrivate())));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] request(KeyPair key) throws Exception {
    return request(key, key, "SHA256withECDSA");
  }

  /** A system that the home's own authority has certified for a party. */
  static Holder certified(PartnerTown town, String party) throws Exception {
    KeyPair pair = key();
    return new Holder(pair, town.certify(party, request(pair), Duration.ofDays(90)));
  }

  X509Certificate certificate() {
    return chain[0];
  }

  SSLContext tls(Server server) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null);
    try (InputStream file = Files.newInputStream(server.certificate().chain())) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null);
    own.setKeyEntry("own", pair.getPrivate(), new char[0], chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, new char[0]);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  /** At the partners' port of a server. */
  Client at(Server server) throws Exception {
    return at(server, server.partnerUrl().orElseThrow());
  }

  /** At some port of a server. */
  Client at(Server server, java.net.URI port) throws Exception {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(tls(server))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    return new Client(http, port, Map.of());
  }

  /** One connection that is kept open. */
  record Connection(SSLSocket socket) implements AutoCloseable {
    static Connection open(Server server, SSLContext tls, String protocol) throws Exception {
      java.net.URI port = server.partnerUrl().orElseThrow();
      SSLSocket socket =
          (SSLSocket) tls.getSocketFactory().createSocket(port.getHost(), port.getPort());
      socket.setEnabledProtocols(new String[] {protocol});
      socket.setSoTimeout(20_000);
      socket.startHandshake();
      return new Connection(socket);
    }

    /** The status that a request is answered with, on this very connection. */
    int get(String path) throws Exception {
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes("US-ASCII"));
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new java.io.EOFException("the server closed the connection");
        }
        head.append((char) next);
      }
      String headers = head.toString();
      if (headers.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked")) {
        StringBuilder body = new StringBuilder();
        while (body.indexOf("\r\n0\r\n\r\n") < 0) {
          body.append((char) socket.getInputStream().read());
        }
      } else {
        java.util.regex.Matcher length =
            java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(headers);
        socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
      }
      return Integer.parseInt(headers.substring(9, 12));
    }

    @Override
    public void close() throws Exception {
      socket.close();
    }
  }
}
