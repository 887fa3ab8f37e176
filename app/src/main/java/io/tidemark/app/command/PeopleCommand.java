package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Credential;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Enrolled;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.SubjectLinked;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Inviting;
import io.tidemark.custody.members.Leaving;
import io.tidemark.custody.members.Linking;
import io.tidemark.ledger.Receipt;
import io.tidemark.terms.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People's credentials. */
@Command(
    name = "people",
    description = {"人员的凭证与服务器账号。", "People's credentials and accounts on the server."},
    subcommands = {
      PeopleCommand.Enrol.class,
      PeopleCommand.Invite.class,
      PeopleCommand.Link.class,
      PeopleCommand.Leave.class
    })
public final class PeopleCommand extends Group {
  /** Gives a person a credential. */
  @Command(
      name = "enrol",
      description = {
        "给一个人发放凭证：写入本人保管的文件，或以口令保存在目录中。",
        "Gives a person a credential: in a file that the person keeps, or kept here under a passphrase."
      },
      footer = {"", "例 / Example:", "  ./tidemark people enrol liu.min --key-out liu.min.key"})
  public static final class Enrol extends Work {
    @Parameters(
        paramLabel = "PERSON",
        description = {"chain.yaml 中的人员编号。", "The person's id in chain.yaml."})
    private @Nullable String person;

    @Option(
        names = "--key-out",
        paramLabel = "FILE",
        description = {"凭证文件（默认：./PERSON.key）。", "The key file (default: ./PERSON.key)."})
    private @Nullable Path keyOut;

    @Option(
        names = "--passphrase",
        description = {
          "改为以口令保存（在终端输入）。",
          "Keep it under a passphrase instead (typed on the terminal)."
        })
    private boolean passphrase;

    @Override
    protected Answer work() throws Exception {
      String who = Objects.requireNonNull(person);
      try (Session session = open()) {
        check(session, who);
        boolean enrolled = session.home().chain().publicKey(who).isPresent();
        Optional<Refusal> refusal = Authority.enrolling(session.actor(), who, enrolled);
        if (refusal.isPresent()) {
          throw Refusals.recorded(session, Act.SET_UP, refusal.get());
        }
        Credential credential = Credential.draw(who);
        Path file = keyOut == null ? Path.of(who + ".key") : keyOut;
        if (!passphrase && Files.exists(file)) {
          throw Stop.usage("文件已存在：" + file, "the file exists already: " + file);
        }
        Optional<byte[]> sealed =
            passphrase ? Optional.of(credential.sealUnderPassphrase()) : Optional.empty();
        if (!passphrase) {
          credential.write(file);
        }
        Receipt receipt =
            session
                .home()
                .journal()
                .record(
                    session
                        .register()
                        .begin("enrolment", session.actor())
                        .line("person", who)
                        .line("key", HexFormat.of().formatHex(credential.publicKey()))
                        .build(),
                    new Enrolled(who, credential.publicKey(), sealed));
        return Answer.builder()
            .field("person", who)
            .field("file", passphrase ? null : file.toAbsolutePath().toString())
            .field("entry", receipt.index())
            .say(
                passphrase ? who + " 的凭证已以口令保存" : "凭证已写入 " + file + "，请交本人保管",
                passphrase
                    ? "the credential of " + who + " is kept under the passphrase"
                    : "the credential is in " + file + ": give it to that person alone")
            .build();
      }
    }
  }

  /** Invites a person to open an account on the server. */
  @Command(
      name = "invite",
      description = {
        "邀请一个人在服务器上开户：给出一次性的邀请码，请只交给本人。此前的邀请作废。",
        "Invites a person to open an account on the server: prints an invitation for one use, to be given to that person alone. An earlier one no longer counts."
      },
      footer = {"", "例 / Example:", "  ./tidemark people invite liu.min --hours 24"})
  public static final class Invite extends Work {
    @Parameters(
        paramLabel = "PERSON",
        description = {"chain.yaml 中的人员编号。", "The person's id in chain.yaml."})
    private @Nullable String person;

    @Option(
        names = "--hours",
        defaultValue = "24",
        paramLabel = "N",
        description = {
          "几小时内有效（1 到 168，默认 24）。",
          "For how many hours it counts (1 to 168, default 24)."
        })
    private int hours;

    @Override
    protected Answer work() throws Exception {
      String who = Objects.requireNonNull(person);
      if (hours < 1 || hours > Inviting.LONGEST.toHours()) {
        throw Stop.usage("--hours 应在 1 到 168 之间", "--hours lies between 1 and 168");
      }
      try (Session session = open()) {
        check(session, who);
        boolean enrolled = session.home().isEnrolled(who);
        Recorded.Done<Inviting.Invitation> end =
            Refusals.orStop(
                new Inviting(session.register())
                    .invite(session.actor(), who, enrolled, Duration.ofHours(hours)));
        String token = end.what().token().text();
        return Answer.builder()
            .field("person", who)
            .field("invitation", token)
            .field("until", end.what().until().toString())
            .field("entry", end.receipt().index())
            .say(
                who + " 的邀请码（只用一次，至 " + end.what().until() + "）：" + token,
                "invitation of " + who + " (one use, until " + end.what().until() + "): " + token)
            .say(
                "本人用它开户：POST /api/v1/sign-in/enrol {invitation, password}",
                "that person opens the account with it: POST /api/v1/sign-in/enrol {invitation, password}")
            .build();
      }
    }
  }

  /** Says who a person is at the insurer's provider. */
  @Command(
      name = "link",
      description = {
        "登记一个人在保险公司身份提供方（OpenID Connect）的标识：此后在那里登录就是此人。此前的标识与会话作废。",
        "Says who a person is at the insurer's OpenID Connect provider: whoever signs in there as this subject is that person. An earlier subject and its sessions no longer count."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark people link liu.min --issuer https://id.example.com --subject 00u1a2b3c4"
      })
  public static final class Link extends Work {
    @Parameters(
        paramLabel = "PERSON",
        description = {"chain.yaml 中的人员编号。", "The person's id in chain.yaml."})
    private @Nullable String person;

    @Option(
        names = "--issuer",
        required = true,
        paramLabel = "URL",
        description = {"提供方，与 serve --oidc-issuer 相同。", "The provider, as in serve --oidc-issuer."})
    private @Nullable String issuer;

    @Option(
        names = "--subject",
        required = true,
        paramLabel = "SUB",
        description = {"提供方给此人的标识（sub）。", "What the provider calls the person (sub)."})
    private @Nullable String subject;

    @Override
    protected Answer work() throws Exception {
      String who = Objects.requireNonNull(person);
      String sub = Objects.requireNonNull(subject);
      if (sub.isBlank() || sub.length() > 255) {
        throw Stop.usage("--subject 应为 1 到 255 个字符", "--subject has 1 to 255 characters");
      }
      try (Session session = open()) {
        check(session, who);
        Recorded.Done<String> end =
            Refusals.orStop(
                new Linking(session.register())
                    .link(
                        session.actor(),
                        who,
                        session.home().isEnrolled(who),
                        Objects.requireNonNull(issuer),
                        sub));
        return Answer.builder()
            .field("person", who)
            .field("issuer", issuer)
            .field("entry", end.receipt().index())
            .say(who + " 此后在 " + issuer + " 登录", who + " signs in at " + issuer + " from now on")
            .build();
      } catch (SubjectLinked.Taken e) {
        throw Stop.usage("此标识已属于另一个人", "the subject is another person's already");
      }
    }
  }

  /** Has a person leave the chain. */
  @Command(
      name = "leave",
      description = {
        "一个人（或系统）离开：账号、凭证、会话与委托立即全部终止，此前的决定仍然有效。由本人或个人信息保护负责人执行；此人没有任何凭证时操作员也可以。",
        "A person (or system) leaves: account, credentials, sessions and delegations end at once; what was decided before stays decided. For that person or a protection officer; for the operator while the person has no credential."
      },
      footer = {"", "例 / Example:", "  ./tidemark people leave wang.fang --why '离职' --as liu.min"})
  public static final class Leave extends Work {
    @Parameters(
        paramLabel = "PERSON",
        description = {"chain.yaml 中的编号。", "The id in chain.yaml."})
    private @Nullable String person;

    @Mixin private final Reason reason = new Reason();

    @Override
    protected Answer work() throws Exception {
      String who = Objects.requireNonNull(person);
      String why = reason.said();
      try (Session session = open()) {
        Person member =
            session
                .chain()
                .person(who)
                .orElseThrow(
                    () ->
                        Stop.usage(
                            "chain.yaml 里没有此人：" + who, "chain.yaml has nobody called " + who));
        Recorded.Done<Person> end =
            Refusals.orStop(
                new Leaving(session.register())
                    .leave(
                        session.actor(),
                        session.chain(),
                        member,
                        session.home().isEnrolled(who),
                        why));
        return Answer.builder()
            .field("person", who)
            .field("why", why)
            .field("entry", end.receipt().index())
            .say(who + " 已离开，访问立即终止", who + " has left, and has no access any more")
            .build();
      }
    }
  }

  private static void check(Session session, String who) {
    Optional<Person> person = session.chain().person(who);
    if (person.isEmpty()) {
      throw Stop.usage("chain.yaml 里没有此人：" + who, "chain.yaml has nobody called " + who);
    }
    if (person.get().isSystem()) {
      throw Stop.usage(
          who + " 是系统，不是人：请用 system admit", who + " is a system, not a person: run system admit");
    }
  }
}
