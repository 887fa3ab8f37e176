package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Checkpoint;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that is asked to stop while a write is being recorded. */
final class StopTest {
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @Test
  void whatHasBegunIsFinishedAndPublishedAndNothingNewIsTaken() throws Exception {
    town.forgetFailures();
    Server server = town.serve(clock);
    Client wang = Client.of(server).as("wang.fang", town, clock);
    CompletableFuture<HttpResponse<String>> write;
    CompletableFuture<Void> stopping;
    long before = town.home.journal().size();
    try (Town.Beside held = town.stopTheLedger()) {
      write =
          wang.http()
              .sendAsync(
                  wang.posting("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(9)))
                      .header("Idempotency-Key", "stop-1" + before)
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      town.awaitWaiting(held);
      stopping = CompletableFuture.runAsync(server::close);
      awaitRefusal(server);
      assertThat(write).isNotDone();
      assertThat(stopping).isNotDone();
    }
    assertThat(write.get().statusCode()).isEqualTo(201);
    stopping.get();
    server.awaitEnd();
    assertThat(town.kindsSince(before)).containsExactly("request");
    assertThat(Objects.requireNonNull(town.home.ledger().tiles().published()))
        .extracting(Checkpoint::size)
        .isEqualTo(before + 1);
  }

  /** Until new connections are refused; each try is a connection of its own. */
  private static void awaitRefusal(Server server) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      try (Socket socket = new Socket(server.url().getHost(), server.url().getPort())) {
        Thread.onSpinWait();
      } catch (ConnectException e) {
        return;
      }
    }
    throw new AssertionError("the server takes new connections");
  }
}
