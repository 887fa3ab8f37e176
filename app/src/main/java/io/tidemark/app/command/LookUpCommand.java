package io.tidemark.app.command;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.owner.ByNumber;
import io.tidemark.custody.LookUp;
import io.tidemark.custody.Recorded;
import io.tidemark.disclose.View;
import io.tidemark.terms.Channel;
import io.tidemark.terms.Language;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Locator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks one person up. */
@Command(
    name = "look-up",
    description = {
      "为一项写明的任务，凭一个完整的号码查询一位客户；看得到谁、看到什么形式、可否复制由制度的 look_ups 决定。每次都记账。",
      "Looks one customer up by one whole number, for a stated task. Whom one may see, in which"
          + " form, and whether it may be copied stands in the policy's look_ups. Each look-up is"
          + " an entry."
    },
    footer = {
      "",
      "号码从终端或标准输入读取，写作 -：参数会留在进程列表和命令历史里。",
      "The number is read from the terminal or standard input, written as -: arguments stand in the"
          + " list of",
      "processes and in the shell's history. Exit status 1: nobody can be shown, whatever the"
          + " reason.",
      "",
      "例 / Examples:",
      "  ./tidemark look-up --as he.jun --task renewal --plate -",
      "  ./tidemark look-up --as he.jun --task claim --reference CL2026-0815 --policy - <"
          + " number.txt"
    })
public final class LookUpCommand extends Work {
  @Option(
      names = "--task",
      required = true,
      paramLabel = "TASK",
      description = {"任务，如 renewal、claim、call。", "The task, such as renewal, claim, call."})
  private @Nullable String task;

  @Option(
      names = "--reference",
      paramLabel = "NUMBER",
      description = {"赔案号、来电编号等。", "The number of the claim, the call or the like."})
  private @Nullable String reference;

  @ArgGroup(multiplicity = "1")
  private ByNumber by = new ByNumber();

  @Override
  protected Answer work() throws Exception {
    Locator kind = by.kind();
    String named = Objects.requireNonNull(task);
    try (Session session = open()) {
      LookUp.Ask ask =
          new LookUp.Ask(
              named,
              Optional.ofNullable(reference).filter(text -> !text.isBlank()).map(PersonalText::of),
              kind,
              by.typed(terminal().language()),
              Channel.SCREEN,
              UUID.randomUUID().toString());
      return session.lookUp().lookUp(session.actor(), ask).either(this::shown, LookUpCommand::no);
    }
  }

  private static Answer no(Recorded.Refused<LookUp.Shown> refused) {
    if (!refused.refusal().equals(LookUp.NOBODY)) {
      throw Stop.refused(refused.refusal());
    }
    return Answer.builder()
        .field("policies", List.of())
        .field("rule", refused.refusal().rule())
        .field("entry", refused.receipt().index())
        .say(refused.refusal().reason())
        .exit(Exit.ANSWER_IS_NO)
        .build();
  }

  private Answer shown(Recorded.Done<LookUp.Shown> end) {
    LookUp.Shown shown = end.what();
    Language language = terminal().language();
    Answer.Builder answer =
        Answer.builder()
            .field("disclosure", shown.id().text())
            .field("task", task)
            .field("copy", shown.copy())
            .field("policies", shown.policies().stream().map(LookUpCommand::json).toList())
            .field("more", shown.more())
            .field("rule", shown.permit().rule())
            .field("why", shown.permit().why().in(language))
            .field("entry", end.receipt().index())
            .say(shown.permit().why())
            .say("账目 " + end.receipt().index(), "entry " + end.receipt().index());
    if (shown.more()) {
      answer.say("此人还有更多保单，只显示最新的", "this person has more policies: the newest are shown");
    }
    shown.policies().forEach(policy -> show(answer, policy, language));
    return answer.build();
  }

  private static Map<String, String> json(View policy) {
    Map<String, String> fields = new LinkedHashMap<>();
    policy.fields().forEach((field, text) -> fields.put(field.zh(), text.reveal(Reveal.SHOW)));
    return fields;
  }

  private static void show(Answer.Builder answer, View policy, Language language) {
    answer.show(PersonalText.of(""));
    policy
        .fields()
        .forEach(
            (field, text) ->
                answer.show(
                    PersonalText.of(
                        "  "
                            + (language == Language.ZH ? field.zh() + "：" : field.en() + ": ")
                            + text.reveal(Reveal.SHOW))));
  }
}
