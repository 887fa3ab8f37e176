package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.server.Client.Said;
import io.tidemark.store.home.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is cut off while a write is being recorded. */
final class CutOffTest {
  private static final String REQUESTS = "/api/v1/requests";
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @TempDir private Path folder = Path.of(".");

  @Test
  void anAnswerThatIsLostAfterTheCommitIsNotTakenForAFailure() throws Exception {
    town.forgetFailures();
    try (Town.Beside beside = town.beside();
        Severed wire = new Severed(port(beside.database().jdbcUrl()))) {
      Path twin = twin(beside, wire.port());
      try (Home home = Home.open(twin, System.getenv());
          Server server = town.serve(home, clock, Town.GENEROUS, ServerSettings.More.NONE)) {
        Client wang = Client.of(server).as("wang.fang", town, clock);
        long before = town.home.journal().size();
        wire.loseNextCommit();
        Said said = wang.post(REQUESTS, "lost-answer", WriteOnceTest.wanted(Town.policyNumber(3)));
        said.is(409).by("outcome-unknown");
        assertThat(wire.lost()).isTrue();
        assertThat(town.kindsSince(before)).containsExactly("request");
        wang.post(REQUESTS, "lost-answer", WriteOnceTest.wanted(Town.policyNumber(3)))
            .is(409)
            .by("outcome-unknown");
        assertThat(town.kindsSince(before)).as("not done twice").containsExactly("request");
        assertThat(wang.get(REQUESTS + "?limit=1").is(200).json().get("items").size()).isOne();
        wang.post(REQUESTS, WriteOnceTest.wanted(Town.policyNumber(4))).is(201);
      }
    }
  }

  @Test
  void whatWasCutOffBeforeItDidNotHappenAndIsDoneUnderItsKeyAfterwards() throws Exception {
    town.forgetFailures();
    try (Server server = town.serve(clock)) {
      Client wang = Client.of(server).as("wang.fang", town, clock);
      long before = town.home.journal().size();
      Map<String, Object> wanted = WriteOnceTest.wanted(Town.policyNumber(5));
      CompletableFuture<HttpResponse<String>> write;
      try (Town.Beside held = town.stopTheLedger()) {
        write =
            wang.http()
                .sendAsync(
                    wang.posting(REQUESTS, wanted).header("Idempotency-Key", "cut-off").build(),
                    HttpResponse.BodyHandlers.ofString());
        town.awaitWaiting(held);
        held.run(
            "select pg_terminate_backend(pid) from pg_locks"
                + " where locktype = 'advisory' and not granted");
        HttpResponse<String> answer = write.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"unavailable\"");
      }
      assertThat(town.home.journal().size()).isEqualTo(before);
      wang.post(REQUESTS, "cut-off", wanted).is(201);
      assertThat(town.kindsSince(before)).containsExactly("request");
    }
  }

  private static int port(String url) {
    return URI.create(url.substring("jdbc:".length())).getPort();
  }

  /** A second node on the town's database, which it reaches by that port. */
  private Path twin(Town.Beside beside, int port) throws IOException {
    Path own = town.home.folder().path();
    Path twin = folder.resolve("twin");
    for (String part : List.of("home.properties", "keys", "ledger")) {
      copy(own.resolve(part), twin.resolve(part));
    }
    String url = beside.database().jdbcUrl();
    String database =
        url.replace(":" + port(url) + "/", ":" + port + "/")
            + (url.contains("?") ? "&" : "?")
            + ("user=" + beside.database().user() + "&password=" + beside.database().password());
    Path settings = twin.resolve("home.properties");
    Files.writeString(
        settings, Files.readString(settings).replace("database=embedded", "database=" + database));
    return twin;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copied, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
