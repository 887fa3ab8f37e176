package io.tidemark.bench.authority;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process of its own that looks people up over HTTPS at a steady rate, whatever the server takes:
 * each request has its time, and its latency counts from then. An {@link Order} comes in as JSON on
 * standard input, a list of {@link Result}s goes out on standard output: of the first rate, and of
 * lower ones until one is held.
 */
public final class LookUpLoad {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PASSWORD = "correct-horse-battery";

  private static final int CONNECTIONS = 32;

  /** How often a customer of another's book is asked for. */
  private static final int STRANGER_EACH = 10;

  private final HttpClient http;
  private final SSLSocketFactory sockets;
  private final URI server;

  /**
   * A clerk.
   *
   * @param own policy numbers of the own book
   */
  record Clerk(String person, String invitation, List<String> own) {}

  /**
   * What to do.
   *
   * @param rates look-ups a second, the highest first
   * @param warm seconds that are not measured
   * @param seconds for which each rate is measured
   * @param p99 in nanoseconds; a rate with it or less and without an error is held
   */
  record Order(
      String url,
      String certificate,
      List<Clerk> clerks,
      List<Integer> rates,
      int warm,
      int seconds,
      long p99) {}

  /**
   * What came of it, in nanoseconds.
   *
   * @param wrong how many answers were none (0) or others than expected, by their status
   */
  record Result(
      int perSecond, long requests, Map<Integer, Integer> wrong, long p50, long p99, long most) {
    boolean holds(long bar) {
      return p99 <= bar && errors() == 0;
    }

    long errors() {
      return wrong.values().stream().mapToLong(Integer::longValue).sum();
    }
  }

  private List<KeptConnection> connect() throws IOException {
    List<KeptConnection> lines = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      lines.add(new KeptConnection(sockets, server.getHost(), server.getPort()));
    }
    return lines;
  }

  private LookUpLoad(SSLContext tls, URI server) {
    this.http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
    this.sockets = tls.getSocketFactory();
    this.server = server;
  }

  /** Does what standard input orders. */
  public static void main(String[] args) throws Exception {
    Order order = JSON.readValue(System.in.readAllBytes(), Order.class);
    LookUpLoad load =
        new LookUpLoad(trusting(Path.of(order.certificate())), URI.create(order.url()));
    List<String> tokens = new ArrayList<>();
    for (Clerk clerk : order.clerks()) {
      tokens.add(load.signIn(clerk));
    }
    List<KeptConnection> lines = load.connect();
    load.run(lines, order, tokens, order.rates().get(0), order.warm());
    List<Result> results = new ArrayList<>();
    for (int rate : order.rates()) {
      Result result = load.run(lines, order, tokens, rate, order.seconds());
      results.add(result);
      if (result.holds(order.p99())) {
        break;
      }
    }
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .println(JSON.writeValueAsString(results));
    System.exit(0);
  }

  /**
   * So many callers with a connection each, as another system's pool has them; who is late because
   * all of them wait counts as late.
   */
  private Result run(
      List<KeptConnection> lines, Order order, List<String> tokens, int perSecond, int seconds)
      throws Exception {
    int many = perSecond * seconds;
    long[] nanos = new long[many];
    Map<Integer, Integer> wrong = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    long begun = System.nanoTime();
    List<Callable<Void>> callers = new ArrayList<>();
    for (KeptConnection line : lines) {
      callers.add(
          () -> {
            for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
              long due = begun + TimeUnit.SECONDS.toNanos(i) / perSecond;
              for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
              }
              boolean stranger = i % STRANGER_EACH == STRANGER_EACH - 1;
              int status = lookUp(line, order, tokens, i, stranger);
              nanos[i] = System.nanoTime() - due;
              if (status != (stranger ? 404 : 200)) {
                wrong.merge(status, 1, Integer::sum);
              }
            }
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(lines.size());
    try {
      for (Future<Void> one : threads.invokeAll(callers)) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    Arrays.sort(nanos);
    return new Result(
        perSecond,
        many,
        new TreeMap<>(wrong),
        nanos[many / 2],
        nanos[many * 99 / 100],
        nanos[many - 1]);
  }

  /** The status of the answer; 0 for none. */
  private int lookUp(
      KeptConnection line, Order order, List<String> tokens, int i, boolean stranger) {
    int clerk = i % tokens.size();
    List<String> book = order.clerks().get(stranger ? (clerk + 1) % tokens.size() : clerk).own();
    String number = book.get(i / tokens.size() % book.size());
    byte[] body = JSON.writeValueAsBytes(Map.of("task", "renewal", "kind", "保单号", "value", number));
    return line.post("/api/v1/look-ups", tokens.get(clerk), body);
  }

  private HttpRequest.Builder post(String path, Object body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private String signIn(Clerk clerk) throws IOException, InterruptedException {
    JsonNode account =
        send(
            "/api/v1/sign-in/enrol",
            Map.of("invitation", clerk.invitation(), "password", PASSWORD));
    String code = OneTimeCode.of(account.get("code_secret").asString(), Instant.now());
    JsonNode session =
        send(
            "/api/v1/sign-in",
            Map.of("person", clerk.person(), "password", PASSWORD, "code", code));
    return session.get("token").asString();
  }

  /** Signing in is limited for each address: whoever comes too often waits. */
  private JsonNode send(String path, Object body) throws IOException, InterruptedException {
    for (; ; ) {
      HttpResponse<String> answer =
          http.send(post(path, body).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 == 2) {
        return JSON.readTree(answer.body());
      }
      if (answer.statusCode() != 429) {
        throw new IOException(path + " answered " + answer.statusCode());
      }
      TimeUnit.SECONDS.sleep(answer.headers().firstValueAsLong("Retry-After").orElse(1));
    }
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    try (InputStream file = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls;
  }
}
