import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A partner fetches its list: Java 17 and nothing else. 合作方用 Java 取用自己的清单。
 *
 * <pre>
 *   openssl pkcs12 -export -inkey agent.key -in agent.crt -out agent.p12
 *   java FetchList.java https://localhost:9443 server.crt agent.p12 renewal-service
 * </pre>
 *
 * The passphrase of the PKCS #12 file is read from the environment variable PKCS12_PASSPHRASE.
 */
final class FetchList {
  private final HttpClient http;
  private final URI server;

  private FetchList(HttpClient http, URI server) {
    this.http = http;
    this.server = server;
  }

  public static void main(String[] args) throws Exception {
    String passphrase = System.getenv().getOrDefault("PKCS12_PASSPHRASE", "");
    HttpClient http =
        HttpClient.newBuilder()
            .sslContext(mutual(Path.of(args[1]), Path.of(args[2]), passphrase.toCharArray()))
            .build();
    System.out.write(new FetchList(http, URI.create(args[0])).fetch(args[3]));
    System.out.flush();
  }

  /** Shows the own certificate and trusts the server's. */
  private static SSLContext mutual(Path trusted, Path own, char[] passphrase) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(own)) {
      keys.load(file, passphrase);
    }
    KeyManagerFactory mine = KeyManagerFactory.getInstance("PKIX");
    mine.init(keys, passphrase);
    KeyStore theirs = KeyStore.getInstance("PKCS12");
    theirs.load(null);
    try (InputStream file = Files.newInputStream(trusted)) {
      theirs.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(theirs);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(mine.getKeyManagers(), trust.getTrustManagers(), null);
    return tls;
  }

  private byte[] fetch(String purpose) throws Exception {
    String me = text(say(HttpRequest.newBuilder(server.resolve("/api/v1/partner/me"))));
    String grant = grant(me, purpose);
    HttpRequest.Builder order =
        HttpRequest.newBuilder(server.resolve("/api/v1/partner/lists"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"grant\":\"" + grant + "\",\"purpose\":\"" + purpose + "\"}"));
    String prepared = text(say(order));
    byte[] list =
        say(HttpRequest.newBuilder(server.resolve(found("\"href\":\"([^\"]+)\"", prepared))));
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));
    if (!digest.equals(found("\"sha256\":\"([0-9a-f]+)\"", prepared))) {
      throw new IllegalStateException("these are not the bytes that were recorded");
    }
    return list;
  }

  /** The first grant for the purpose; with a JSON library at hand, use that. */
  private static String grant(String me, String purpose) {
    for (String one : me.replaceAll("\"(forms|quota)\":\\{[^}]*}", "").split("\\{")) {
      if (one.contains("\"purpose\":\"" + purpose + "\"")) {
        return found("\"grant\":\"(g-[0-9a-z]+)\"", one);
      }
    }
    throw new IllegalStateException("no grant for " + purpose);
  }

  private byte[] say(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + text(answer.body()));
    }
    return answer.body();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String found(String pattern, String in) {
    Matcher matcher = Pattern.compile(pattern).matcher(in);
    if (!matcher.find()) {
      throw new IllegalStateException("not in the answer: " + pattern);
    }
    return matcher.group(1);
  }
}
