package io.tidemark.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.server.Client.Said;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a caller sends or is given stands on the console, in a file or in the database. */
final class QuietTest {
  private final Town town = Town.get();
  private final MovableClock clock = new MovableClock();

  @Test
  void noPersonalValueAndNoSecretIsLoggedOrKeptInPlain() throws Exception {
    town.forgetFailures();
    town.told.clear();
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    List<String> secrets =
        new ArrayList<>(List.of(Client.PASSWORD, Town.mobile(5), Town.policyNumber(5)));
    try (PrintStream caught = new PrintStream(console, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      try (Server server = town.serve(clock)) {
        secrets.addAll(use(Client.of(server)));
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    secrets.forEach(secret -> assertThat(town.told.toString()).doesNotContain(secret));
    assertThat(town.told.toString()).contains("fault ").doesNotContain("relation", "SQL state");
    for (byte[] entry : town.home.entries(0, 100_000)) {
      String text = new String(entry, StandardCharsets.UTF_8);
      secrets.forEach(secret -> assertThat(text).doesNotContain(secret));
    }
    nothingIn(town.home.folder().path(), secrets);
  }

  /** Uses every way that could leave a trace; what must leave none. */
  private List<String> use(Client client) throws Exception {
    String invitation = town.invitation("wang.fang");
    Said account =
        client
            .post(
                "/api/v1/sign-in/enrol",
                Map.of("invitation", invitation, "password", Client.PASSWORD))
            .is(201);
    String secret = account.text("code_secret");
    Client.App app =
        new Client.App("wang.fang", new org.apache.commons.codec.binary.Base32().decode(secret));
    String token = client.post("/api/v1/sign-in", app.shows(clock)).is(200).text("token");
    Client wang = client.with("Authorization", "Bearer " + token);
    Map<String, Object> byPhone = new LinkedHashMap<>(WriteOnceTest.wanted());
    byPhone.put("subjects", Map.of("kind", "手机号", "values", List.of(Town.mobile(5))));
    wang.post("/api/v1/requests", byPhone).is(201);
    byPhone.remove("subjects");
    byPhone.put("where", "手机号=" + Town.mobile(5));
    wang.post("/api/v1/requests", byPhone).is(403).by("condition-names-people");
    wang.get("/api/v1/requests?after=" + Town.mobile(5)).is(400);
    client.post(
        "/api/v1/sign-in",
        Map.of("person", Town.mobile(5), "password", Client.PASSWORD, "code", "1"));
    aFault(wang);
    String attempt = client.post("/api/v1/sign-in/passkey", Map.of()).is(200).text("attempt");
    return List.of(invitation, secret, token, attempt);
  }

  /** A table that is gone for a moment: the fault is told by class and place. */
  private void aFault(Client wang) throws Exception {
    try (Town.Beside beside = town.beside()) {
      beside.run("alter table policy rename to policy_away");
      try {
        beside.run("update party set name = name"); // the rules are read again
        Said fault = wang.get("/api/v1/policy");
        assertThat(fault.status()).isIn(200, 503);
        wang.post("/api/v1/requests", WriteOnceTest.wanted(Town.policyNumber(5)));
      } finally {
        beside.run("alter table policy_away rename to policy");
      }
    }
  }

  private static void nothingIn(Path home, List<String> secrets) throws Exception {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(read(file), StandardCharsets.ISO_8859_1);
        for (String secret : secrets) {
          assertThat(bytes.contains(secret)).as("%s in %s", secret, file).isFalse();
        }
      }
    }
  }

  /** The server may take a file away while it is looked for. */
  private static byte[] read(Path file) throws Exception {
    try {
      return Files.readAllBytes(file);
    } catch (java.nio.file.NoSuchFileException e) {
      return new byte[0];
    }
  }
}
