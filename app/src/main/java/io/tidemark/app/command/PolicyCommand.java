package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.command.find.PolicyGrades;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Policy;
import io.tidemark.authorise.PolicyChanged;
import io.tidemark.authorise.preview.Effect;
import io.tidemark.authorise.preview.PolicyPreview;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.settings.SettingsFile;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.home.HomeFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows and changes the policy. */
@Command(
    name = "policy",
    description = {
      "制度：定级、目的、形式、审批、可追溯要求。",
      "The policy: grades, purposes, forms, approvals, demanded traceability."
    },
    subcommands = {PolicyCommand.Show.class, PolicyCommand.Apply.class})
public final class PolicyCommand extends Group {
  /** Prints the policy that counts, or the built-in one. */
  @Command(
      name = "show",
      description = {
        "打印现行制度；没有数据目录时打印内置制度。",
        "Prints the policy that counts; the built-in one where there is no home."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark policy show > policy.yaml",
        "  ./tidemark policy show --grades"
      })
  public static final class Show extends Work {
    @Option(
        names = "--grades",
        description = {
          "只列定级：每个字段与类别在三个标准中的级别，各带出处标注。",
          "Only the grades: the levels of each field and kind in three scales, each with its label."
        })
    private boolean grades;

    @Override
    protected Answer work() throws Exception {
      String text = PolicyFile.builtInFile().text();
      if (new HomeFolder(common.home()).exists()) {
        try (Session session = open()) {
          text = session.home().policies().current().orElse(text);
        }
      }
      Policy policy = PolicyFile.read(SettingsFile.of("policy.yaml", text));
      Answer.Builder answer = PolicyGrades.add(Answer.builder().field("policy", text), policy);
      return grades
          ? PolicyGrades.say(answer, policy).build()
          : answer.say(text.stripTrailing(), text.stripTrailing()).build();
    }
  }

  /** Puts a policy file in force. */
  @Command(
      name = "apply",
      description = {
        "使一份 policy.yaml 生效，并记入其摘要；--preview 只显示它会改变哪些授权与未用的申请。",
        "Puts a policy.yaml in force, recorded with its digest; --preview only shows which grants and open requests it"
            + " would change."
      },
      footer = {
        "",
        "例 / Examples:",
        "  ./tidemark policy apply --preview policy.yaml",
        "  ./tidemark policy apply policy.yaml"
      })
  public static final class Apply extends Work {
    @Parameters(
        paramLabel = "FILE",
        description = {"policy.yaml"})
    private @Nullable Path file;

    @Option(
        names = "--preview",
        description = {"只显示会改变什么，不生效。", "Only show what would change."})
    private boolean preview;

    @Override
    protected Answer work() throws Exception {
      SettingsFile settings = SettingsFile.open(Objects.requireNonNull(file));
      Policy policy = PolicyFile.read(settings);
      try (Session session = open()) {
        Refusals.unlessMay(session, Act.SET_UP);
        if (preview) {
          return preview(session, policy);
        }
        Receipt receipt =
            session
                .home()
                .journal()
                .record(
                    session
                        .register()
                        .begin("policy", session.actor())
                        .line("file-sha256", settings.digest())
                        .line("version", policy.version())
                        .build(),
                    new PolicyChanged(policy, settings.text()));
        return Answer.builder()
            .field("entry", receipt.index())
            .field("changes", List.of(session.policy().version() + " -> " + policy.version()))
            .field("version", policy.version())
            .say(
                "制度 " + policy.version() + " 自账目 " + receipt.index() + " 起生效",
                "policy " + policy.version() + " counts from entry " + receipt.index() + " on")
            .build();
      }
    }

    private Answer preview(Session session, Policy next) {
      List<Effect> effects =
          new PolicyPreview(session.policy(), next, session.chain())
              .effects(session.home().requests().open(), session.clock().instant());
      Answer.Builder answer =
          Answer.builder()
              .field("in_force", false)
              .field("version", next.version())
              .field("changes", List.of(session.policy().version() + " -> " + next.version()));
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (Effect effect : effects) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", effect.id());
        row.put("to", effect.to());
        row.put("purpose", effect.purpose());
        row.put("change", effect.kind().id());
        row.put("why", effect.words().in(terminal().language()));
        rows.add(row);
        String what = effect.id() + " (" + effect.to() + ", " + effect.purpose() + ") ";
        answer.say(
            what + effect.words().zh(), what + effect.kind().id() + ": " + effect.words().en());
      }
      long touched = effects.stream().map(Effect::id).distinct().count();
      return answer
          .field("effects", rows)
          .say(
              "制度 " + next.version() + " 会改变 " + touched + " 项授权或申请；尚未生效",
              "policy "
                  + next.version()
                  + (" would change " + touched + " grants or requests; it is not in force"))
          .build();
    }
  }
}
