package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.app.Session;
import io.tidemark.authorise.Actor;
import io.tidemark.chainsim.portfolio.PortfolioFile;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.custody.SealedChunk;
import io.tidemark.ledger.Entry;
import io.tidemark.store.home.Home;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.vault.Content;
import io.tidemark.vault.Rotation;
import io.tidemark.vault.Salt;
import io.tidemark.vault.SealedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Keys change while the home lives on; cut off anywhere, nothing is lost. */
final class KeyRotationTest {
  private static final int PEOPLE = 4_400;
  private static final int CRASHES = 6;

  @TempDir private Path folder = Path.of(".");
  private Desk desk = new Desk(Path.of("."));

  @BeforeEach
  void makeAHome() throws Exception {
    desk = Homes.small(folder);
  }

  private Path masterKey() {
    return desk.home().resolve("keys/master.key");
  }

  private Path nextKey() {
    return desk.home().resolve("keys/master.key.next");
  }

  private Path portfolio(String name, int seed, int people) throws Exception {
    Path file = folder.resolve(name);
    PortfolioGenerator generator = new PortfolioGenerator(seed, people, Untidiness.none());
    PortfolioFile.write(
        file, PortfolioFile.GB18030, PortfolioGenerator.COLUMNS, generator.rows().limit(people));
    return file;
  }

  private void deposit() throws Exception {
    desk.json(0, "deposit", portfolio("portfolio.csv", 5, PEOPLE).toString());
  }

  /** Who has rows whose policies end in one of the next months, as the agent receives them. */
  private List<String> copy(String name) throws Exception {
    Path file = Homes.copy(desk, folder.resolve(name));
    return Files.readAllLines(file).stream().sorted().toList();
  }

  private List<String> line(String... command) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--home", desk.home().toString(), "--json", "--lang", "en"));
    return line;
  }

  @Test
  void theMasterKeyChangesAndTheDataStays() throws Exception {
    deposit();
    List<String> before = copy("before.csv");
    String old = Files.readString(masterKey());

    try (Home held = Home.open(desk.home(), System.getenv())) {
      JsonNode said = desk.json(0, "keys", "rotate-master");
      assertThat(said.get("master_key").asString()).isEqualTo("file");
      assertThat(held.vault().epoch()).as("an open process goes on").isEqualTo(1);
      Optional<Entry> entry = Ledgers.of(held).entries().stream().reduce((a, b) -> b);
      assertThat(entry.orElseThrow().kind()).isEqualTo("key-rotation");
      assertThat(desk.json(0, "keys", "rotate-data", "--shred").get("shredded").asBoolean())
          .isTrue();
      assertThat(held.vault().epoch()).as("and opens keys of afterwards").isEqualTo(2);
    }

    String present = Files.readString(masterKey());
    assertThat(present).isNotEqualTo(old);
    assertThat(nextKey()).doesNotExist();
    assertThat(copy("after.csv")).isEqualTo(before);
    Files.writeString(masterKey(), old);
    desk.type("ledger", "fsck").ends(5).because("does not belong to this home", "rotated");
    Files.writeString(masterKey(), present);
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  void whateverWasLeftOfARotationTheRightKeyIsFound() throws Exception {
    String old = Files.readString(masterKey());
    desk.json(0, "keys", "rotate-master");
    String present = Files.readString(masterKey());

    Files.move(masterKey(), nextKey()); // cut off between the transaction and the new name
    Files.writeString(masterKey(), old);
    owned(masterKey());
    desk.type("ledger", "fsck").ends(0);
    assertThat(masterKey()).hasContent(present);
    assertThat(nextKey()).doesNotExist();

    Files.writeString(nextKey(), old); // cut off before the transaction
    owned(nextKey());
    desk.type("ledger", "fsck").ends(0);
    assertThat(masterKey()).hasContent(present);
    assertThat(nextKey()).doesNotExist();
  }

  private static void owned(Path file) throws Exception {
    Files.setPosixFilePermissions(
        file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aRotationOfTheMasterKeyThatIsKilledLeavesAHomeThatOpens() throws Exception {
    SplittableRandom random = new SplittableRandom(2026);
    try (Home held = Home.open(desk.home(), System.getenv())) {
      long begun = System.nanoTime();
      Child.start(folder, Map.of(), line("keys", "rotate-master")).end().ends(0);
      long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      for (int round = 0; round < CRASHES; round++) {
        Child child = Child.start(folder, Map.of(), line("keys", "rotate-master"));
        if (!child
            .process()
            .waitFor(whole / 2 + random.nextLong(whole / 2), TimeUnit.MILLISECONDS)) {
          child.kill();
        }
        child.end();
        desk.type("ledger", "fsck").ends(0);
        assertThat(nextKey()).doesNotExist();
      }
      assertThat(held.vault().epoch()).isEqualTo(1);
    }
  }

  @Test
  void theMasterKeyMovesOutOfTheHome() throws Exception {
    desk.type("keys", "show").ends(0).because("keep a copy of the master key");
    String next = "ab".repeat(32);
    Map<String, String> moving = Map.of("TIDEMARK_NEXT_MASTER_KEY", next);
    Child.start(folder, moving, line("keys", "rotate-master")).end().ends(0);
    assertThat(masterKey()).doesNotExist();
    desk.type("ledger", "fsck").ends(5).because("there is no master key");
    Map<String, String> outside = Map.of("TIDEMARK_MASTER_KEY", next);
    Child.start(folder, outside, line("ledger", "fsck")).end().ends(0);
    Child.start(folder, outside, line("keys", "rotate-master"))
        .end()
        .ends(5)
        .because("TIDEMARK_NEXT_MASTER_KEY");
    Map<String, String> same =
        Map.of("TIDEMARK_MASTER_KEY", next, "TIDEMARK_NEXT_MASTER_KEY", next);
    Child.start(folder, same, line("keys", "rotate-master"))
        .end()
        .ends(5)
        .because("the present one");
  }

  @Test
  void whoDoesNotKeepTheKeysIsRefusedAndRecorded() throws Exception {
    String credential = folder.resolve("chen.wei.key").toString();
    desk.json(0, "people", "enrol", "chen.wei", "--key-out", credential);
    String before = Files.readString(masterKey());
    for (String command : List.of("show", "status", "rotate-master", "rotate-data")) {
      desk.type("keys", command, "--as", "chen.wei", "--credential", credential)
          .ends(4)
          .because("keeping the keys");
    }
    assertThat(masterKey()).hasContent(before);
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(Ledgers.of(home).entries().stream().filter(e -> e.kind().equals("refusal")))
          .hasSize(4)
          .allMatch(entry -> entry.value("act").equals(Optional.of("KEEP_KEYS")));
    }
  }

  @Test
  void noKeyIsShown() throws Exception {
    String master = Files.readString(masterKey()).strip();
    JsonNode said = desk.json(0, "keys", "show");
    assertThat(said.get("keys").size()).isGreaterThan(10);
    assertThat(said.get("data_keys").get(0).get("epoch").asString()).isEqualTo("1");
    assertThat(said.toString()).doesNotContain(master).doesNotContainPattern("[0-9a-f]{32}");
  }

  @Test
  void aRotationOfTheDataKeyThatIsKilledIsTakenUpWhereItWas() throws Exception {
    deposit();
    List<String> before = copy("before.csv");
    SplittableRandom random = new SplittableRandom(7);
    try (Home held = Home.open(desk.home(), System.getenv())) {
      for (int round = 0; round < CRASHES; round++) {
        Child child = Child.start(folder, Map.of(), line("keys", "rotate-data"));
        if (!child.process().waitFor(1_500 + random.nextLong(2_000), TimeUnit.MILLISECONDS)) {
          child.kill();
        }
        child.end();
        assertThat(copy("round-" + round + ".csv")).as("in between").isEqualTo(before);
      }
      JsonNode end = desk.json(0, "keys", "rotate-data");
      assertThat(held.rotation().running()).isEmpty();
      assertThat(held.rotation().olderThan(end.get("epoch").asInt())).isZero();
      assertThat(held.keyTables().dataKeys()).hasSize(1);
    }
    assertThat(desk.json(0, "keys", "status").get("rotating").asBoolean()).isFalse();
    assertThat(copy("after.csv")).isEqualTo(before);
    desk.type("ledger", "fsck").ends(0);
  }

  @Test
  void aHalfDoneRotationGoesOnAndOthersDepositMeanwhile() throws Exception {
    deposit();
    Path more = portfolio("more.csv", 77, 500);
    CompletableFuture<JsonNode> rotating =
        CompletableFuture.supplyAsync(() -> desk.json(0, "keys", "rotate-data"));
    JsonNode deposited = desk.json(0, "deposit", more.toString());
    JsonNode rotated = rotating.join();
    assertThat(deposited.get("accepted").asInt()).isPositive();
    try (Home home = Home.open(desk.home(), System.getenv())) {
      assertThat(home.rotation().olderThan(rotated.get("epoch").asInt())).isZero();
      assertThat(home.rotation().running()).isEqualTo(Optional.<Rotation.Progress>empty());
    }
    copy("all.csv");
  }

  @Test
  void whatWasSealedUnderTheOldKeyComesTooLate() throws Exception {
    Home home = Home.open(desk.home(), System.getenv());
    try (Session session =
        new Session(home, Session.policyOf(home), home.chain().chain(), Actor.operator())) {
      PersonalText number = PersonalText.of("PDAA20265101000001");
      Content content =
          new Content.Builder().put(FieldClass.POLICY_NUMBER, number, number, "").build();
      SealedRecord sealed = session.vault().seal(content, UUID.randomUUID(), Salt.draw());
      desk.json(0, "keys", "rotate-data");
      Entry entry = session.register().begin("deposit", Actor.operator()).build();
      assertThatThrownBy(
              () ->
                  home.journal()
                      .record(
                          entry,
                          new SealedChunk(
                              List.of(sealed), List.of(), new SealedChunk.Seen(0, 0), Set.of())))
          .isInstanceOf(SealedChunk.TooLate.class);
    }
  }

  @Test
  void evidenceOfBeforeARotationVerifiesAfterIt() throws Exception {
    deposit();
    Path leaked = folder.resolve("leaked.csv");
    copy("leaked.csv");
    String caseId = desk.json(0, "trace", leaked.toString()).get("case").asString();
    desk.json(0, "keys", "rotate-data");
    desk.json(0, "keys", "rotate-master");
    Path bundle = folder.resolve("evidence.zip");
    desk.json(0, "evidence", caseId, "--out", bundle.toString());
    assertThat(
            Desk.say(List.of("verify", bundle.toString(), "--json"))
                .json()
                .get("valid")
                .asBoolean())
        .isTrue();
  }
}
