package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example {@code examples/renewal-clerk}: the script and the program, as they stand there. */
final class RenewalClerkTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root", ".."))
          .toAbsolutePath()
          .normalize()
          .resolve("examples/renewal-clerk");
  private static final String PASSWORD = "correct-horse-battery";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder = Path.of(".");

  @Test
  void theScriptAndTheProgramShowTheClerksCustomerAndNobodyElse() throws Exception {
    Counter counter = Counter.open(folder);
    Child served =
        Child.start(
            folder,
            Map.of(),
            List.of("serve", "--port", "0", "--json", "--home", counter.desk().home().toString()));
    try {
      JsonNode line = ServeTest.firstLine(served);
      Map<String, String> where =
          Map.of(
              "TIDEMARK_URL", line.get("url").asString(),
              "TIDEMARK_CERTIFICATE", line.get("certificate").asString());
      String secret = openAccount(counter, line);

      String clerk =
          Counter.file(
              folder,
              "clerk.properties",
              "person=lin.na\npassword=" + PASSWORD + "\nsecret=" + secret + "\n");
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      List<String> program = List.of(java, EXAMPLE.resolve("RenewalClerk.java").toString(), clerk);
      Ended shown = run(where, program, Counter.POLICY);
      assertThat(shown.exit()).as(shown.err()).isZero();
      assertThat(shown.out()).contains(Counter.NAME, "\"copy\":false");

      String code = nextCode(secret);
      String signIn =
          Counter.file(
              folder,
              "shown.json",
              JSON.writeValueAsString(
                  Map.of("person", "lin.na", "password", PASSWORD, "code", code)));
      List<String> script = List.of("sh", EXAMPLE.resolve("look-up.sh").toString(), signIn);
      Ended nobody = run(where, script, Counter.OTHER);
      assertThat(nobody.exit()).as(nobody.err()).isEqualTo(1);
      assertThat(nobody.err()).contains("nobody-shown").doesNotContain(Counter.OTHER);
    } finally {
      served.process().destroy();
    }
    assertThat(served.end().exit()).isEqualTo(143);
  }

  /** A code that was not used yet: of the next half minute, which counts already. */
  private static String nextCode(String secret) throws Exception {
    return new com.eatthepath.otp.TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(
            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"),
            Instant.now().plusSeconds(30));
  }

  private static String openAccount(Counter counter, JsonNode line) throws Exception {
    String invitation =
        counter.desk().json(0, "people", "invite", "lin.na").get("invitation").asString();
    HttpClient client =
        ServeTest.client(ServeTest.certificate(Path.of(line.get("certificate").asString())));
    String body = JSON.writeValueAsString(Map.of("invitation", invitation, "password", PASSWORD));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(line.get("url").asString()).resolve("/api/v1/sign-in/enrol"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "enrol-1")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return JSON.readTree(answer.body()).get("code_secret").asString();
  }

  private record Ended(int exit, String out, String err) {}

  private Ended run(Map<String, String> where, List<String> command, String typed)
      throws Exception {
    Path in = Files.writeString(folder.resolve("number.txt"), typed + "\n");
    Path out = Files.createTempFile(folder, "example", ".out");
    Path err = Files.createTempFile(folder, "example", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(where);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the example did not end");
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
