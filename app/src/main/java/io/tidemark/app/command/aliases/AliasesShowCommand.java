package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Reason;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.disclose.alias.AliasBook;
import io.tidemark.terms.DisclosureId;
import io.tidemark.terms.PersonalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whose a number is or was. */
@Command(
    name = "show",
    description = {
      "一个别名号码现在和以前归哪一方、为何目的、在哪些清单里。须说明理由，先记账后回答；只有个人信息保护负责人与调查人员可以。",
      "Whose an alias number is and was, what for, and in which copies it stood. A reason is needed,"
          + " and the entry comes first. For protection officers and investigators."
    },
    footer = {
      "",
      "号码从标准输入读取，写作 -：参数会留在进程列表里。退出码 1：池中没有这个号码。",
      "The number is read from standard input, written as -: arguments stand in the list of"
          + " processes.",
      "Exit status 1: the pool does not have the number. What it says names a copy; it is no verdict"
          + " (docs/aliases.md).",
      "",
      "例 / Example:",
      "  ./tidemark aliases show --as sun.jing - --why 'complaint 2026-207' < number.txt"
    })
public final class AliasesShowCommand extends Work {
  @Parameters(
      paramLabel = "-",
      description = {"写作 -，从标准输入读取。", "Written as -, read from standard input."})
  private String typed = "";

  @Mixin private Reason reason = new Reason();

  @Override
  protected Answer work() throws Exception {
    if (!typed.equals("-")) {
      throw Stop.usage("号码请写作 -，再从标准输入给出", "write - for the number and give it on standard input");
    }
    String why = reason.said();
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.SHOW_ALIAS);
      Recorded.Done<Optional<AliasBook.Known>> done =
          Refusals.orStop(session.aliasing().show(session.actor(), number(), why));
      Answer.Builder answer =
          done.what()
              .map(AliasesShowCommand::known)
              .orElseGet(
                  () ->
                      Answer.builder()
                          .field("known", false)
                          .say("号码池中没有这个号码", "the pool does not have this number"));
      long entry = done.receipt().index();
      return answer
          .field("entry", entry)
          .say("账目 " + entry, "entry " + entry)
          .exit(exitOf(done.what().isPresent()))
          .build();
    }
  }

  private static PersonalText number() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null || line.isBlank()) {
      throw Stop.usage("没有给出号码", "no number was given");
    }
    return PersonalText.of(line.strip());
  }

  private static Answer.Builder known(AliasBook.Known known) {
    Answer.Builder answer =
        Answer.builder()
            .field("known", true)
            .field("line", known.line())
            .field("kind", known.kind().id())
            .field("kept_back", known.held());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (AliasBook.Binding binding : known.bindings()) {
      rows.add(row(binding));
      String copies =
          binding.disclosures().stream().map(DisclosureId::text).collect(Collectors.joining(" "));
      boolean over = binding.ended().isPresent();
      answer.say(
          binding.holder().party()
              + "，"
              + binding.holder().purpose()
              + "：自账目 "
              + binding.begun()
              + (over ? " 至账目 " + binding.ended().getAsLong() : "，有效至 " + binding.until())
              + (binding.someone() ? "" : "，背后没有人")
              + "；清单 "
              + copies,
          binding.holder().party()
              + ", "
              + binding.holder().purpose()
              + ": from entry "
              + binding.begun()
              + (over ? " to entry " + binding.ended().getAsLong() : ", until " + binding.until())
              + (binding.someone() ? "" : ", nobody behind it")
              + "; copies "
              + copies);
    }
    if (rows.isEmpty()) {
      answer.say(
          known.held() ? "永不发出的号码，没有给过任何人" : "还没有给过任何人",
          known.held() ? "kept back for ever: given to nobody" : "given to nobody yet");
    }
    return answer.field("bindings", rows);
  }

  private static Map<String, @Nullable Object> row(AliasBook.Binding binding) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("party", binding.holder().party());
    row.put("purpose", binding.holder().purpose());
    row.put("somebody_behind", binding.someone());
    row.put("begun", binding.begun());
    row.put("until", binding.until().toString());
    row.put("ended", binding.ended().isPresent() ? binding.ended().getAsLong() : null);
    row.put("rests_until", binding.rests().map(LocalDate::toString).orElse(null));
    row.put("disclosures", binding.disclosures().stream().map(DisclosureId::text).toList());
    return row;
  }
}
