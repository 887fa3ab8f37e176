package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.Columns;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.TypedLines;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Correcting;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.terms.FieldClass;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Corrects a field of a person. */
@Command(
    name = "correct",
    description = {
      "按本人请求更正一项信息：此前的版本仍密封保管；之后存入旧文件不会改回。姓名、证件号码、手机号、地址在此人的全部记录里" + "更正，其余只在所指的那一份里。",
      "Corrects one field as the person asks: the earlier version stays, sealed, and no old file"
          + " brings it back. Name, identity number, mobile number and address are corrected in all"
          + " records of the person, others in the one that the number names."
    },
    footer = {
      "",
      "个人信息保护负责人或职责 owner-service 可用。先给号码，再给新的内容，各一行。看来有误的内容不收，理由记账并可告知本人。",
      "For the protection officer and the duty owner-service. The number is typed first, the new value"
          + " second. What cannot be right is refused; the reason is recorded, and the person can be"
          + " told it.",
      "",
      "例 / Example:",
      "  ./tidemark owner correct --policy - --field 手机号 --why 'asked by phone on 12 May' --as liu.min"
    })
public final class OwnerCorrectCommand extends Work {
  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Option(
      names = "--field",
      required = true,
      paramLabel = "FIELD",
      description = {"哪一项，如 手机号。", "Which field, such as MOBILE."})
  private @Nullable String field;

  @Mixin private Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    by.kind();
    String why = reason.said();
    FieldClass wanted = Columns.parse(Objects.requireNonNull(field)).get(0);
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.CORRECT);
      TypedLines lines = new TypedLines(terminal().language());
      Identifying.Number number = by.number(lines);
      Recorded.Done<Correcting.Done> done =
          Refusals.orStop(
              session
                  .rights()
                  .correcting()
                  .correct(session.actor(), number, wanted, lines.next(wanted), why));
      return Answer.builder()
          .field("field", wanted.name())
          .field("records", done.what().records())
          .field("entry", done.receipt().index())
          .say(
              "已更正"
                  + wanted.zh()
                  + "，"
                  + done.what().records()
                  + " 份记录；账目 "
                  + done.receipt().index(),
              wanted.en()
                  + (" corrected in " + done.what().records() + " records; entry ")
                  + done.receipt().index())
          .build();
    }
  }
}
