package io.tidemark.app.command.keys;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.vault.Rotation;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Whether a data key is being rotated. */
@Command(
    name = "status",
    description = {"数据密钥是否正在轮换，到了哪里。", "Whether a data key is being rotated, and how far it is."},
    footer = {"", "例 / Example:", "  ./tidemark keys status"})
public final class KeysStatusCommand extends Work {
  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.KEEP_KEYS);
      Optional<Rotation.Progress> running = session.home().rotation().running();
      Answer.Builder answer = Answer.builder().field("rotating", running.isPresent());
      if (running.isEmpty()) {
        return answer.say("没有正在进行的轮换", "no rotation is under way").build();
      }
      Rotation.Progress at = running.get();
      return answer
          .field("epoch", at.epoch())
          .field("done", at.done())
          .field("total", at.total())
          .say(
              "正在换到第 " + at.epoch() + " 代：" + at.done() + " / " + at.total(),
              "epoch " + at.epoch() + " takes over: " + at.done() + " of " + at.total())
          .say(
              "若没有进程在做，请再次执行 keys rotate-data，会从这里继续",
              "where no process is at it, run keys rotate-data again: it goes on from here")
          .build();
    }
  }
}
