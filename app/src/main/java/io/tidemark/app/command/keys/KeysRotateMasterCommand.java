package io.tidemark.app.command.keys;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.custody.keys.Rotating;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.home.MasterRotation;
import io.tidemark.terms.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Another master key. */
@Command(
    name = "rotate-master",
    description = {
      "换一把主密钥：重新加封其余密钥，数据不动，一个事务并记账；随时中断，新旧两把总有一把能打开。",
      "Another master key: the other keys are wrapped anew, the data is not touched, one"
          + " transaction with its entry. Cut off at any moment, one of both keys opens the home.",
      "主密钥在文件里时自动生成新的；否则把新的放入 TIDEMARK_NEXT_MASTER_KEY 或 TIDEMARK_NEXT_MASTER_KEY_COMMAND，"
          + "完成后改由 TIDEMARK_MASTER_KEY 或 TIDEMARK_MASTER_KEY_COMMAND 给出。",
      "Where the key is in a file, the next one is drawn. Otherwise put the next one into"
          + " TIDEMARK_NEXT_MASTER_KEY or TIDEMARK_NEXT_MASTER_KEY_COMMAND, and afterwards into"
          + " TIDEMARK_MASTER_KEY or TIDEMARK_MASTER_KEY_COMMAND."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark keys rotate-master",
      "  ./tidemark keys rotate-master --to"
          + " 'pkcs11:slot-id=1;object=tidemark-2?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=file:/etc/tidemark/pin'",
      "  ./tidemark keys rotate-master --to file"
    })
public final class KeysRotateMasterCommand extends Work {
  @Option(
      names = "--to",
      paramLabel = "file|pkcs11:…",
      description = {
        "新的主密钥放在哪里：file，或令牌中（写法见 init --master-key）。",
        "Where the next key is kept: file, or a token (written as for init --master-key)."
      })
  private @Nullable String to;

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Rotating rotating = session.rotating();
      Refusals.stopIf(rotating.refusal(session.actor()));
      try (MasterRotation rotation = session.home().masterRotation(Optional.ofNullable(to))) {
        Receipt receipt =
            rotating.master(session.actor(), rotation.before(), rotation.after(), rotation.place());
        rotation.finish();
        return Answer.builder()
            .field("entry", receipt.index())
            .field("keys", rotation.after().size())
            .field("master_key", rotation.place())
            .say(
                "主密钥已更换，" + rotation.after().size() + " 把密钥重新加封；账目 " + receipt.index(),
                "another master key wraps the home's "
                    + rotation.after().size()
                    + " keys; entry "
                    + receipt.index())
            .say(next(rotation.place()))
            .say(
                "更换之前的备份用旧的主密钥恢复：旧的请留到这些备份作废",
                "backups of before are restored with the old one: keep it until they are gone")
            .build();
      }
    }
  }

  private static Words next(String place) {
    return switch (place) {
      case "file" ->
          new Words(
              "请把新的主密钥另存一份，并交给共用此数据库的其他节点；若设有 TIDEMARK_MASTER_KEY 或"
                  + " TIDEMARK_MASTER_KEY_COMMAND，请取消",
              "keep a copy of the new master key apart from the backup, and give it to other nodes"
                  + " of this database; take TIDEMARK_MASTER_KEY or TIDEMARK_MASTER_KEY_COMMAND"
                  + " away where it is set");
      case "pkcs11" ->
          new Words(
              "新的主密钥在令牌里，取不出来：请备份令牌本身；其他节点也要能用同一令牌（或其副本）",
              "the new master key is in the token and cannot be taken out: back up the token"
                  + " itself; other nodes need the same token, or a copy of it");
      default ->
          new Words(
              "从现在起由 TIDEMARK_MASTER_KEY 或 TIDEMARK_MASTER_KEY_COMMAND 给出新的主密钥",
              "from now on TIDEMARK_MASTER_KEY or TIDEMARK_MASTER_KEY_COMMAND gives the new one");
    };
  }
}
