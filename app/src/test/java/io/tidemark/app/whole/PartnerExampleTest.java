package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The example {@code examples/partner-list}, run against {@code serve}, and the partner's commands.
 */
final class PartnerExampleTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("project.root", "..")).resolve("examples/partner-list");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PORTFOLIO =
      """
      姓名,手机号,车牌号,厂牌型号,地址,保单号,终保日期
      张试一,13800130001,川A10001,大众牌SVW71810BU轿车,四川省成都市武侯区人民南路四段12号,PDAA202600000001,2027-03-01
      李试二,13800130002,川A10002,大众牌SVW71810BU轿车,四川省成都市武侯区人民南路四段14号,PDAA202600000002,2027-03-02
      王试三,13800130003,川A10003,大众牌SVW71810BU轿车,四川省成都市武侯区人民南路四段16号,PDAA202600000003,2027-03-03
      """;

  @TempDir private Path folder = Path.of(".");

  @Test
  void aPartnerWithItsOwnKeyFetchesItsListByCurlAndByJavaUntilItIsSuspended() throws Exception {
    Desk desk = Homes.small(folder);
    desk.json(0, "deposit", write("portfolio.csv", PORTFOLIO));
    run(
        0,
        List.of(
            "openssl",
            "req",
            "-new",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            file("agent.key"),
            "-subj",
            "/CN=agent",
            "-out",
            file("agent.csr")));
    JsonNode certified =
        desk.json(
            0,
            "partner",
            "certify",
            "ag-0001",
            "--csr",
            file("agent.csr"),
            "--out",
            file("agent.crt"));
    String book = write("book.csv", "保单号\nPDAA202600000001\nPDAA202600000002\n");
    assertThat(
            desk.json(0, "partner", "people", "ag-0001", "--subjects", book).get("people").asInt())
        .isEqualTo(2);
    Child served =
        Child.start(
            folder,
            Map.of(),
            List.of(
                "serve",
                "--port",
                "0",
                "--partner-port",
                "0",
                "--json",
                "--home",
                desk.home().toString()));
    try {
      JsonNode line = firstLine(served);
      String server = line.get("partner_url").asString().replace("127.0.0.1", "localhost");
      String trusted = line.get("certificate").asString();
      String[] curl = {
        "sh",
        EXAMPLE.resolve("fetch.sh").toString(),
        server,
        trusted,
        file("agent.key"),
        file("agent.crt"),
        "renewal-service"
      };
      JsonNode list = JSON.readTree(run(0, List.of(curl)));
      assertThat(list.get("rows").size()).isEqualTo(2);
      assertThat(list.toString()).contains("张试一", "李试二").doesNotContain("王试三");
      List<String> csv = new java.util.ArrayList<>(List.of(curl));
      csv.add("csv");
      assertThat(run(0, csv)).contains("姓名,").contains("张试一");
      run(
          0,
          List.of(
              "openssl",
              "pkcs12",
              "-export",
              "-inkey",
              file("agent.key"),
              "-in",
              file("agent.crt"),
              "-out",
              file("agent.p12"),
              "-passout",
              "env:PKCS12_PASSPHRASE"));
      List<String> java =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              EXAMPLE.resolve("FetchList.java").toString(),
              server,
              trusted,
              file("agent.p12"),
              "renewal-service");
      assertThat(JSON.readTree(run(0, java)).get("rows").size()).isEqualTo(2);

      noticesAreCheckedAndAcknowledged(desk, server, trusted);

      JsonNode watched = desk.json(0, "partner", "list").get("partners").get(0);
      assertThat(watched.get("state").asString()).isEqualTo("active");
      assertThat(watched.get("last_use").asString()).isNotEmpty();
      desk.json(0, "partner", "suspend", "ag-0001", "--why", "test");
      run(22, List.of(curl));
      desk.type("partner", "resume", "ag-0001").ends(4).because("not among your duties");
      desk.json(0, "partner", "revoke", certified.get("serial").asString(), "--why", "test");
      assertThat(
              desk.json(0, "partner", "list")
                  .get("partners")
                  .get(0)
                  .get("certificates")
                  .get(0)
                  .get("state")
                  .asString())
          .isEqualTo("revoked");
    } finally {
      served.process().destroy();
    }
    assertThat(served.end().exit()).isEqualTo(143);
    assertThat(desk.json(0, "ledger", "fsck").get("ok").asBoolean()).isTrue();
  }

  /** A notice of another home does not verify under this home's key. */
  private void noticesAreCheckedAndAcknowledged(Desk desk, String server, String trusted)
      throws Exception {
    desk.json(
        0,
        "consent",
        "import",
        write(
            "said.csv",
            "保单号,意愿,目的,时间,渠道,告知书\n"
                + "PDAA202600000002,refuse,renewal-service,2026-11-01,phone,2026-11\n"));
    desk.json(
        0, "ledger", "prove", "0", "--out", file("home.proof"), "--entry-out", file("home.entry"));
    String entry = Files.readString(folder.resolve("home.entry"));
    String key = entry.replaceFirst("(?s).*\nnotice-key ([0-9a-f]{64})\n.*", "$1");
    String foreign = write("foreign.entry", entry.replace(key, "00".repeat(31) + "01"));
    String done = file("done.json");
    String act = write("act.sh", "#!/bin/sh\ncat > '" + done + "'\n");
    assertThat(Path.of(act).toFile().setExecutable(true)).isTrue();
    List<String> fetch =
        List.of(
            "sh",
            EXAMPLE.resolve("notices.sh").toString(),
            server,
            trusted,
            file("agent.key"),
            file("agent.crt"));
    run(1, with(fetch, foreign, act));
    assertThat(Path.of(done)).doesNotExist();
    assertThat(run(0, with(fetch, file("home.entry")))).contains("川A10002");
    assertThat(run(0, with(fetch, file("home.entry"), act))).contains("acknowledged");
    assertThat(JSON.readTree(Files.readString(Path.of(done))).get("data").get("demand").asString())
        .isEqualTo("stop-using");
    assertThat(run(0, with(fetch, file("home.entry"), act))).isEmpty();
    assertThat(desk.json(0, "notices", "list").get("notices").get(0).get("state").asString())
        .isEqualTo("acknowledged");
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new java.util.ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** What a program said that ends with this status. */
  private String run(int exit, List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "said-", ".txt");
    Path err = Files.createTempFile(folder, "said-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("PKCS12_PASSPHRASE", "correct-horse-battery");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end: " + command);
    }
    assertThat(process.exitValue())
        .as("%s: %s %s", command, Files.readString(out), Files.readString(err))
        .isEqualTo(exit);
    return Files.readString(out);
  }

  private static JsonNode firstLine(Child served) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (System.nanoTime() < end && !served.process().waitFor(100, TimeUnit.MILLISECONDS)) {
      String out = Files.readString(served.out());
      if (out.endsWith("\n")) {
        return JSON.readTree(out);
      }
    }
    throw new AssertionError("it did not start: " + Files.readString(served.err()));
  }
}
