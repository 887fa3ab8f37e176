import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A renewal system asks for its clerk's customer: {@code java RenewalClerk.java clerk.properties < number}. */
public final class RenewalClerk {
  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([\\w-]+)\"");
  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final HttpClient http;
  private final URI server;
  private String token = "";

  private RenewalClerk(URI server, Path certificate) throws Exception {
    this.server = server;
    this.http = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  public static void main(String[] args) throws Exception {
    Properties clerk = new Properties();
    try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
      clerk.load(file);
    }
    String number =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    RenewalClerk system =
        new RenewalClerk(
            URI.create(System.getenv("TIDEMARK_URL")),
            Path.of(System.getenv("TIDEMARK_CERTIFICATE")));
    system.signIn(
        clerk.getProperty("person"), clerk.getProperty("password"), clerk.getProperty("secret"));
    HttpResponse<String> answer = system.lookUp(number.strip());
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(answer.body());
    System.exit(answer.statusCode() == 200 ? 0 : 1);
  }

  private void signIn(String person, String password, String secret) throws Exception {
    String body =
        "{\"person\": %s, \"password\": %s, \"code\": \"%s\"}"
            .formatted(quoted(person), quoted(password), code(secret, Instant.now()));
    HttpResponse<String> answer = post("/api/v1/sign-in", body);
    Matcher found = TOKEN.matcher(answer.body());
    if (answer.statusCode() != 200 || !found.find()) {
      throw new IllegalStateException("not signed in: " + answer.body());
    }
    token = found.group(1);
  }

  private HttpResponse<String> lookUp(String policyNumber) throws Exception {
    return post(
        "/api/v1/look-ups",
        "{\"task\": \"renewal\", \"kind\": \"保单号\", \"value\": %s}"
            .formatted(quoted(policyNumber)));
  }

  /** Every write has a key of its own. */
  private HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The one-time code of RFC 6238: SHA-1, 30 seconds, six digits. */
  private static String code(String secret, Instant now) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
    byte[] hash =
        mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
    int at = hash[hash.length - 1] & 15;
    int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
    return "%06d".formatted(number % 1_000_000);
  }

  private static byte[] base32(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    long bits = 0;
    int held = 0;
    for (char c : text.replace("=", "").toCharArray()) {
      bits = bits << 5 | BASE_32.indexOf(c);
      held += 5;
      if (held >= 8) {
        bytes.put((byte) (bits >> (held - 8)));
        held -= 8;
      }
    }
    return bytes.array();
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream file = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "tidemark", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }
}
