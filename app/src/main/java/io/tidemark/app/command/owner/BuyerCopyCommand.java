package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.BuyerCopy;
import io.tidemark.terms.BuyerCopyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The copy of a policy for the vehicle's new owner. */
@Command(
    name = "buyer-copy",
    description = {
      "为二手车新车主办理保单副本：凭新车主名下的行驶证，两人经手，不含原车主的任何信息，从不索取或透露原车主的密码与证件号码。",
      "A copy of a policy for the vehicle's new owner: by the vehicle licence in the new owner's name,"
          + " through two people's hands, without anything of the former owner, whose password and"
          + " identity number are never asked for nor given out."
    },
    subcommands = {
      BuyerCopyAskCommand.class,
      BuyerCopyCommand.Approve.class,
      BuyerCopyCommand.Reject.class,
      BuyerCopyIssueCommand.class,
      BuyerCopyCommand.Show.class
    })
public final class BuyerCopyCommand extends Group {
  /** The request of this name; ends the command where it cannot be one. */
  static BuyerCopyId id(@Nullable String text) {
    try {
      return new BuyerCopyId(Objects.requireNonNull(text));
    } catch (IllegalArgumentException e) {
      throw Stop.usage("不是申请的编号：" + text, "not the name of a request: " + text);
    }
  }

  /** Decides on a request. */
  private abstract static class Decide extends Work {
    @Parameters(
        paramLabel = "REQUEST",
        description = {"申请的编号。", "The request."})
    private @Nullable String request;

    abstract boolean approve();

    @Override
    protected final Answer work() throws Exception {
      BuyerCopyId id = id(request);
      try (Session session = open()) {
        Recorded.Done<BuyerCopy.State> done =
            Refusals.orStop(session.rights().buyerCopying().decide(session.actor(), id, approve()));
        return Answer.builder()
            .field("request", id.text())
            .field("state", done.what().name().toLowerCase(java.util.Locale.ROOT))
            .field("entry", done.receipt().index())
            .say(
                id + "：" + done.what().words().zh() + "，账目 " + done.receipt().index(),
                id + ": " + done.what().words().en() + ", entry " + done.receipt().index())
            .build();
      }
    }
  }

  /** Approves. */
  @Command(
      name = "approve",
      description = {
        "批准：由受理人以外的人看过行驶证之后。批准 30 天内有效，只用一次。",
        "Approves, after somebody other than whoever took the request has looked at the vehicle licence."
            + " It counts for 30 days and once."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark buyer-copy approve b-0123456789abcdef --as liu.min"
      })
  public static final class Approve extends Decide {
    @Override
    boolean approve() {
      return true;
    }
  }

  /** Rejects. */
  @Command(
      name = "reject",
      description = {"驳回。", "Rejects."},
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark buyer-copy reject b-0123456789abcdef --as liu.min"
      })
  public static final class Reject extends Decide {
    @Override
    boolean approve() {
      return false;
    }
  }

  /** Shows all requests. */
  @Command(
      name = "list",
      description = {"列出各项申请及其状态。", "Lists the requests and where they stand."},
      footer = {"", "例 / Example:", "  ./tidemark buyer-copy list --as liu.min"})
  public static final class Show extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, io.tidemark.authorise.Act.BUYER_COPY);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Answer.Builder answer = Answer.builder();
        for (BuyerCopy one : session.home().marks().all()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          row.put("request", one.id().text());
          row.put("state", one.state().name().toLowerCase(java.util.Locale.ROOT));
          row.put("asked", one.asked().toString());
          row.put("asked_by", one.askedBy());
          row.put("decided_by", one.decidedBy().orElse(null));
          row.put("licence", one.licence().toString());
          rows.add(row);
          answer.say(
              one.id()
                  + "  "
                  + one.state().words().zh()
                  + "  "
                  + one.asked()
                  + "  "
                  + one.askedBy(),
              one.id()
                  + "  "
                  + one.state().words().en()
                  + "  "
                  + one.asked()
                  + "  "
                  + one.askedBy());
        }
        return answer.field("requests", rows).build();
      }
    }
  }
}
