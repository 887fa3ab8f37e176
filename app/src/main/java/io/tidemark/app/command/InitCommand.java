package io.tidemark.app.command;

import com.google.crypto.tink.subtle.Ed25519Sign;
import io.tidemark.app.Answer;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Actor;
import io.tidemark.authorise.Chain;
import io.tidemark.authorise.ChainChanged;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.PolicyChanged;
import io.tidemark.custody.Entries;
import io.tidemark.fingerprint.spelling.Carrier;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.formats.settings.ChainFile;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.ledger.Entry;
import io.tidemark.ledger.Receipt;
import io.tidemark.ledger.Sm2Key;
import io.tidemark.store.home.Home;
import io.tidemark.store.home.NewHome;
import io.tidemark.vault.KeyRing;
import io.tidemark.vault.Suite;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a home. */
@Command(
    name = "init",
    description = {
      "建立数据目录：密钥、账本、数据库、各方、人员与授权。",
      "Makes the home: keys, ledger, database, parties, people, grants."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark init --chain samples/chain.yaml",
      "  ./tidemark init --chain samples/chain.yaml --cryptography sm",
      "  ./tidemark init --chain samples/chain.yaml --master-key"
          + " 'pkcs11:slot-id=1;object=tidemark?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/tidemark/pin'"
    })
public final class InitCommand extends Work {
  @Option(
      names = "--chain",
      paramLabel = "chain.yaml",
      description = {"各方、人员与创始授权。", "Parties, people and the founding grants."})
  private @Nullable Path chain;

  @Option(
      names = "--policy",
      paramLabel = "policy.yaml",
      description = {"制度（默认：内置）。", "The policy (default: built in)."})
  private @Nullable Path policy;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = {
        "使用自己的 PostgreSQL（口令放在 TIDEMARK_DATABASE_PASSWORD）。",
        "One's own PostgreSQL (its password in TIDEMARK_DATABASE_PASSWORD)."
      })
  private @Nullable String database;

  @Option(
      names = "--origin",
      paramLabel = "NAME",
      description = {"账本名称（默认：随机）。", "The ledger's name (default: random)."})
  private @Nullable String origin;

  @Option(
      names = "--master-key",
      paramLabel = "file|pkcs11:…",
      description = {
        "主密钥放在哪里：file（默认），或令牌中，写 pkcs11:slot-id=N;object=名字?module-path=…&pin-source=file:…；"
            + "令牌中没有时由令牌生成，不能取出。PIN 不作参数：TIDEMARK_PKCS11_PIN、TIDEMARK_PKCS11_PIN_COMMAND 或 pin-source。",
        "Where the master key is kept: file (default), or a token, as"
            + " pkcs11:slot-id=N;object=LABEL?module-path=…&pin-source=file:…; where the token has"
            + " none it draws it, never to be taken out. The PIN is no argument:"
            + " TIDEMARK_PKCS11_PIN, TIDEMARK_PKCS11_PIN_COMMAND or pin-source."
      })
  private @Nullable String masterKey;

  @Option(
      names = "--cryptography",
      paramLabel = "international|sm",
      description = {
        "密码套件，一经确定不能更换：international（AES、SHA-256，默认），或 sm（商用密码 SM4、SM3，账本头另加 SM2 签名）。",
        "The cryptographic suite, chosen once for good: international (AES, SHA-256; default), or sm"
            + " (SM4, SM3, and heads of the ledger signed by SM2 as well)."
      })
  private String cryptography = Suite.INTERNATIONAL.id();

  @Override
  protected Answer work() throws Exception {
    SettingsFile policyFile = policy == null ? PolicyFile.builtInFile() : SettingsFile.open(policy);
    Policy rules = PolicyFile.read(policyFile);
    SettingsFile chainFile = chain == null ? null : SettingsFile.open(chain);
    ChainFile.Applied applied =
        chainFile == null
            ? null
            : ChainFile.read(
                chainFile, Chain.EMPTY, rules, LocalDate.now(), ChainFile.Mode.FOUNDING);
    if (origin != null && !origin.matches("[A-Za-z0-9./_-]{1,64}")) {
      throw Stop.usage(
          "账本名称只能用字母、数字与 . / _ -", "a ledger's name has letters, digits and . / _ - only");
    }
    try (Home home =
        Home.create(
            common.home(),
            new NewHome(
                Optional.ofNullable(origin),
                Optional.ofNullable(database),
                Optional.ofNullable(masterKey),
                suite()),
            System.getenv())) {
      home.journal().record(founding(home, rules), new PolicyChanged(rules, policyFile.text()));
      if (applied != null && chainFile != null) {
        Receipt receipt =
            home.journal()
                .record(
                    Entries.begin("chain", Instant.now(), Actor.operator(), rules)
                        .line("file-sha256", chainFile.digest())
                        .line("act", "founding")
                        .line("parties", applied.parties().size())
                        .line("people", applied.people().size())
                        .line("grants", applied.grants().size())
                        .build(),
                    new ChainChanged(
                        applied.parties(), applied.people(), applied.grants(), chainFile.text()));
        terminal()
            .note(
                new io.tidemark.terms.Words(
                    "创始文件已记入账目 " + receipt.index(),
                    "the founding file is recorded in entry " + receipt.index()));
      }
      home.ledger().publish();
      String key = home.ledger().key().vkey();
      int parties = applied == null ? 0 : applied.parties().size();
      return Answer.builder()
          .field("home", home.folder().path().toString())
          .field("ledger_origin", home.origin())
          .field("public_key", key)
          .field("cryptography", home.keys().suite().id())
          .field("parties", parties)
          .say("数据目录：" + home.folder().path(), "home: " + home.folder().path())
          .say("账本：" + home.origin(), "ledger: " + home.origin())
          .say("账本公钥（请交给核验者）：" + key, "the ledger's key (give it to those who check): " + key)
          .say(
              "登记了 " + parties + " 方。下一步：./tidemark deposit FILE",
              parties + " parties. Next: ./tidemark deposit FILE")
          .build();
    }
  }

  private Suite suite() {
    return Suite.of(cryptography)
        .orElseThrow(
            () ->
                Stop.usage(
                    "--cryptography 只能是 international 或 sm",
                    "--cryptography is international or sm"));
  }

  private static Entry founding(Home home, Policy rules)
      throws java.security.GeneralSecurityException {
    byte[] manifest =
        Ed25519Sign.KeyPair.newKeyPairFromSeed(home.keys().key(KeyRing.Use.MANIFEST))
            .getPublicKey();
    Entry.Builder entry =
        Entries.begin("init", Instant.now(), Actor.operator(), rules)
            .line("origin", home.origin())
            .line("ledger-key", home.ledger().key().vkey())
            .line("manifest-key", HexFormat.of().formatHex(manifest))
            .line("notice-key", NoticeKey.of(home.keys()).publicHex())
            .line("catalogue", Carrier.CATALOGUE)
            .line(Suite.LINE, home.keys().suite().id());
    home.ledger().sm2Key().ifPresent(key -> entry.line(Sm2Key.LINE, key.vkey()));
    return entry.build();
  }
}
