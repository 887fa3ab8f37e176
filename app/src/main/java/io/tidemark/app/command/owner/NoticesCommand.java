package io.tidemark.app.command.owner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.command.partner.PartnerWork;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.owner.Notifying;
import io.tidemark.formats.notice.NoticeKey;
import io.tidemark.rights.notice.Notice;
import io.tidemark.store.register.NoticeTables;
import io.tidemark.terms.NoticeId;
import io.tidemark.terms.PersonalText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Notices to those who hold a copy. */
@Command(
    name = "notices",
    description = {
      "客户撤回、拒绝或被删除后，发给每一个持有其副本的接收方的通知：谁被告知、何时送达、谁确认了、谁没有。",
      "Notices to every party that holds a copy of somebody who withdrew, refused or was erased: who was"
          + " told, when, who acknowledged it and who did not."
    },
    subcommands = {
      NoticesCommand.Listed.class,
      NoticesCommand.Show.class,
      NoticesCommand.Send.class,
      NoticesCommand.Ack.class,
      NoticesCommand.Key.class
    })
public final class NoticesCommand extends Group {
  private static final int MOST = 10_000;

  /** Lists them. */
  @Command(
      name = "list",
      description = {
        "列出通知，新的在前；不含任何个人信息。",
        "Lists notices, the newest first; nothing in it says whom they are about."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark notices list --waiting",
        "  ./tidemark notices list --late --party ag-0001 --json"
      })
  public static final class Listed extends Work {
    @Option(
        names = "--party",
        paramLabel = "PARTY",
        description = {"只列此接收方的。", "Only this party's."})
    private @Nullable String party;

    @Option(
        names = "--waiting",
        description = {"只列尚未确认的。", "Only those that are not acknowledged."})
    private boolean waiting;

    @Option(
        names = "--late",
        description = {"只列过了制度规定期限仍未确认的。", "Only those not acknowledged within the policy's term."})
    private boolean late;

    @Option(
        names = "--most",
        defaultValue = "200",
        paramLabel = "N",
        description = {"至多几条，1 到 10000（默认 200）。", "At most so many, 1 to 10000 (default 200)."})
    private int most;

    @Override
    protected Answer work() throws Exception {
      if (most < 1 || most > MOST) {
        throw Stop.usage("--most 应在 1 到 10000 之间", "--most lies between 1 and 10000");
      }
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.AUDIT);
        Instant now = session.clock().instant();
        NoticeTables.Which which =
            late
                ? NoticeTables.Which.LATE
                : waiting ? NoticeTables.Which.WAITING : NoticeTables.Which.ALL;
        List<Notice> all =
            session
                .home()
                .notices()
                .list(which, Optional.ofNullable(party), Optional.empty(), most, now);
        Answer.Builder answer =
            Answer.builder()
                .field("notices", all.stream().map(one -> NoticeLines.fields(one, now)).toList());
        all.forEach(one -> NoticeLines.say(answer, one, now));
        if (all.isEmpty()) {
          answer.say("没有通知", "there is no notice");
        }
        return answer.build();
      }
    }
  }

  /** What the commands about one notice have in common. */
  abstract static class OfOne extends Work {
    @Parameters(
        paramLabel = "NOTICE",
        description = {"见 notices list。", "See notices list."})
    private @Nullable String name;

    Notice notice(Session session) {
      String id = Objects.requireNonNull(name);
      try {
        return session.home().notices().find(new NoticeId(id)).orElseThrow(() -> unknown(id));
      } catch (IllegalArgumentException e) {
        throw unknown(id);
      }
    }

    private static Stop unknown(String id) {
      return Stop.usage("没有这份通知：" + id, "there is no such notice: " + id);
    }
  }

  /** Shows one. */
  @Command(
      name = "show",
      description = {
        "一份通知的现状；--document 另给出签名文件（含个人信息，须为个人信息保护负责人，先记账）。",
        "One notice as it stands; --document adds the signed document, which is about a person: for a"
            + " protection officer, recorded first."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark notices show n-0123456789abcdef",
        "  ./tidemark notices show n-0123456789abcdef --document --as liu.min --json"
      })
  public static final class Show extends OfOne {
    @Option(
        names = "--document",
        description = {"给出签名文件（JWS）。", "Adds the signed document (JWS)."})
    private boolean document;

    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, document ? Act.NOTIFY : Act.AUDIT);
        Instant now = session.clock().instant();
        Notice notice = notice(session);
        Answer.Builder answer = Answer.builder().fields(NoticeLines.fields(notice, now));
        NoticeLines.say(answer, notice, now);
        if (document) {
          Optional<Notifying.Document> text =
              Refusals.orStop(session.notifying().show(session.actor(), notice)).what();
          answer.field("document", text.map(Notifying.Document::text).orElse(null));
          text.ifPresentOrElse(
              one -> answer.show(PersonalText.of(one.text())),
              () ->
                  answer.say(
                      "已确认、已删除或已过期：指明此人的内容已不在",
                      "acknowledged, erased or past its time: what it said of the person is gone"));
        }
        return answer.build();
      }
    }
  }

  /** Sends again at once. */
  @Command(
      name = "send",
      description = {
        "让一个接收方的 webhook 不再等待，立即重新投递；由运行中的 serve 投递。",
        "Has what waits for a party sent to its webhook at once, whatever failed before; a running serve"
            + " sends it."
      },
      footer = {"", "例 / Example:", "  ./tidemark notices send ag-0001 --as liu.min"})
  public static final class Send extends Work {
    @Mixin private final PartnerWork.OfParty party = new PartnerWork.OfParty();

    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.NOTIFY);
        String who = party.in(session);
        Instant now = session.clock().instant();
        if (!session.home().webhooks().hasten(who, now)) {
          throw Stop.usage(
              who + " 没有 webhook：请用 partner webhook 设置，或让对方取通知列表",
              who
                  + " has no webhook: set one with partner webhook, or have the party fetch its list");
        }
        long waiting =
            session.home().notices().counts(now).stream()
                .filter(one -> one.party().equals(who))
                .mapToLong(NoticeTables.Count::waiting)
                .sum();
        return Answer.builder()
            .field("party", who)
            .field("waiting", waiting)
            .say(
                waiting + " 份待确认；未送达的由运行中的 serve 立即投递",
                waiting
                    + " wait for its word; a running serve sends at once what was not delivered")
            .build();
      }
    }
  }

  /** Records that a party knows. */
  @Command(
      name = "ack",
      description = {
        "登记一个接收方以其他方式（来函、邮件）确认了一份通知。",
        "Records that a party acknowledged a notice by another way, such as a letter."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark notices ack n-0123456789abcdef --why '12 月 3 日来函' --as liu.min"
      })
  public static final class Ack extends OfOne {
    @Mixin private final Reason reason = new Reason();

    @Override
    protected Answer work() throws Exception {
      String why = reason.said();
      try (Session session = open()) {
        Notice notice = notice(session);
        Recorded.Done<NoticeId> end =
            Refusals.orStop(session.notifying().acknowledgeFor(session.actor(), notice, why));
        return Answer.builder()
            .field("notice", notice.id().text())
            .field("party", notice.party())
            .field("state", "acknowledged")
            .field("entry", end.receipt().index())
            .say(
                notice.party() + " 已确认 " + notice.id() + "；账目 " + end.receipt().index(),
                notice.party()
                    + " acknowledged "
                    + notice.id()
                    + "; entry "
                    + end.receipt().index())
            .build();
      }
    }
  }

  /** The key that checks them. */
  @Command(
      name = "key",
      description = {
        "核验通知签名的公钥（JWK）；账本第 0 条以 notice-key 写明它。",
        "The key that checks notices (JWK); entry 0 of the ledger names it as notice-key."
      },
      footer = {"", "例 / Example:", "  ./tidemark notices key --json > notice-key.jwk"})
  public static final class Key extends Work {
    @Override
    protected Answer work() throws Exception {
      try (Session session = open()) {
        NoticeKey key = NoticeKey.of(session.home().keys());
        return Answer.builder()
            .fields(key.jwk())
            .say("公钥（Ed25519，十六进制）：" + key.publicHex(), "key (Ed25519, hex): " + key.publicHex())
            .say("kid：" + key.id(), "kid: " + key.id())
            .build();
      }
    }
  }
}
