package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Credential;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Authority;
import io.tidemark.authorise.Enrolled;
import io.tidemark.authorise.Person;
import io.tidemark.custody.Inviting;
import io.tidemark.custody.Recorded;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People's credentials. */
@Command(
    name = "people",
    description = {"人员的凭证与服务器账号。", "People's credentials and accounts on the server."},
    subcommands = {PeopleCommand.Enrol.class, PeopleCommand.Invite.class})
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
    Answer work() throws Exception {
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
    Answer work() throws Exception {
      String who = Objects.requireNonNull(person);
      if (hours < 1 || hours > Inviting.LONGEST.toHours()) {
        throw Stop.usage("--hours 应在 1 到 168 之间", "--hours lies between 1 and 168");
      }
      try (Session session = open()) {
        check(session, who);
        boolean enrolled =
            session.home().chain().publicKey(who).isPresent()
                || session.home().accounts().find(who).isPresent();
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
