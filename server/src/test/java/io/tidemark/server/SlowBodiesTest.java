package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.server.Client.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sends a body slowly has few at once, each for a bounded time. */
final class SlowBodiesTest {
  private static final int OF_PERSON = 8;
  private static final int LENGTH = 4_000;

  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();
  private final List<Slow> open = new ArrayList<>();
  private Server server;
  private Client client;

  @BeforeEach
  void serve() throws Exception {
    town.forgetFailures();
    server = town.serve(clock);
    client = Client.of(server);
  }

  @AfterEach
  void stop() throws Exception {
    for (Slow slow : open) {
      slow.socket().close();
    }
    server.close();
  }

  /** Somebody who has sent all of a request but its body, of which so much was sent. */
  private record Slow(SSLSocket socket, AtomicInteger sent) {
    void send(String bytes) throws IOException {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      sent.addAndGet(bytes.length());
    }

    /** A byte more, so that the connection is not taken for dead. */
    void goOn() {
      try {
        send(" ");
      } catch (IOException e) {
        sent.incrementAndGet(); // it was closed, as some are
      }
    }

    /** The beginning of the answer. */
    String answer() throws IOException {
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private Slow begin(String from, String method, String path, String... headers) throws Exception {
    SSLContext tls = HttpClients.trustingAnybody();
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket();
    Slow slow = new Slow(socket, new AtomicInteger());
    open.add(slow);
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
    socket.connect(new InetSocketAddress(server.url().getHost(), server.url().getPort()));
    socket.startHandshake();
    List<String> lines = new ArrayList<>();
    lines.add(method + " " + path + " HTTP/1.1");
    lines.add("Host: localhost");
    lines.add("Content-Type: application/json");
    lines.add("Content-Length: " + LENGTH);
    lines.addAll(List.of(headers));
    String head = String.join("\r\n", lines) + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    slow.send("{");
    return slow;
  }

  private Slow signIn(String from, int number) throws Exception {
    return begin(from, "POST", "/api/v1/sign-in", "Idempotency-Key: slow-" + number);
  }

  /**
   * Until so many bodies are on their way, of which each goes on once a second; each look is a
   * request, bounded in time.
   */
  private void await(int unfinished) throws Exception {
    long begun = System.nanoTime();
    long last = begun;
    String seen = "";
    while (System.nanoTime() - begun < Duration.ofSeconds(60).toNanos()) {
      if (System.nanoTime() - last > Duration.ofSeconds(1).toNanos()) {
        open.forEach(Slow::goOn);
        last = System.nanoTime();
      }
      seen = client.get("/metrics").is(200).body();
      if (seen.contains("tidemark_bodies_unfinished " + unfinished + ".0")) {
        return;
      }
    }
    throw new AssertionError(
        seen.lines().filter(line -> line.contains("tidemark_bodies")).toList().toString());
  }

  @Test
  void aSlowPersonStopsNobodyElseAtTheSameAddress() throws Exception {
    String token = client.as("wang.fang", town, clock).headers().get("Authorization");
    List<Slow> slow = new ArrayList<>();
    for (int i = 0; i < OF_PERSON + 1; i++) {
      slow.add(
          begin(
              "127.0.0.1",
              "POST",
              "/api/v1/requests",
              "Authorization: " + token,
              "Idempotency-Key: slow-" + i));
      if (i == OF_PERSON - 1) {
        await(OF_PERSON);
      }
    }
    assertThat(slow.get(OF_PERSON).answer()).isEqualTo("HTTP/1.1 429");
    client
        .as("he.jun", town, clock)
        .post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(2)))
        .is(201);
  }

  @Test
  void aBodyHasTwentySeconds() throws Exception {
    Slow inTime = signIn("127.0.0.1", 1);
    await(1);
    clock.forward(Duration.ofSeconds(19));
    inTime.send("\"a\":1}" + " ".repeat(LENGTH - 6 - inTime.sent().get()));
    assertThat(inTime.answer()).isEqualTo("HTTP/1.1 400");
    inTime.socket().close();
    open.clear();
    Slow late = signIn("127.0.0.1", 2);
    await(1);
    clock.forward(Duration.ofSeconds(21));
    late.send(" ");
    assertThat(late.answer()).isEqualTo("HTTP/1.1 408");
  }

  @Test
  void aSmallBodyThatIsTooLargeStillGetsItsAnswer() throws Exception {
    Said said =
        client.post("/api/v1/sign-in", java.util.Map.of("person", "x".repeat(100_000))).is(413);
    said.by("body-too-large");
  }
}
