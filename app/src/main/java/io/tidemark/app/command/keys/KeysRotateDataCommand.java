package io.tidemark.app.command.keys;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Terminal;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Overtaken;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.keys.Rotating;
import io.tidemark.terms.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Another data key. */
@Command(
    name = "rotate-data",
    description = {
      "换一把数据密钥：逐批重新加封全部记录，其间照常读写；中断后再次执行即从断处继续。最后销毁旧的，首尾各记一条账。",
      "Another data key: all records are sealed anew, batch by batch, while others read and write;"
          + " run again, it goes on where it was cut off. At the end the old key is destroyed; begin"
          + " and end are entries."
    },
    footer = {"", "例 / Examples:", "  ./tidemark keys rotate-data &", "  ./tidemark keys status"})
public final class KeysRotateDataCommand extends Work {
  @Option(
      names = "--shred",
      description = {
        "最后把旧的加封与旧密钥从数据库文件与 WAL 中清除；各表重写时他人要等待。",
        "At the end takes old boxes and the old key out of the database's files and WAL; others wait"
            + " while a table is written anew."
      })
  private boolean shred;

  @Override
  protected Answer work() throws Exception {
    try (Session session = open()) {
      Rotating rotating = session.rotating();
      Refusals.stopIf(rotating.refusal(session.actor()));
      long most = session.home().rotation().versions();
      Recorded.Done<Rotating.Rotated> end;
      try (Terminal.Progress bar = terminal().progress(new Words("重新加封", "sealing anew"), most)) {
        end = rotating.data(session.actor(), progress -> bar.at(progress.done()));
      } catch (Overtaken e) {
        return elsewhere(session);
      }
      boolean shredded = shred && session.home().shred();
      Rotating.Rotated rotated = end.what();
      return Answer.builder()
          .field("epoch", rotated.epoch())
          .field("boxes", rotated.boxes())
          .field("entry", end.receipt().index())
          .field("shredded", shredded)
          .say(
              "数据密钥已换到第 "
                  + rotated.epoch()
                  + " 代，重新加封 "
                  + rotated.boxes()
                  + " 份；旧的已销毁，账目 "
                  + end.receipt().index(),
              "the data key of epoch "
                  + rotated.epoch()
                  + " has taken over, "
                  + rotated.boxes()
                  + " boxes sealed anew; older ones are destroyed, entry "
                  + end.receipt().index())
          .build();
    }
  }

  /** A server may have gone on with what this command took up. */
  private static Answer elsewhere(Session session) {
    if (session.home().rotation().running().isPresent()) {
      throw new Overtaken("the rotation of the data key");
    }
    return Answer.builder()
        .field("ended_elsewhere", true)
        .say("这次轮换已由另一进程完成", "another process has ended this rotation")
        .build();
  }
}
