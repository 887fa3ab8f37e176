package io.tidemark.server;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.tidemark.server.tls.Certificate;
import io.tidemark.server.tls.OwnCertificate;
import java.io.InputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A partner's webhook: a real HTTPS server that keeps what it is sent. */
final class Receiver implements AutoCloseable {
  private final HttpsServer server;
  private final Certificate certificate;
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

  /** One request. */
  record Taken(String path, String id, String type, String body) {}

  Receiver(Path folder) throws Exception {
    certificate = OwnCertificate.in(folder, Clock.systemUTC());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Integer status = Optional.ofNullable(answers.poll()).orElse(204);
          if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
          taken.add(
              new Taken(
                  exchange.getRequestURI().getPath(),
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  body));
        });
    server.start();
  }

  private SSLContext tls() throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null);
    try (Reader pem = Files.newBufferedReader(certificate.key());
        PEMParser parser = new PEMParser(pem);
        InputStream chain = Files.newInputStream(certificate.chain())) {
      PrivateKey key = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parser.readObject());
      own.setKeyEntry(
          "own",
          key,
          new char[0],
          new java.security.cert.Certificate[] {
            CertificateFactory.getInstance("X.509").generateCertificate(chain)
          });
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, new char[0]);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  /** The certificate that vouches for it. */
  Path certificate() {
    return certificate.chain();
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort() + "/notices";
  }

  /** How the next requests are answered; 204 after those. */
  void answers(int... next) {
    for (int one : next) {
      answers.add(one);
    }
  }

  /** The next request; waits for it. */
  Taken next() throws Exception {
    Taken next = taken.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was sent");
    }
    return next;
  }

  /** Whether nothing was sent beside what {@link #next} gave. */
  boolean isEmpty() {
    return taken.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
