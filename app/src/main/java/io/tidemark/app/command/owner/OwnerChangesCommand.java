package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Answering;
import io.tidemark.custody.owner.Change;
import io.tidemark.formats.owner.ChangesDocument;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was changed and refused of a person. */
@Command(
    name = "changes",
    description = {
      "列出对一位客户的信息作过的更正与拒绝过的请求：谁、何时、为何；--values 另示更正前后的内容。每次查看都记账。",
      "Lists what was corrected of a person's data and what was refused: who, when, why; with --values"
          + " what the fields said before and since. Each listing is recorded."
    },
    footer = {"", "例 / Example:", "  ./tidemark owner changes --policy - --values --as liu.min"})
public final class OwnerChangesCommand extends Work {
  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Option(
      names = "--values",
      description = {"打开更正前后的内容。", "Open what the fields said before and since."})
  private boolean values;

  @Override
  protected Answer work() throws Exception {
    by.kind();
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.OWNERS);
      Recorded.Done<Answering.Told> done =
          Refusals.orStop(
              session
                  .rights()
                  .answering()
                  .tell(session.actor(), by.number(new TypedLines(terminal().language())), values));
      Answer.Builder answer =
          Answer.builder()
              .field("changes", ChangesDocument.of(done.what()))
              .field("entry", done.receipt().index());
      done.what().changes().forEach(change -> say(answer, done.what(), change));
      return done.what().changes().isEmpty()
          ? answer.say("没有更正，也没有拒绝", "nothing was corrected or refused").build()
          : answer.build();
    }
  }

  private static void say(Answer.Builder answer, Answering.Told told, Change change) {
    String at = change.at() + " " + change.actor();
    if (change instanceof Change.Refused refused) {
      answer.say(
          at + " 拒绝" + refused.right().words().zh() + "：" + refused.refusal().reason().zh(),
          at
              + (" refused " + refused.right().words().en() + ": ")
              + refused.refusal().reason().en());
    } else if (change instanceof Change.Correction one) {
      answer.say(
          at
              + " 更正"
              + one.field().zh()
              + "："
              + one.why()
              + (one.ended().isPresent() ? "（已不再有效）" : ""),
          at
              + (" corrected " + one.field().en() + ": " + one.why())
              + (one.ended().isPresent() ? " (no longer in force)" : ""));
      Answering.Values said = told.values().get(new Answering.Place(one.entry(), one.record()));
      if (said != null) {
        answer.show(
            PersonalText.of(
                said.before().reveal(Reveal.OWNER) + " → " + said.after().reveal(Reveal.OWNER)));
      }
    }
  }
}
