package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.files.AssignmentFile;
import io.tidemark.app.files.FileDigest;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.members.Assigning;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whose customers are who. */
@Command(
    name = "assign",
    description = {
      "登记客户归谁、赔案由谁经办；look-up 的范围以此为准。后登记的代替先前的，都记入台账。",
      "Registers in whose book customers are and who handles which claim: the scopes of look-up"
          + " rest on it. A later registration replaces an earlier one; each is an entry."
    },
    subcommands = {AssignCommand.Books.class, AssignCommand.Claims.class})
public final class AssignCommand extends Group {
  /** In whose book. */
  @Command(
      name = "books",
      description = {
        "一张表，表头 保单号 与 归属；归属写 chain.yaml 里的人员或机构编号。",
        "A table with the headings 保单号 and 归属 (owner): the id of a person or a party of chain.yaml."
      },
      footer = {"", "例 / Example:", "  ./tidemark assign books books.csv"})
  public static final class Books extends Assignment {
    @Override
    Recorded.Done<Assigning.Assigned> assign(
        Session session, Assigning assigning, AssignmentFile file, Digest digest) {
      file.books(assigning);
      return assigning.books(session.actor(), digest);
    }
  }

  /** Who handles. */
  @Command(
      name = "claims",
      description = {
        "一张表，表头 赔案号、保单号 与 经办人；经办人写 chain.yaml 里的人员编号。",
        "A table with the headings 赔案号 (claim), 保单号 and 经办人 (handler): the id of a person of"
            + " chain.yaml."
      },
      footer = {"", "例 / Example:", "  ./tidemark assign claims claims.csv"})
  public static final class Claims extends Assignment {
    @Override
    Recorded.Done<Assigning.Assigned> assign(
        Session session, Assigning assigning, AssignmentFile file, Digest digest) {
      file.claims(assigning);
      return assigning.claims(session.actor(), digest);
    }
  }

  /** What both do alike. */
  abstract static class Assignment extends Work {
    @Parameters(
        paramLabel = "FILE",
        description = {"CSV 或 XLSX，任何常见编码。", "CSV or XLSX in any usual encoding."})
    private @Nullable Path file;

    abstract Recorded.Done<Assigning.Assigned> assign(
        Session session, Assigning assigning, AssignmentFile file, Digest digest);

    @Override
    protected Answer work() throws Exception {
      Path read = Objects.requireNonNull(file);
      if (!Files.isRegularFile(read)) {
        throw Stop.unreadable(new Words("没有这个文件：" + read, "no such file: " + read));
      }
      try (Session session = open()) {
        Assigning assigning = session.assigning();
        assigning
            .refusal(session.actor())
            .ifPresent(
                refusal -> {
                  throw Stop.refused(refusal);
                });
        AssignmentFile lines =
            new AssignmentFile(read, session.headings(Optional.empty()), session.chain());
        Recorded.Done<Assigning.Assigned> end =
            assign(session, assigning, lines, FileDigest.of(read));
        Assigning.Assigned assigned = end.what();
        return Answer.builder()
            .field("assigned", assigned.assigned())
            .field("unknown", assigned.unknown())
            .field("entry", end.receipt().index())
            .say(
                "已登记 " + assigned.assigned() + " 件，另有 " + assigned.unknown() + " 件保单不在保管中",
                assigned.assigned()
                    + " registered; "
                    + assigned.unknown()
                    + " name a policy that is not in custody")
            .say("账目 " + end.receipt().index(), "entry " + end.receipt().index())
            .build();
      }
    }
  }
}
