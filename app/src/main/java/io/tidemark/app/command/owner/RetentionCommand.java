package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Terminal;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Retaining;
import io.tidemark.custody.owner.RetentionRuns;
import io.tidemark.store.home.RetentionJob;
import io.tidemark.terms.Words;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Erasing what is past its time. */
@Command(
    name = "retention",
    description = {
      "到期删除：制度写明每个目的保存多久（retention），最后一个仍适用的目的到期，此人即被删除。",
      "Erases what is past its time: the policy says how long each purpose keeps it (retention); a person"
          + " is past the time when the last purpose that holds is."
    },
    subcommands = {
      RetentionCommand.Plan.class,
      RetentionCommand.Run.class,
      RetentionCommand.Status.class
    })
public final class RetentionCommand extends Group {
  /** Counts and erases nobody. */
  @Command(
      name = "plan",
      description = {
        "只数不删：各目的有多少份记录到期，多少人将被删除，多少份没有可靠的终保日期。",
        "Counts and erases nobody: how many records are past each purpose's time, how many people"
            + " would be erased, how many records have no sound expiry."
      },
      footer = {"", "例 / Example:", "  ./tidemark retention plan --json"})
  public static final class Plan extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        long most = session.home().shelf().all().getLongCardinality();
        Recorded.Done<Retaining.Plan> done;
        try (Terminal.Progress bar = terminal().progress(new Words("核对", "judging"), most)) {
          done = Refusals.orStop(session.rights().retaining().plan(session.actor(), bar::at));
        }
        Retaining.Plan plan = done.what();
        Answer.Builder answer =
            Answer.builder()
                .field("day", plan.day().toString())
                .field("records", plan.records())
                .field("people", plan.people())
                .field("due", plan.due())
                .field("past", plan.past())
                .field("undated", plan.undated())
                .field("claimed", plan.claimed())
                .field("entry", done.receipt().index())
                .say(
                    plan.day()
                        + "：共 "
                        + plan.records()
                        + " 份记录，"
                        + plan.people()
                        + " 人（"
                        + plan.due()
                        + " 份）到期，执行 retention run 将删除",
                    plan.day()
                        + (": of " + plan.records() + " records " + plan.due() + " of ")
                        + plan.people()
                        + " people are past their time; retention run erases them");
        plan.past()
            .forEach(
                (purpose, count) ->
                    answer.say(
                        purpose + " 已到期：" + count + " 份", purpose + " is past for " + count));
        return answer
            .say(
                "没有可靠终保日期、因而不到期：" + plan.undated() + " 份；仅因赔案而保留：" + plan.claimed() + " 份",
                plan.undated()
                    + (" records have no sound expiry and stay; " + plan.claimed())
                    + " are held by a claim alone")
            .build();
      }
    }
  }

  /** Erases. */
  @Command(
      name = "run",
      description = {
        "删除到期的人，逐批进行；中断（包括 kill -9）后再次执行即从断处继续。最后清除数据库文件中的旧内容。",
        "Erases whoever is past the time, batch by batch; cut off (kill -9 too) and run again, it goes on"
            + " where it was. At the end old contents are taken out of the database's files."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark retention run &",
        "  ./tidemark retention status"
      })
  public static final class Run extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        long most = session.home().shelf().all().getLongCardinality();
        Recorded.Done<RetentionJob.Outcome> done;
        try (Terminal.Progress bar = terminal().progress(new Words("到期删除", "retention"), most)) {
          done =
              Refusals.orStop(
                  new RetentionJob(session.home(), session.rights().retaining())
                      .run(session.actor(), run -> bar.at(run.seen())));
        }
        RetentionRuns.Run run = done.what().run();
        return said(Answer.builder(), run)
            .field("shredded", done.what().shredded())
            .field("entry", done.receipt().index())
            .build();
      }
    }
  }

  /** Tells how far it is. */
  @Command(
      name = "status",
      description = {"到期删除进行到哪里。", "How far erasing what is past its time has come."},
      footer = {"", "例 / Example:", "  ./tidemark retention status"})
  public static final class Status extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.RETAIN);
        Optional<RetentionRuns.Run> last = session.home().retentionRuns().last();
        return last.isEmpty()
            ? Answer.builder().field("run", null).say("从未执行过", "it was never run").build()
            : said(Answer.builder(), last.get())
                .field("shredded", !session.home().unshredded())
                .build();
      }
    }
  }

  private static Answer.Builder said(Answer.Builder answer, RetentionRuns.Run run) {
    return answer
        .field("run", run.number())
        .field("begun", run.begun().toString())
        .field("seen", run.seen())
        .field("total", run.total())
        .field("people", run.erased())
        .field("ended", run.ended())
        .say(
            "第 "
                + run.number()
                + " 次："
                + run.seen()
                + " / "
                + run.total()
                + " 份记录，已删除 "
                + run.erased()
                + (run.ended() ? " 人，已完成" : " 人；若没有进程在做，请再次执行 retention run"),
            "run "
                + run.number()
                + (": " + run.seen() + " of " + run.total() + " records, " + run.erased())
                + (run.ended()
                    ? " people erased, at its end"
                    : " people erased; where no process is at it, run retention run again"));
  }
}
