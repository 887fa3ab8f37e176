package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.classify.Labels;
import io.tidemark.custody.Recorded;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the restricted archive. */
@Command(
    name = "archive",
    description = {
      "查看受限档案：一个已被删除的人，其信息曾提供给谁。须说明理由，先记账后打开；只有个人信息保护负责人可以。",
      "Opens the restricted archive: to whom the data of somebody was given who is erased since."
          + " A reason is needed, and the entry comes first. For a protection officer."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark archive --as liu.min --identity - --why 'asked by the supervisor'"
    })
public final class ArchiveCommand extends Work {
  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Mixin private Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    String why = reason.said();
    try (Session session = open()) {
      Refusals.unlessMay(session, io.tidemark.authorise.Act.ARCHIVE);
      String typed = by.typed(terminal().language()).reveal(Reveal.INDEX);
      PersonalText number =
          Labels.asOf(LocalDate.now(session.clock())).label(by.kind().field(), typed).canonical();
      Recorded.Done<List<String>> end =
          Refusals.orStop(session.openingArchive().open(session.actor(), by.kind(), number, why));
      Answer.Builder answer =
          Answer.builder()
              .field("provided", end.what())
              .field("entry", end.receipt().index())
              .say(
                  "受限档案中有 " + end.what().size() + " 条提供记录；账目 " + end.receipt().index(),
                  end.what().size()
                      + " provisions in the restricted archive; entry "
                      + end.receipt().index());
      end.what().forEach(line -> answer.say(line, line));
      return answer.exit(exitOf(!end.what().isEmpty())).build();
    }
  }
}
