package io.tidemark.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key lives in a PKCS#11 token, which seals and opens itself. */
final class TokenTest {
  @TempDir private Path folder = Path.of(".");
  private SoftToken token = new SoftToken(Path.of("."), 0);

  @BeforeEach
  void makeAToken() throws Exception {
    token = SoftToken.make(folder.resolve("softhsm"));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path masterKey() {
    return home().resolve("keys/master.key");
  }

  private Desk.Said type(Map<String, String> environment, String... command) throws Exception {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--home", home().toString(), "--json"));
    if (!line.contains("--lang")) {
      line.addAll(List.of("--lang", "en"));
    }
    return Child.start(folder, environment, line).end();
  }

  private void init(String... more) throws Exception {
    Path chain = Files.writeString(folder.resolve("chain.yaml"), Homes.CHAIN);
    List<String> line = new ArrayList<>(List.of("init", "--chain", chain.toString()));
    line.addAll(List.of(more));
    type(token.environment(), line.toArray(String[]::new)).ends(0);
  }

  @Test
  void aHomeWhoseKeyIsInTheTokenOpensWithItAndWithNothingElse() throws Exception {
    Path pin = Files.writeString(folder.resolve("pin"), SoftToken.PIN + "\n");
    Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
    String address =
        token.address("tidemark")
            + "?module-path="
            + SoftToken.module()
            + "&pin-source=file:"
            + pin.toAbsolutePath();
    init("--master-key", address);
    assertThat(masterKey()).content().isEqualTo(address + "\n").doesNotContain(SoftToken.PIN);

    Map<String, String> named = Map.of("SOFTHSM2_CONF", token.configuration().toString());
    Desk.Said shown = type(named, "keys", "show").ends(0);
    assertThat(shown.json().get("master_key").asString()).isEqualTo("pkcs11");
    assertThat(shown.out()).doesNotContain(SoftToken.PIN);

    Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r--r--"));
    type(named, "ledger", "fsck").ends(5).because("others can read the token's PIN");
    Files.delete(pin);
    type(named, "ledger", "fsck").ends(5).because("the token's PIN cannot be read");

    token.deleteKeys();
    type(token.environment(), "ledger", "fsck").ends(5).because("has no key named tidemark");
    assertThat(type(token.environment(), "ledger", "fsck", "--lang", "zh").ends(5).err())
        .contains("没有名为 tidemark 的密钥");

    init2();
    type(token.environment(), "ledger", "fsck").ends(5).because("does not belong to this home");
  }

  /** Another home draws another key under the same name. */
  private void init2() throws Exception {
    List<String> line =
        List.of(
            "init",
            "--home",
            folder.resolve("other").toString(),
            "--master-key",
            token.address("tidemark"));
    Child.start(folder, token.environment(), line).end().ends(0);
  }

  @Test
  void theMasterKeyMovesIntoTheTokenAndBack() throws Exception {
    init();
    String old = Files.readString(masterKey());
    type(token.environment(), "keys", "rotate-master", "--to", token.address("first")).ends(0);
    assertThat(masterKey()).hasContent(token.address("first"));
    assertThat(home().resolve("keys/master.key.next")).doesNotExist();

    type(token.environment(), "keys", "rotate-master").ends(5).because("--to file");
    type(token.environment(), "keys", "rotate-master", "--to", token.address("first"))
        .ends(5)
        .because("the present one");
    Desk.Said second =
        type(token.environment(), "keys", "rotate-master", "--to", token.address("second")).ends(0);
    assertThat(second.json().get("master_key").asString()).isEqualTo("pkcs11");

    Files.move(masterKey(), home().resolve("keys/master.key.next")); // as a kill leaves it
    Files.writeString(masterKey(), token.address("first"));
    Files.setPosixFilePermissions(masterKey(), PosixFilePermissions.fromString("rw-------"));
    type(token.environment(), "ledger", "fsck").ends(0);
    assertThat(masterKey()).hasContent(token.address("second"));

    Desk.Said back = type(token.environment(), "keys", "rotate-master", "--to", "file").ends(0);
    assertThat(back.json().get("master_key").asString()).isEqualTo("file");
    assertThat(masterKey()).content().matches("[0-9a-f]{64}\n").isNotEqualTo(old);
    type(Map.of(), "ledger", "fsck").ends(0);
  }

  @Test
  void whatIsWrongWithATokenIsSaidInBothLanguages() throws Exception {
    init("--master-key", token.address("tidemark"));
    wrong(with("TIDEMARK_PKCS11_PIN", "0000"), "does not accept the PIN", "不接受这个 PIN");
    wrong(without("TIDEMARK_PKCS11_PIN"), "the token's PIN is needed");
    wrong(
        with("TIDEMARK_PKCS11_PIN_COMMAND", "exit 1", "TIDEMARK_PKCS11_PIN"),
        "the command for the token's PIN");
    type(
            with("TIDEMARK_PKCS11_PIN_COMMAND", "printf " + SoftToken.PIN, "TIDEMARK_PKCS11_PIN"),
            "ledger",
            "fsck")
        .ends(0);
    wrong(with("TIDEMARK_PKCS11_MODULE", "/usr/lib/none.so"), "module /usr/lib/none.so", "无法加载");
    wrong(without("TIDEMARK_PKCS11_MODULE"), "name the token's module", "请指明令牌的模块");

    String right = Files.readString(masterKey());
    Files.writeString(masterKey(), "pkcs11:slot-id=" + (token.slot() ^ 5) + ";object=tidemark");
    wrong(token.environment(), "no usable token in slot", "没有可用的令牌");
    Files.writeString(masterKey(), token.address("another"));
    wrong(token.environment(), "has no key named another");
    Files.writeString(masterKey(), token.address("tidemark") + "?pin-value=" + SoftToken.PIN);
    wrong(token.environment(), "a PIN is not written into the address");
    Files.writeString(masterKey(), right);
    type(token.environment(), "ledger", "fsck").ends(0);
  }

  private void wrong(Map<String, String> environment, String en) throws Exception {
    Desk.Said said = type(environment, "ledger", "fsck").ends(5).because(en);
    assertThat(said.out() + said.err()).doesNotContain(SoftToken.PIN);
  }

  private void wrong(Map<String, String> environment, String en, String zh) throws Exception {
    wrong(environment, en);
    type(environment, "ledger", "fsck", "--lang", "zh").ends(5).because(zh);
  }

  private Map<String, String> with(String name, String value, String... without) {
    Map<String, String> environment = token.environment();
    List.of(without).forEach(environment::remove);
    environment.put(name, value);
    return environment;
  }

  private Map<String, String> without(String name) {
    Map<String, String> environment = token.environment();
    environment.remove(name);
    return environment;
  }
}
