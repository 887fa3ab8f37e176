package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Stop;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.bundle.BadBundle;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.ReadBundle;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a bundle offline. */
@Command(
    name = "verify",
    description = {
      "离线核验证据包：只需证据包与账本公钥，不需要数据目录与网络。",
      "Checks a bundle with nothing but the bundle and the ledger's key: no home, no network."
    },
    footer = {"", "例 / Example:", "  ./tidemark verify bundle.zip --key 'tidemark/…+…+…'"})
public final class VerifyCommand extends Work {
  @Parameters(
      paramLabel = "FILE.zip",
      description = {"证据包。", "The bundle."})
  private @Nullable Path file;

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = {
        "账本公钥（ledger checkpoint 打印的 public_key）。",
        "The ledger's key (public_key of ledger checkpoint)."
      })
  private @Nullable String key;

  @Override
  Answer work() throws Exception {
    Path bundle = Objects.requireNonNull(file);
    if (!Files.isRegularFile(bundle)) {
      throw Stop.unreadable(new Words("没有这个文件：" + bundle, "no such file: " + bundle));
    }
    List<Check> checks = new ArrayList<>();
    try {
      ReadBundle read = BundleFile.read(bundle);
      checks.addAll(read.checks());
      checks.addAll(new Verification(read.bundle(), given()).run());
    } catch (BadBundle e) {
      throw Stop.unreadable(
          new Words(
              "不是完好的证据包：" + e.file() + " " + e.place() + "：" + e.words().zh(),
              "not a sound bundle: " + e.file() + " " + e.place() + ": " + e.words().en()));
    }
    return answer(checks);
  }

  private Optional<VerifierKey> given() {
    try {
      return key == null ? Optional.empty() : Optional.of(VerifierKey.parse(key.strip()));
    } catch (LedgerException e) {
      throw Stop.usage(
          "--key 不是账本公钥：" + e.getMessage(), "--key is not a ledger's key: " + e.getMessage());
    }
  }

  private Answer answer(List<Check> checks) {
    boolean valid = checks.stream().filter(Check::needed).allMatch(Check::ok);
    List<Map<String, Object>> listed = new ArrayList<>();
    Answer.Builder answer = Answer.builder().field("valid", valid);
    answer.say(
        valid ? "证据包有效。" : "证据包无效。", valid ? "The bundle is valid." : "The bundle is NOT valid.");
    for (Check check : checks) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", check.name());
      fields.put("ok", check.ok());
      fields.put("needed", check.needed());
      fields.put("why", check.why().in(terminal().language()));
      listed.add(fields);
      String mark = check.ok() ? "  ✓ " : check.needed() ? "  ✗ " : "  ! ";
      answer.say(
          mark + check.name() + "：" + check.why().zh(),
          mark + check.name() + ": " + check.why().en());
    }
    return answer.field("checks", listed).exit(exitOf(valid)).build();
  }
}
