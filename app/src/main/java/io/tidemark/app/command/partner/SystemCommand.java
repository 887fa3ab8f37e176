package io.tidemark.app.command.partner;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Group;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Person;
import io.tidemark.authorise.SecretToken;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Systems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Other systems of the insurer. */
@Command(
    name = "system",
    description = {
      "其他系统的访问：chain.yaml 中职责含 system 的成员。",
      "Access of other systems: members of chain.yaml with the duty system."
    },
    subcommands = {
      SystemCommand.Admit.class,
      SystemTrustCommand.class,
      SystemRevokeCommand.class,
      SystemCommand.ShutOut.class
    })
public final class SystemCommand extends Group {
  /** Gives a system a secret. */
  @Command(
      name = "admit",
      description = {
        "给一个系统发放密钥，写入只有本人可读的新文件；此前的密钥与会话立即作废。",
        "Gives a system a secret, in a new file that only its owner reads; an earlier secret and its sessions no longer count."
      },
      footer = {
        "",
        "例 / Example:",
        "  ./tidemark system admit renewal-app --secret-out renewal-app.secret"
      })
  public static final class Admit extends Work {
    @Parameters(
        paramLabel = "SYSTEM",
        description = {"chain.yaml 中的编号。", "Its id in chain.yaml."})
    private @Nullable String system;

    @Option(
        names = "--secret-out",
        paramLabel = "FILE",
        description = {"密钥文件（默认：./SYSTEM.secret）。", "The file (default: ./SYSTEM.secret)."})
    private @Nullable Path secretOut;

    @Override
    protected Answer work() throws Exception {
      String id = Objects.requireNonNull(system);
      try (Session session = open()) {
        Person member = member(session, id);
        Path file = secretOut == null ? Path.of(id + ".secret") : secretOut;
        if (Files.exists(file)) {
          throw Stop.usage("文件已存在：" + file, "the file exists already: " + file);
        }
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Recorded.Done<SecretToken> end;
        try {
          end = Refusals.orStop(new Systems(session.register()).admit(session.actor(), member));
        } catch (RuntimeException e) {
          Files.delete(file);
          throw e;
        }
        Files.writeString(file, end.what().text() + "\n", StandardOpenOption.WRITE);
        return Answer.builder()
            .field("system", id)
            .field("file", file.toAbsolutePath().toString())
            .field("entry", end.receipt().index())
            .say(
                id + " 的密钥已写入 " + file + "，请只交给该系统",
                "the secret of " + id + " is in " + file + ": give it to that system alone")
            .say(
                "它用密钥换取十分钟的令牌：POST /oauth2/token grant_type=client_credentials（HTTP Basic）",
                "it gets tokens for ten minutes with it: POST /oauth2/token"
                    + " grant_type=client_credentials (HTTP Basic)")
            .build();
      }
    }
  }

  /** Ends a system's access. */
  @Command(
      name = "shut-out",
      description = {
        "立即作废一个系统的密钥、证书与全部会话，所有节点同时生效。",
        "Ends a system's secret, certificates and all of its sessions at once, on every node."
      },
      footer = {"", "例 / Example:", "  ./tidemark system shut-out renewal-app"})
  public static final class ShutOut extends Work {
    @Parameters(
        paramLabel = "SYSTEM",
        description = {"chain.yaml 中的编号。", "Its id in chain.yaml."})
    private @Nullable String system;

    @Override
    protected Answer work() throws Exception {
      String id = Objects.requireNonNull(system);
      try (Session session = open()) {
        Recorded.Done<Person> end =
            Refusals.orStop(
                new Systems(session.register()).shutOut(session.actor(), member(session, id)));
        return Answer.builder()
            .field("system", id)
            .field("entry", end.receipt().index())
            .say(id + " 已不能再访问", id + " has no access any more")
            .build();
      }
    }
  }

  /** A system of the chain. */
  static Person member(Session session, String id) {
    return session
        .chain()
        .person(id)
        .filter(Person::isSystem)
        .orElseThrow(
            () ->
                Stop.usage(
                    "chain.yaml 里没有职责含 system 的 " + id,
                    "chain.yaml has no " + id + " with the duty system"));
  }
}
