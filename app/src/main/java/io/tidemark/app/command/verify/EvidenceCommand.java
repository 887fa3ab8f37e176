package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Work;
import io.tidemark.app.evidence.Bundling;
import io.tidemark.terms.CaseId;
import io.tidemark.terms.Digest;
import io.tidemark.terms.Refusal;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the bundle of a case. */
@Command(
    name = "evidence",
    description = {
      "把案件写成证据包：任何人可离线核验。含个人信息，请妥善保管。",
      "Writes the bundle of a case, which anybody can check offline. It holds personal information: keep it safe."
    },
    footer = {"", "例 / Example:", "  ./tidemark evidence c-0123456789abcdef --out bundle.zip"})
public final class EvidenceCommand extends Work {
  @Parameters(
      paramLabel = "CASE",
      description = {"案件编号。", "The case."})
  private @Nullable String id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = {"证据包文件。", "The bundle."})
  private @Nullable Path out;

  @Override
  protected Answer work() throws Exception {
    Path target = Objects.requireNonNull(out).toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Stop.usage("没有这个文件夹：" + folder, "there is no such folder: " + folder);
    }
    if (Files.exists(target)) {
      throw Stop.usage(
          "文件已存在，不会覆盖：" + target, "the file exists already and is not overwritten: " + target);
    }
    CaseId named;
    try {
      named = new CaseId(Objects.requireNonNull(id));
    } catch (IllegalArgumentException e) {
      throw Stop.usage("没有这个案件：" + id, "there is no such case: " + id);
    }
    try (Session session = open()) {
      Optional<Refusal> refusal = session.exhibit().refusal(session.actor());
      if (refusal.isPresent()) {
        throw Stop.refused(refusal.get().reason());
      }
      Digest digest = new Bundling(session).write(named, target);
      return Answer.builder()
          .field("file", target.toString())
          .field("sha256", digest.toString())
          .field("case", named.text())
          .say("证据包：" + target, "bundle: " + target)
          .say("SHA-256：" + digest, "SHA-256: " + digest)
          .say(
              new Words(
                  "核验：./tidemark verify "
                      + target
                      + " --key '"
                      + session.home().ledger().key().vkey()
                      + "'",
                  "check: ./tidemark verify "
                      + target
                      + " --key '"
                      + session.home().ledger().key().vkey()
                      + "'"))
          .build();
    }
  }
}
