package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.ConsentFile;
import io.tidemark.app.files.Listings;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Consenting;
import io.tidemark.custody.owner.Identifying;
import io.tidemark.formats.consent.ConsentRecords;
import io.tidemark.rights.Consents;
import io.tidemark.rights.Ground;
import io.tidemark.rights.Statement;
import io.tidemark.rights.Word;
import io.tidemark.terms.ConsentId;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Words;
import io.tidemark.vault.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people consent to, withdraw and refuse. */
@Command(
    name = "consent",
    description = {
      "登记客户本人的意愿：同意、撤回、拒绝；从登记那一刻起，此人不在该目的的任何释放、计划、名单与查询里。",
      "Records what a customer says: consent, withdrawal, refusal. From that moment on the person is"
          + " in no release, plan, list or look-up for the purpose."
    },
    subcommands = {
      ConsentCommand.Give.class,
      ConsentCommand.Withdraw.class,
      ConsentCommand.Refuse.class,
      ConsentCommand.Show.class,
      ConsentCommand.Import.class
    })
public final class ConsentCommand extends Group {
  /** Consents. */
  @Command(
      name = "give",
      description = {
        "登记同意；写 --recipient 即为写明接收方的单独同意。",
        "Records a consent; with --recipient a separate one that names the recipient."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark consent give --purpose marketing --recipient pf-01 --policy - --channel phone"
            + " --notice 2026-11"
      })
  public static final class Give extends Saying {
    @Override
    Word word() {
      return Word.GIVE;
    }
  }

  /** Takes a consent back. */
  @Command(
      name = "withdraw",
      description = {
        "登记撤回；不写 --recipient 即对所有接收方撤回。",
        "Records a withdrawal; without --recipient from everybody."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark consent withdraw --purpose marketing --phone - --channel phone --notice"
            + " 2026-11"
      })
  public static final class Withdraw extends Saying {
    @Override
    Word word() {
      return Word.WITHDRAW;
    }
  }

  /** Objects. */
  @Command(
      name = "refuse",
      description = {
        "登记拒绝（不须先有同意）；不写 --purpose 即拒绝营销。",
        "Records a refusal, which needs no consent before; without --purpose of marketing."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark consent refuse --phone - --channel phone --notice 2026-11"
      })
  public static final class Refuse extends Saying {
    @Override
    Word word() {
      return Word.REFUSE;
    }
  }

  /** What the three have in common. */
  abstract static class Saying extends Work {
    @Option(
        names = "--purpose",
        paramLabel = "P",
        description = {"目的。", "The purpose."})
    private @Nullable String purpose;

    @Option(
        names = "--recipient",
        paramLabel = "PARTY",
        description = {"接收方；不写为所有。", "The recipient; everybody where it is not given."})
    private @Nullable String recipient;

    @Option(
        names = "--channel",
        required = true,
        paramLabel = "C",
        description = {
          "本人经哪种渠道说的：phone、counter、app、web、letter、email、sms、agent、other。",
          "How the person said it."
        })
    private @Nullable String channel;

    @Option(
        names = "--notice",
        required = true,
        paramLabel = "VERSION",
        description = {"告知书的版本。", "The version of the notice."})
    private @Nullable String notice;

    @Option(
        names = "--text",
        paramLabel = "TEXT",
        defaultValue = "",
        description = {
          "所同意或拒绝的文本；写告知的原文，不写本人的信息。",
          "The wording agreed or objected to: that of the notice, nothing about the person."
        })
    private String text = "";

    @ArgGroup(multiplicity = "1")
    private ByNumber by = new ByNumber();

    abstract Word word();

    @Override
    protected Answer work() throws Exception {
      Locator kind = by.kind();
      String named = purpose == null && word() == Word.REFUSE ? "marketing" : purpose;
      if (named == null) {
        throw Stop.usage("需要 --purpose", "--purpose is missing");
      }
      try (Session session = open()) {
        Statement statement =
            new Statement(
                word(),
                named,
                Optional.ofNullable(recipient),
                session.clock().instant(),
                new Ground(String.valueOf(channel), String.valueOf(notice), text));
        PersonalText number = by.typed(terminal().language());
        Recorded<ConsentId> end =
            session
                .rights()
                .consenting()
                .say(session.actor(), new Consenting.Line(kind, number, statement));
        return end.either(done -> done(session, done), ConsentCommand::no);
      }
    }

    private Answer done(Session session, Recorded.Done<ConsentId> end) {
      long notices = session.home().notices().openedBy(end.receipt().index());
      Answer.Builder answer = answer(end).field("notices", notices);
      if (notices > 0) {
        answer.say(
            notices + " 份通知发给持有其副本的接收方（notices list）",
            notices + " notices to those who hold a copy (notices list)");
      }
      return answer.build();
    }

    private Answer.Builder answer(Recorded.Done<ConsentId> end) {
      return Answer.builder()
          .field("consent", end.what().text())
          .field("word", word().id())
          .field("entry", end.receipt().index())
          .say(
              "已登记：" + word().words().zh() + "（" + end.what() + "），即刻生效",
              word().words().en() + " (" + end.what() + "), in force from now on")
          .say("账目 " + end.receipt().index(), "entry " + end.receipt().index());
    }
  }

  /** Shows what one person said. */
  @Command(
      name = "show",
      description = {
        "一位客户说过的话；--json 为 ISO/IEC TS 27560 的同意记录（W3C DPV，JSON-LD），见 docs/consent.md。",
        "What one customer said; --json is a consent record of ISO/IEC TS 27560 (W3C DPV, JSON-LD),"
            + " see docs/consent.md."
      },
      footer = {"", "例 / Example:", "  ./tidemark consent show --policy - --json"})
  public static final class Show extends Work {
    @ArgGroup(multiplicity = "1")
    private ByNumber by = new ByNumber();

    @Override
    protected Answer work() throws Exception {
      Locator kind = by.kind();
      try (Session session = open()) {
        PersonalText number = by.typed(terminal().language());
        return session
            .rights()
            .consenting()
            .show(session.actor(), kind, number)
            .either(done -> shown(session, done.what()), ConsentCommand::no);
      }
    }

    private static Answer shown(Session session, List<Consents.Kept> all) {
      Answer.Builder answer =
          Answer.builder().fields(new ConsentRecords(session.policy(), session.chain()).of(all));
      for (Consents.Kept one : all) {
        Statement said = one.statement();
        String rest =
            said.purpose()
                + said.recipient().map(party -> " " + party).orElse("")
                + (" " + said.at() + " " + said.ground().channel() + " " + said.ground().notice());
        answer.say(said.word().words().zh() + " " + rest, said.word().words().en() + " " + rest);
      }
      return all.isEmpty()
          ? answer.say("此人还没有说过什么", "this person has said nothing yet").build()
          : answer.build();
    }
  }

  /** Records many. */
  @Command(
      name = "import",
      description = {
        "一张表：一列号码（保单号、车架号、车牌号、手机号或证件号码），以及 意愿、目的、接收方、时间、渠道、告知书、文本。",
        "A table: one column of numbers and 意愿 (word: give, withdraw, refuse), 目的 (purpose), 接收方"
            + " (recipient, may be empty), 时间 (time), 渠道 (channel), 告知书 (notice), 文本 (text, may be"
            + " left out). Of one person the later time counts. Exit status 6: some lines were"
            + " refused, and are listed."
      },
      footer = {"", "例 / Example:", "  ./tidemark consent import consents.csv"})
  public static final class Import extends Work {
    @Parameters(
        paramLabel = "FILE",
        description = {"CSV 或 XLSX，任何常见编码。", "CSV or XLSX in any usual encoding."})
    private @Nullable Path file;

    @Override
    protected Answer work() throws Exception {
      Path read = Objects.requireNonNull(file);
      if (!Files.isRegularFile(read)) {
        throw Stop.unreadable(new Words("没有这个文件：" + read, "no such file: " + read));
      }
      try (Session session = open();
          Listings listings =
              new Listings(session.home().folder().path().resolve("reports"), "consents")) {
        Consenting consenting = session.rights().consenting();
        consenting
            .refusal(session.actor())
            .ifPresent(
                refusal -> {
                  throw Stop.refused(refusal);
                });
        long recorded =
            new ConsentFile(read, session.headings(Optional.empty()))
                .record(consenting, session.actor(), listings::reject);
        listings.finish();
        return Answer.builder()
            .field("recorded", recorded)
            .field("rejected", listings.rejected())
            .field("rejects_file", listings.rejectsFile().orElse(null))
            .say("已登记 " + recorded + " 行", recorded + " lines recorded")
            .say(
                "未登记 " + listings.rejected() + " 行 " + listings.rejectsFile().orElse(""),
                listings.rejected() + " lines rejected " + listings.rejectsFile().orElse(""))
            .exit(
                listings.rejected() == 0
                    ? Exit.DONE
                    : recorded == 0 ? Exit.UNREADABLE : Exit.IN_PART)
            .build();
      }
    }
  }

  private static Answer no(Recorded.Refused<?> refused) {
    if (!refused.refusal().equals(Identifying.NOBODY)) {
      throw Stop.refused(refused.refusal());
    }
    return Answer.builder()
        .field("rule", refused.refusal().rule())
        .field("entry", refused.receipt().index())
        .say(refused.refusal().reason())
        .exit(Exit.ANSWER_IS_NO)
        .build();
  }
}
