package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that cannot or must not be opened says why. */
final class HomesTest {
  private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);

  @TempDir private static Path shared = Path.of(".");
  private static Desk desk = new Desk(Path.of("."));

  @BeforeAll
  static void makeOne() throws Exception {
    desk = Homes.small(shared);
  }

  private static Desk.Said child(Map<String, String> environment, String... command)
      throws Exception {
    return Child.start(shared, environment, List.of(command)).end();
  }

  @Test
  void aFolderThatIsNoHomeIsSaidSo() {
    Desk nowhere = new Desk(shared.resolve("nowhere"));
    nowhere.type("ledger", "fsck").ends(5).because("is not a home", "run init first");
    nowhere.typeIn("zh", "ledger", "fsck").ends(5).because("请先执行 init");
    desk.type("init").ends(5).because("there is a home already");
    assertThat(shared.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aHomeOfANewerVersionIsNotTouched() throws Exception {
    Path newer = Files.createDirectory(shared.resolve("newer"));
    Files.writeString(
        newer.resolve("home.properties"), "format=2\norigin=tidemark/x\ndatabase=embedded\n");
    new Desk(newer).type("ledger", "fsck").ends(5).because("newer version (format 2)");
    assertThat(Folders.all(newer)).hasSize(2);
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidSoAndLeavesNoHome() {
    Desk none = new Desk(shared.resolve("none"));
    none.type("init", "--database", "jdbc:postgresql://127.0.0.1:1/tidemark")
        .ends(5)
        .because("the database cannot be reached");
    none.type("init", "--database", "not-an-address").ends(5).because("the database");
    none.type("ledger", "fsck").ends(5).because("is not a home");
  }

  @Test
  void aHomeThatIsMadeOfABrokenChainIsNotMade() throws Exception {
    Path chain = Files.writeString(shared.resolve("broken.yaml"), "parties: [{id: x}]\n");
    Desk broken = new Desk(shared.resolve("broken"));
    broken.type("init", "--chain", chain.toString()).ends(3).because("broken.yaml: line 1");
    assertThat(broken.home()).doesNotExist();
  }

  @Test
  void aMasterKeyThatOthersCanReadIsRefused() throws Exception {
    Path key = desk.home().resolve("keys/master.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    try {
      desk.type("ledger", "fsck").ends(5).because("others can read the master key", "chmod 600");
    } finally {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    desk.type("ledger", "fsck").ends(0).because("the ledger is sound");
  }

  @Test
  void anotherMasterKeyIsRefused() throws Exception {
    Path key = desk.home().resolve("keys/master.key");
    String right = Files.readString(key);
    try {
      Files.writeString(key, KEY + "\n");
      desk.type("ledger", "fsck").ends(5).because("does not belong to this home");
      desk.typeIn("zh", "ledger", "fsck").ends(5).because("主密钥与此目录不符");
      Files.writeString(key, "short");
      desk.type("ledger", "fsck").ends(5).because("64 hexadecimal digits");
      Files.delete(key);
      desk.type("ledger", "fsck").ends(5).because("there is no master key");
    } finally {
      Files.writeString(key, right);
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void aMasterKeyFromTheEnvironmentOrACommandNeverLiesInTheHome() throws Exception {
    Path home = shared.resolve("outside");
    String at = home.toString();
    child(Map.of("TIDEMARK_MASTER_KEY", KEY), "init", "--home", at, "--lang", "en").ends(0);
    assertThat(home.resolve("keys/master.key")).doesNotExist();
    for (Path file : Folders.files(home)) {
      assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
          .as("%s", file)
          .doesNotContain(KEY);
    }
    Path kept = Files.writeString(shared.resolve("kept.key"), KEY);
    child(
            Map.of("TIDEMARK_MASTER_KEY_COMMAND", "cat " + kept),
            "ledger",
            "fsck",
            "--home",
            at,
            "--lang",
            "en")
        .ends(0);
    child(Map.of("TIDEMARK_MASTER_KEY_COMMAND", "exit 3"), "ledger", "fsck", "--home", at)
        .ends(5)
        .because();
    child(
            Map.of("TIDEMARK_MASTER_KEY", "f".repeat(64)),
            "ledger",
            "fsck",
            "--home",
            at,
            "--lang",
            "en")
        .ends(5)
        .because("does not belong to this home");
    new Desk(home).type("ledger", "fsck").ends(5).because("there is no master key");
  }

  @Test
  void wrongUsageEndsWithTwoAndShowsTheWayInBothLanguages() {
    for (List<String> typed :
        List.of(List.<String>of(), List.of("conjure"), List.of("deposit"), List.of("ledger"))) {
      Desk.Said said = Desk.say(typed).ends(2);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).isNotBlank();
    }
    for (String command :
        List.of(
            "init",
            "deposit",
            "request",
            "approve",
            "reject",
            "disclose",
            "trace",
            "evidence",
            "verify",
            "demo")) {
      Desk.Said help = Desk.say(List.of(command, "--help")).ends(0);
      assertThat(help.out()).as(command).contains("例 / Example");
    }
  }
}
