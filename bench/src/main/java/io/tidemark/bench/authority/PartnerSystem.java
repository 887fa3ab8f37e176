package io.tidemark.bench.authority;

import io.tidemark.bench.Ground;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's system; its lists come on one connection that stays open. To be closed. */
final class PartnerSystem implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final HttpClient http;
  private final KeptConnection lists;
  private final URI server;
  private final String grant;

  private PartnerSystem(HttpClient http, KeptConnection lists, URI server, String grant) {
    this.http = http;
    this.lists = lists;
    this.server = server;
    this.grant = grant;
  }

  /** A system with a key of its own that the home certifies. */
  static PartnerSystem certified(Ground ground, URI server, Path trusted)
      throws GeneralSecurityException,
          IOException,
          InterruptedException,
          OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    StringWriter request = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(request)) {
      pem.writeObject(
          new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=bench"), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }
    Path csr = Files.writeString(ground.file("agent.csr"), request.toString());
    Path crt = ground.file("agent.crt");
    ground
        .shell()
        .expect(
            List.of(0),
            "partner",
            "certify",
            ListWorld.AGENT,
            "--csr",
            csr.toString(),
            "--out",
            crt.toString());
    SSLContext tls = mutual(pair, crt, trusted);
    HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    KeptConnection lists =
        new KeptConnection(tls.getSocketFactory(), server.getHost(), server.getPort());
    String grant =
        new PartnerSystem(http, lists, server, "").usable().get(0).get("grant").asString();
    return new PartnerSystem(http, lists, server, grant);
  }

  /** The grant under which it orders. */
  String grant() {
    return grant;
  }

  /** The grants that the server says can be used now. */
  private JsonNode usable() throws IOException, InterruptedException {
    return JSON.readTree(say(HttpRequest.newBuilder(server.resolve("/api/v1/partner/me"))))
        .get("grants");
  }

  /** Nanoseconds until the server says that no grant can be used; asked again without a pause. */
  long untilNoneIsUsable() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!usable().isEmpty()) {
      if (System.nanoTime() - begun > LONGEST_NANOS) {
        throw new IOException("a revoked grant can be used after a minute");
      }
    }
    return System.nanoTime() - begun;
  }

  private static SSLContext mutual(KeyPair pair, Path chain, Path trusted)
      throws GeneralSecurityException, IOException {
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null);
    try (InputStream file = Files.newInputStream(chain)) {
      keys.setKeyEntry(
          "own",
          pair.getPrivate(),
          new char[0],
          certificates.generateCertificates(file).toArray(new Certificate[0]));
    }
    try (InputStream file = Files.newInputStream(trusted)) {
      keys.setCertificateEntry("server", certificates.generateCertificate(file));
    }
    KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
    mine.init(keys, new char[0]);
    TrustManagerFactory theirs = TrustManagerFactory.getInstance("PKIX");
    theirs.init(keys);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(mine.getKeyManagers(), theirs.getTrustManagers(), null);
    return tls;
  }

  /** Nanoseconds in which a list of all own people is ordered and comes. */
  long list() throws IOException {
    byte[] order = JSON.writeValueAsBytes(Map.of("grant", grant, "purpose", ListWorld.PURPOSE));
    long begun = System.nanoTime();
    KeptConnection.Came list =
        lists.post("/api/v1/partner/lists", Map.of("Prefer", "return=representation"), order);
    long spent = System.nanoTime() - begun;
    if (list.status() >= 300 || list.status() == 0) {
      throw new IOException("the server answered " + list.status());
    }
    int rows = JSON.readTree(list.body()).get("rows").size();
    if (rows < ListWorld.PEOPLE) {
      throw new IOException("only " + rows + " rows came");
    }
    return spent;
  }

  private byte[] say(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException("the server answered " + answer.statusCode());
    }
    return answer.body();
  }

  @Override
  public void close() {
    lists.close();
  }
}
