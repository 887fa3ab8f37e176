package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.FileDigest;
import io.tidemark.evidence.CallVerification;
import io.tidemark.evidence.CaseFile;
import io.tidemark.evidence.Check;
import io.tidemark.evidence.Verification;
import io.tidemark.formats.bundle.BadBundle;
import io.tidemark.formats.bundle.BundleFile;
import io.tidemark.formats.bundle.CallBundleFile;
import io.tidemark.formats.bundle.OwnerFile;
import io.tidemark.formats.bundle.ReadBundle;
import io.tidemark.ledger.LedgerException;
import io.tidemark.ledger.VerifierKey;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a bundle offline. */
@Command(
    name = "verify",
    description = {
      "离线核验证据包或本人的历史文件：只需文件与账本公钥，不需要数据目录与网络。",
      "Checks a bundle, or an owner's file, with nothing but the file and the ledger's key: no home, no"
          + " network."
    },
    footer = {
      "",
      "例 / Example:",
      "  ./tidemark verify bundle.zip --key 'tidemark/…+…+…' --material leak.xlsx",
      "  ./tidemark verify mine.zip yours.zip --key 'tidemark/…+…+…'"
    })
public final class VerifyCommand extends Work {
  @Parameters(
      paramLabel = "FILE.zip",
      arity = "1..2",
      description = {
        "证据包，或本人的历史文件；两份历史文件放在一起，可看出是否有人看到了不同的历史。",
        "A bundle of evidence or an owner's file; two owners' files side by side show whether somebody"
            + " was shown another history."
      })
  private List<Path> files = List.of();

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = {
        "账本公钥（ledger checkpoint 打印的 public_key）。",
        "The ledger's key (public_key of ledger checkpoint)."
      })
  private @Nullable String key;

  @Option(
      names = "--material",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "泄露的文件（来电的案件：举报或通话记录），与证据包所列的摘要核对。",
        "The leaked files (of a case of calls: reports or call records), to be compared with the digests that the bundle lists."
      })
  private List<Path> material = List.of();

  @Override
  protected Answer work() throws Exception {
    for (Path file : files) {
      there(file);
    }
    Path bundle = files.get(0);
    try {
      if (files.size() == 2 || OwnerFile.recognises(bundle)) {
        return new VerifiedHistory(terminal().language(), given()).answer(files);
      }
      if (CallBundleFile.recognises(bundle)) {
        CallBundleFile.Read read = CallBundleFile.read(bundle);
        List<Check> checks = new ArrayList<>(List.of(read.manifest()));
        checks.addAll(new CallVerification(read.content().bundle(), given(), shown()).run());
        return answer(new VerifiedCalls(read.content().bundle().file())::say, checks);
      }
      ReadBundle read = BundleFile.read(bundle);
      List<Check> checks = new ArrayList<>(read.checks());
      checks.addAll(new Verification(read.bundle(), given(), shown()).run());
      return answer(new Verified(read.bundle().file())::say, checks);
    } catch (BadBundle e) {
      throw Stop.unreadable(
          new Words(
              "不是完好的证据包：" + e.file() + " " + e.place() + "：" + e.words().zh(),
              "not a sound bundle: " + e.file() + " " + e.place() + ": " + e.words().en()));
    }
  }

  private static Path there(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Stop.unreadable(new Words("没有这个文件：" + file, "no such file: " + file));
    }
    return file;
  }

  private Optional<List<CaseFile.Material>> shown() throws IOException {
    List<CaseFile.Material> shown = new ArrayList<>();
    for (Path one : material) {
      there(one);
      shown.add(new CaseFile.Material(String.valueOf(one.getFileName()), FileDigest.of(one)));
    }
    return material.isEmpty() ? Optional.empty() : Optional.of(shown);
  }

  private Optional<VerifierKey> given() {
    try {
      return key == null ? Optional.empty() : Optional.of(VerifierKey.parse(key.strip()));
    } catch (LedgerException e) {
      throw Stop.usage(
          "--key 不是账本公钥：" + e.getMessage(), "--key is not a ledger's key: " + e.getMessage());
    }
  }

  private Answer answer(Consumer<Answer.Builder> verified, List<Check> checks) {
    boolean valid = checks.stream().filter(Check::needed).allMatch(Check::ok);
    List<Map<String, Object>> listed = new ArrayList<>();
    Answer.Builder answer = Answer.builder().field("valid", valid);
    answer.say(
        valid ? "证据包有效。" : "证据包无效。", valid ? "The bundle is valid." : "The bundle is NOT valid.");
    if (valid) {
      verified.accept(answer);
    }
    for (Check check : checks) {
      listed.add(say(answer, "", check, terminal().language()));
    }
    return answer.field("checks", listed).exit(exitOf(valid)).build();
  }

  /** Says a check, and gives it as a program reads it. */
  static Map<String, Object> say(
      Answer.Builder answer, String before, Check check, Language language) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", before + check.name());
    fields.put("ok", check.ok());
    fields.put("needed", check.needed());
    fields.put("why", check.why().in(language));
    String mark = (check.ok() ? "  ✓ " : check.needed() ? "  ✗ " : "  ! ") + before;
    answer.say(
        mark + check.name() + "：" + check.why().zh(),
        mark + check.name() + ": " + check.why().en());
    return fields;
  }
}
