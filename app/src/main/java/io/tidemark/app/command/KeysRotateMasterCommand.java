package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.custody.Rotating;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.home.MasterRotation;
import picocli.CommandLine.Command;

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
    footer = {"", "例 / Example:", "  ./tidemark keys rotate-master"})
public final class KeysRotateMasterCommand extends Work {
  @Override
  Answer work() throws Exception {
    try (Session session = open()) {
      Rotating rotating = session.rotating();
      Refusals.stopIf(rotating.refusal(session.actor()));
      try (MasterRotation rotation = session.home().masterRotation()) {
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

  private static io.tidemark.terms.Words next(String place) {
    return place.equals("file")
        ? new io.tidemark.terms.Words(
            "请把新的主密钥另存一份，并交给共用此数据库的其他节点",
            "keep a copy of the new master key apart from the backup, and give it to other nodes of"
                + " this database")
        : new io.tidemark.terms.Words(
            "从现在起由 TIDEMARK_MASTER_KEY 或 TIDEMARK_MASTER_KEY_COMMAND 给出新的主密钥",
            "from now on TIDEMARK_MASTER_KEY or TIDEMARK_MASTER_KEY_COMMAND gives the new one");
  }
}
