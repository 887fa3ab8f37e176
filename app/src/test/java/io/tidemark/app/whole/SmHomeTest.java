package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.LedgerExtract;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.ledger.SignedNote;
import io.tidemark.store.home.Home;
import io.tidemark.vault.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A home of the suite {@code sm}, from its first entry to an erasure and a restore. */
final class SmHomeTest {
  private static final int PEOPLE = 400;

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));
  private String key = "";
  private List<List<String>> rows = List.of();

  @BeforeEach
  void makeAHome() throws Exception {
    desk = new Desk(folder.resolve("home"));
    Path chain = Files.writeString(folder.resolve("chain.yaml"), Homes.CHAIN);
    JsonNode made = desk.json(0, "init", "--chain", chain.toString(), "--cryptography", "sm");
    assertThat(made.get("cryptography").asString()).isEqualTo("sm");
    key = made.get("public_key").asString();
    rows = new PortfolioGenerator(5, PEOPLE, Untidiness.none()).rows().limit(PEOPLE).toList();
    desk.json(0, "deposit", list("portfolio.csv", rows));
  }

  private String list(String name, List<List<String>> policies) throws Exception {
    Path file = folder.resolve(name);
    PortfolioFile.write(
        file, StandardCharsets.UTF_8, PortfolioGenerator.COLUMNS, policies.stream());
    return file.toString();
  }

  private Path evidence(String name) {
    Path leaked = Homes.copy(desk, folder.resolve(name + ".csv"));
    JsonNode traced = desk.json(0, "trace", leaked.toString());
    assertThat(traced.get("accused").get(0).get("party").asString()).isEqualTo("ag-0001");
    Path bundle = folder.resolve(name + ".zip");
    desk.json(0, "evidence", traced.get("case").asString(), "--out", bundle.toString());
    return bundle;
  }

  /** Verified by whoever has the file and the key alone. */
  private void verifies(Path bundle) {
    JsonNode said =
        Desk.say(List.of("verify", bundle.toString(), "--key", key, "--json", "--lang", "en"))
            .ends(0)
            .json();
    assertThat(said.get("valid").asBoolean()).isTrue();
    for (JsonNode check : said.get("checks")) {
      if (check.get("name").asString().equals("suite")) {
        assertThat(check.get("ok").asBoolean()).isTrue();
        assertThat(check.get("why").asString()).contains("suite sm", "SM2");
        return;
      }
    }
    throw new AssertionError("no check of the suite");
  }

  @Test
  void theWholeStoryHoldsWithSmAndSoDoesWhatWasProvedBeforeARotation() throws Exception {
    Path before = evidence("before");
    verifies(before);
    JsonNode shown = desk.json(0, "keys", "show");
    assertThat(shown.get("cryptography").asString()).isEqualTo("sm");
    assertThat(shown.get("suite").asString()).contains("SM4-GCM", "SM3", "SM2");

    desk.json(0, "keys", "rotate-master");
    desk.json(0, "keys", "rotate-data");
    verifies(before);
    verifies(evidence("after"));

    String credential = folder.resolve("liu.min.key").toString();
    desk.json(0, "people", "enrol", "liu.min", "--key-out", credential);
    JsonNode erased =
        desk.json(
            0,
            "erase",
            "--subjects",
            list("one.csv", rows.subList(7, 8)),
            "--why",
            "asked for",
            "--as",
            "liu.min",
            "--credential",
            credential);
    assertThat(erased.toString()).contains("\"people\":1");
    JsonNode again = desk.json(0, "deposit", list("again.csv", rows));
    assertThat(again.get("erased_before").asInt()).isPositive();
    desk.type("ledger", "fsck").ends(0);
    verifies(before);
    verifies(evidence("at-last"));
  }

  @Test
  void aBackupComesBackAsAHomeOfTheSameSuite() throws Exception {
    String backup = folder.resolve("backup").toString();
    desk.json(0, "backup", "--to", backup);
    Desk restored = new Desk(folder.resolve("restored"));
    restored.json(
        0,
        "restore",
        "--from",
        backup,
        "--master-key",
        desk.home().resolve("keys/master.key").toString());
    assertThat(restored.json(0, "keys", "show").get("cryptography").asString()).isEqualTo("sm");
    restored.type("ledger", "fsck").ends(0);
  }

  @Test
  void theSuiteIsChosenOnceForAll() throws Exception {
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(home.keys().suite()).isEqualTo(Suite.SM);
      assertThat(Ledgers.of(home).values("init", "suite")).containsExactly("sm");
    }
    Path settings = desk.home().resolve("home.properties");
    String right = Files.readString(settings);
    Files.writeString(settings, right.replace("cryptography=sm", "cryptography=international"));
    desk.type("ledger", "fsck").ends(5).because("chosen at init and never changed");
    desk.typeIn("zh", "ledger", "fsck").ends(5).because("密码套件在 init 时确定");
    Files.writeString(settings, right.replace("cryptography=sm\n", ""));
    desk.type("ledger", "fsck").ends(5).because("chosen at init and never changed");
    Files.writeString(settings, right.replace("cryptography=sm", "cryptography=rot13"));
    desk.type("ledger", "fsck").ends(5).because("home.properties is not whole");
    Files.writeString(settings, right);
    desk.type("ledger", "fsck").ends(0);
    new Desk(folder.resolve("none"))
        .type("init", "--cryptography", "rot13")
        .ends(2)
        .because("international or sm");
  }

  @Test
  void aHeadWithoutItsSm2LineIsFoundByFsckAndByVerify() throws Exception {
    Path bundle = evidence("honest");
    Bundle honest = BundleFile.read(bundle).bundle();
    assertThat(failed(honest)).isEmpty();
    SignedNote head = honest.ledger().checkpoint();
    SignedNote once = new SignedNote(head.text(), head.signatures().subList(0, 1));
    assertThat(failed(with(honest, once))).containsExactly("suite");

    Path checkpoint = desk.home().resolve("ledger/checkpoint");
    SignedNote published = SignedNote.parse(Files.readAllBytes(checkpoint));
    assertThat(published.signatures()).hasSize(2);
    Files.write(
        checkpoint, new SignedNote(published.text(), published.signatures().subList(0, 1)).bytes());
    desk.type("ledger", "fsck").ends(1).because("has no SM2 signature that holds");
    desk.typeIn("zh", "ledger", "fsck").ends(1).because("没有有效的 SM2 签名");
  }

  private static List<String> failed(Bundle bundle) {
    return new Verification(bundle, Optional.of(bundle.ledger().key()))
        .run().stream().filter(check -> check.needed() && !check.ok()).map(Check::name).toList();
  }

  private static Bundle with(Bundle honest, SignedNote head) {
    return new Bundle(
        honest.file(),
        honest.fileDigest(),
        honest.accused(),
        honest.attribution(),
        honest.inquiry(),
        new LedgerExtract(
            honest.ledger().entries(),
            head,
            honest.ledger().key(),
            honest.ledger().witnesses(),
            honest.ledger().stamps()));
  }
}
