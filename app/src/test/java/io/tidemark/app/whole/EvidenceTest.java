package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.evidence.Bundle;
import io.tidemark.evidence.CaseFile;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.CaseJson;
import io.tidemark.formats.bundle.Content;
import io.tidemark.terms.Digest;
import io.tidemark.vault.KeyRing;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A bundle stands on its own, and every change to it shows. */
final class EvidenceTest {
  @TempDir private static Path folder = Path.of(".");
  private static String id = "";
  private final Company company = Company.get();
  private final Desk desk = company.desk;
  private final Path bundle = folder.resolve("bundle.zip");

  @BeforeEach
  void makeTheBundleOnce() throws Exception {
    if (Files.exists(bundle)) {
      return;
    }
    Path leak = folder.resolve("leak.csv");
    FileShape.UTF8.write(leak, new Selection.Sample(28, 12).on(company.copy(Company.AGENT)));
    id = desk.json(0, "trace", leak.toString()).get("case").asString();
    JsonNode made = desk.json(0, "evidence", id, "--out", bundle.toString());
    assertThat(made.get("sha256").asString()).isEqualTo(Ledgers.sha256(bundle));
  }

  private static Desk.Said verify(Path file, String... more) {
    List<String> args = new ArrayList<>(List.of("verify", file.toString(), "--lang", "en"));
    args.addAll(List.of(more));
    return Desk.say(args);
  }

  private static List<String> failed(Desk.Said said) {
    List<String> failed = new ArrayList<>();
    for (JsonNode check : said.json().get("checks")) {
      if (check.get("needed").asBoolean() && !check.get("ok").asBoolean()) {
        failed.add(check.get("name").asString());
      }
    }
    return failed;
  }

  @Test
  void aBundleIsValidWithItsKeyAndSaysSoWhenNoKeyIsGiven() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
        .isEqualTo("rw-------");
    Desk.Said with = verify(bundle, "--key", company.key, "--json").ends(0);
    assertThat(with.json().get("valid").asBoolean()).isTrue();
    assertThat(failed(with)).isEmpty();
    Desk.Said without = verify(bundle, "--json").ends(0);
    JsonNode key = without.json().get("checks");
    assertThat(key.toString()).contains("no key was given");
    verify(bundle).ends(0).because("The bundle is valid.");
    Desk.say(List.of("verify", bundle.toString(), "--lang", "zh")).ends(0).because("证据包有效。");
  }

  @Test
  void itSaysWhatItVerifiedAndThatNobodyComparedTheMaterial() {
    Desk.Said said = verify(bundle, "--key", company.key, "--json").ends(0);
    JsonNode verified = said.json().get("verified");
    assertThat(verified.get("case").asString()).isEqualTo(id);
    assertThat(verified.get("verdict").asString()).isEqualTo("named");
    assertThat(verified.get("accused").get(0).asString()).isEqualTo(Company.AGENT);
    assertThat(verified.get("bounds").get(0).asDouble())
        .isLessThanOrEqualTo(verified.get("threshold").asDouble());
    assertThat(verified.get("attempt").asInt()).isEqualTo(1);
    assertThat(verified.get("candidates").asInt()).isGreaterThan(1);
    assertThat(verified.get("material").get(0).get("name").asString()).isEqualTo("leak.csv");
    assertThat(verified.get("reports_checked").asBoolean()).isFalse();
    verify(bundle, "--key", company.key)
        .ends(0)
        .because(
            "The bundle is valid.",
            id,
            "accused: " + Company.AGENT,
            "leak.csv, SHA-256",
            "are not checked",
            "! material: the leaked files were not shown");
  }

  @Test
  void theMaterialThatIsShownIsTheCasesOrTheBundleIsNotValid() throws Exception {
    Path leak = folder.resolve("leak.csv");
    verify(bundle, "--key", company.key, "--material", leak.toString())
        .ends(0)
        .because("✓ material");
    Path other = Files.writeString(folder.resolve("other.csv"), "手机号\n13800138000\n");
    Desk.Said said = verify(bundle, "--json", "--material", other.toString()).ends(1);
    assertThat(failed(said)).containsExactly("material");
    assertThat(said.json().has("verified")).isFalse();
    verify(bundle, "--material", leak.toString(), other.toString()).ends(1);
    verify(bundle, "--material", folder.resolve("none.csv").toString()).ends(3);
  }

  @Test
  void anotherLedgersKeyDoesNotFit() {
    String other = "tidemark/other+" + "3a5e6d2c+" + "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAh";
    assertThat(verify(bundle, "--key", other).exit()).isIn(1, 2);
    verify(bundle, "--key", "nonsense").ends(2).because("--key");
  }

  @Test
  void aBitThatIsTurnedAnywhereShows() throws Exception {
    byte[] whole = Files.readAllBytes(bundle);
    SplittableRandom random = new SplittableRandom(20261124);
    Path turned = folder.resolve("turned.zip");
    for (int n = 0; n < 200; n++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      int bit = 1 << random.nextInt(8);
      bytes[at] ^= (byte) bit;
      Files.write(turned, bytes);
      Desk.Said said = verify(turned, "--key", company.key);
      assertThat(said.exit()).as("bit %s of byte %s: %s", bit, at, said.err()).isIn(1, 3);
      said.because();
    }
  }

  @Test
  void aBundleThatIsCutShortOrIsNoneIsNotSound() throws Exception {
    byte[] whole = Files.readAllBytes(bundle);
    Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, 4000));
    verify(cut).ends(3).because("not a sound bundle");
    Path empty = Files.write(folder.resolve("empty.zip"), new byte[0]);
    verify(empty).ends(3).because("not a sound bundle");
    verify(folder.resolve("absent.zip")).ends(3).because("no such file");
  }

  /** Whoever has the insurer's manifest key can sign another case file, but not the ledger. */
  @Test
  void aNumberThatIsChangedAndSignedAnewIsFoundByTheCheckThatRecomputesIt() throws Exception {
    Content content = BundleFile.read(bundle).content();
    CaseFile file = content.bundle().file();
    CaseFile.Ranked best = file.ranking().get(0);
    List<CaseFile.Ranked> ranking = new ArrayList<>(file.ranking());
    ranking.set(
        0,
        new CaseFile.Ranked(
            best.party(),
            best.disclosure(),
            best.logMarks() + 1,
            best.logHoney(),
            best.honey(),
            best.honeyAmong(),
            best.bound() / 2,
            best.posterior(),
            best.rowsExplained(),
            best.late(),
            best.lacking(),
            best.accused()));
    Path forged = signedAnew(content, with(file, file.candidates(), ranking), "forged.zip");
    Desk.Said said = verify(forged, "--key", company.key, "--json").ends(1);
    assertThat(failed(said)).contains("case", "score", "bound").doesNotContain("manifest");

    Path fewer = signedAnew(content, with(file, 1, file.ranking()), "fewer.zip");
    assertThat(failed(verify(fewer, "--key", company.key, "--json").ends(1)))
        .contains("case", "bound")
        .doesNotContain("manifest", "score");
    verify(fewer, "--key", company.key).ends(1).because("The bundle is NOT valid.", "✗ case");
  }

  private static CaseFile with(CaseFile file, int candidates, List<CaseFile.Ranked> ranking) {
    return new CaseFile(
        file.id(),
        file.attempt(),
        file.material(),
        file.rows(),
        file.verdict(),
        candidates,
        file.threshold(),
        file.outside(),
        file.seen(),
        ranking,
        file.leak(),
        file.honey());
  }

  private Path signedAnew(Content content, CaseFile file, String name) throws Exception {
    Bundle old = content.bundle();
    Bundle changed =
        new Bundle(
            file,
            Digest.sha256(new CaseJson().write(file)),
            old.accused(),
            old.attribution(),
            old.inquiry(),
            old.ledger());
    Path target = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(target)) {
      BundleFile.write(
          out,
          new Content(changed, content.places(), content.html(), content.pdf()),
          company.held.keys().key(KeyRing.Use.MANIFEST));
    }
    return target;
  }

  @Test
  void evidenceIsOfACaseThatIsThereAndOverwritesNothing() {
    desk.type("evidence", "c-0000000000000000", "--out", folder.resolve("no.zip").toString())
        .ends(2)
        .because("no such case");
    desk.type("evidence", "nonsense", "--out", folder.resolve("no.zip").toString())
        .ends(2)
        .because("no such case");
    desk.type("evidence", id, "--out", bundle.toString()).ends(2).because("not overwritten");
    desk.type("evidence", id, "--out", folder.resolve("no/such/b.zip").toString())
        .ends(2)
        .because("no such folder");
    desk.type(company.as("wang.fang", "evidence", id, "--out", folder.resolve("w.zip").toString()))
        .ends(4)
        .because("duties");
    assertThat(folder).isDirectoryNotContaining("glob:**{no,w}.zip");
  }
}
