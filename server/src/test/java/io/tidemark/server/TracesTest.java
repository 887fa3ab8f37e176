package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tidemark.server.ServerSettings.More;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A collector is told of requests, and of nobody in them. */
@Timeout(120)
final class TracesTest {
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @Test
  void aCollectorHearsOfARequestWithoutItsValues() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    HttpServer collector =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          heard.add(text(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
    URI url = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
    try (Server server = town.serve(town.home, clock, Town.GENEROUS, More.NONE.withTraces(url))) {
      Client client = Client.of(server);
      Client wang = client.as("wang.fang", town, clock);
      wang.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(5))).is(201);
      wang.get("/api/v1/" + Town.mobile(6)).is(404);
      wang.post("/api/v1/requests", Map.of("to", List.of(Town.mobile(7)))).is(400);
    } finally {
      collector.stop(0); // the server has sent what it had when it ended
    }
    String all = String.join("\n", heard);
    assertThat(all).contains("tidemark", "/api/v1/requests", "/api/v1/sign-in");
    assertThat(all)
        .doesNotContain(
            Town.policyNumber(5), Town.mobile(6), Town.mobile(7), Client.PASSWORD, "wang.fang");
  }

  private static String text(byte[] body) throws IOException {
    boolean zipped = body.length > 1 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    return new String(
        zipped ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
        StandardCharsets.ISO_8859_1);
  }
}
