package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Selection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Second parties vouch for the ledger's head, and only for a ledger that grew. */
final class AnchorsTest {
  @TempDir private Path folder = Path.of(".");
  private final Company company = Company.get();
  private final Desk desk = company.desk;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String traced(int seed) throws Exception {
    Path leak = folder.resolve("leak-" + seed + ".csv");
    FileShape.UTF8.write(leak, new Selection.Sample(26, seed).on(company.copy(Company.AGENT)));
    return desk.json(0, "trace", leak.toString()).get("case").asString();
  }

  private JsonNode anchored(String id, String name) {
    desk.json(0, "evidence", id, "--out", file(name));
    Desk.Said said =
        Desk.say(List.of("verify", file(name), "--key", company.key, "--json", "--lang", "en"));
    for (JsonNode check : said.ends(0).json().get("checks")) {
      if (check.get("name").asString().equals("anchored")) {
        return check;
      }
    }
    throw new AssertionError("no check says whether the ledger is anchored: " + said.out());
  }

  @Test
  void aWitnessCosignsALedgerThatGrowsAndEvidenceIsAnchored() throws Exception {
    String first = traced(41);
    desk.type("ledger", "cosign", "--witness", file("absent.key")).ends(3);
    JsonNode cosigned =
        desk.json(0, "ledger", "cosign", "--witness", file("w.key"), "--create", "audit.example");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("w.key"))))
        .isEqualTo("rw-------");
    JsonNode check = anchored(first, "first.zip");
    assertThat(check.get("ok").asBoolean()).isTrue();
    assertThat(check.get("why").asString()).contains("audit.example");

    String second = traced(42);
    JsonNode again = desk.json(0, "ledger", "cosign", "--witness", file("w.key"));
    assertThat(again.get("size").asLong()).isGreaterThan(cosigned.get("size").asLong());
    assertThat(anchored(second, "second.zip").get("ok").asBoolean()).isTrue();
    desk.type("ledger", "cosign", "--witness", file("w.key"), "--create", "audit.example")
        .ends(2)
        .because("exists already");
    Files.writeString(folder.resolve("odd.key"), "audit.example\nnot hex\n");
    desk.type("ledger", "cosign", "--witness", file("odd.key"))
        .ends(3)
        .because("not a witness's file");
  }

  @Test
  void aTimeStampIsTakenFromAnAuthorityAtOnceOrInTwoSteps() throws Exception {
    try (Authority authority = Authority.open();
        Authority other = Authority.open()) {
      String certificate = authority.certificate(folder.resolve("tsa.crt")).toString();
      String id = traced(43);
      JsonNode stamped =
          desk.json(0, "ledger", "stamp", "--url", authority.url(), "--authority", certificate);
      assertThat(stamped.get("time").asString()).startsWith("20");
      JsonNode check = anchored(id, "stamped.zip");
      assertThat(check.get("ok").asBoolean()).isTrue();
      assertThat(check.get("why").asString()).contains("Loopback Time");

      desk.json(0, "ledger", "stamp", "--request-out", file("head.tsq"));
      Files.write(
          folder.resolve("head.tsr"),
          authority.answer(Files.readAllBytes(folder.resolve("head.tsq"))));
      desk.json(0, "ledger", "stamp", "--response", file("head.tsr"), "--authority", certificate);

      String wrong = other.certificate(folder.resolve("other.crt")).toString();
      desk.type("ledger", "stamp", "--response", file("head.tsr"), "--authority", wrong)
          .ends(3)
          .because("does not verify with the given certificate");
      desk.type("ledger", "stamp", "--url", authority.url(), "--authority", wrong)
          .ends(3)
          .because("no valid time stamp");
      traced(44);
      desk.type("ledger", "stamp", "--response", file("head.tsr"), "--authority", certificate)
          .ends(3)
          .because("over something else");
    }
  }

  @Test
  void anAuthorityThatCannotAnswerIsSaidSo() throws Exception {
    String gone;
    String certificate;
    try (Authority authority = Authority.open()) {
      gone = authority.url();
      certificate = authority.certificate(folder.resolve("gone.crt")).toString();
    }
    desk.type("ledger", "stamp", "--url", gone, "--authority", certificate)
        .ends(5)
        .because("cannot be reached");
    desk.type("ledger", "stamp", "--url", "no-address", "--authority", certificate)
        .ends(2)
        .because();
    desk.type("ledger", "stamp", "--url", "http://tsa.example.com/", "--authority", certificate)
        .ends(2)
        .because("takes https over a network", "--request-out");
    desk.type("ledger", "stamp", "--url", gone).ends(2).because("needs --request-out");
    Files.writeString(folder.resolve("odd.crt"), "odd");
    desk.type("ledger", "stamp", "--url", gone, "--authority", file("odd.crt"))
        .ends(3)
        .because("not an X.509 certificate");
  }

  @Test
  void aWitnessRefusesALedgerThatShrankOrForked() throws Exception {
    Desk other = Homes.small(folder);
    Folders.copy(other.home(), folder.resolve("backup"));
    grow(other, "a");
    other.json(0, "ledger", "cosign", "--witness", file("w.key"), "--create", "audit.example");

    Folders.remove(other.home());
    Folders.copy(folder.resolve("backup"), other.home());
    other.type("ledger", "cosign", "--witness", file("w.key")).ends(4).because("the ledger shrank");
    grow(other, "b");
    grow(other, "c");
    other.type("ledger", "cosign", "--witness", file("w.key")).ends(4).because("forked");
    other.typeIn("zh", "ledger", "cosign", "--witness", file("w.key")).ends(4).because("分叉");
  }

  private void grow(Desk other, String name) throws Exception {
    Path more =
        Files.writeString(
            folder.resolve(name + ".yaml"),
            "parties:\n  - {id: rs-%1$s, kind: repair-shop, name: 修理厂%1$s}\n".formatted(name));
    other.json(0, "chain", "apply", more.toString());
  }
}
