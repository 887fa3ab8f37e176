package io.tidemark.app.command.aliases;

import io.tidemark.app.Answer;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.authorise.Act;
import io.tidemark.custody.Recorded;
import io.tidemark.custody.calls.HeardCalls;
import io.tidemark.custody.calls.ShowingCalls;
import io.tidemark.store.home.Workshops;
import io.tidemark.terms.Reveal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What rang. */
@Command(
    name = "calls",
    description = {
      "打到别名号码的来电：背景（永不发出的对照号码每天响几次）、按号码数目的来电者、各方的接通与线索、" + "来电者（掩码）与可疑的一方及误指界限。先记账后显示。",
      "Calls to alias numbers: the background (how often control lines, which are given to nobody,"
          + " ring), callers by how many lines they rang, each party's calls and sightings, and"
          + " callers (masked) with the party whose list they may work from and the bound on"
          + " naming an innocent. The entry comes first."
    },
    footer = {
      "",
      "界限是对一个来电者而言：按此界限，无辜的一方被一个来电者错误指名的概率。退出码 1：没有被指名的。",
      "The bound is for one caller: the chance that its calls name any innocent party. Exit status"
          + " 1: nobody is named.",
      "",
      "例 / Examples:",
      "  ./tidemark aliases calls",
      "  ./tidemark aliases calls --most 500 --json"
    })
public final class AliasesCallsCommand extends Work {
  private static final int LARGEST = 10_000;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = {
        "至多列出多少来电者，默认 ${DEFAULT-VALUE}。",
        "At most so many callers, ${DEFAULT-VALUE} where silent."
      })
  private int most;

  @Override
  protected Answer work() throws Exception {
    if (most < 1 || most > LARGEST) {
      throw Stop.usage("--most 为 1 到 " + LARGEST, "--most is 1 to " + LARGEST);
    }
    try (Session session = open()) {
      Refusals.unlessMay(session, Act.INQUIRE);
      ShowingCalls showing =
          new ShowingCalls(
              session.home().heardCalls(),
              Workshops.partyNumbers(session.home(), session.vault()),
              session.register());
      Recorded.Done<ShowingCalls.Shown> done =
          Refusals.orStop(showing.show(session.actor(), 0, most));
      Answer.Builder answer = Answer.builder();
      background(answer, done.what().summary());
      parties(answer, done.what().parties());
      suspects(answer, done.what().suspects());
      long named = done.what().parties().stream().mapToLong(HeardCalls.OfParty::named).sum();
      long entry = done.receipt().index();
      return answer
          .field("named", named)
          .field("bound", session.policy().bound())
          .field("entry", entry)
          .say("账目 " + entry, "entry " + entry)
          .exit(exitOf(named > 0))
          .build();
    }
  }

  private static void background(Answer.Builder answer, HeardCalls.Summary summary) {
    Map<String, @Nullable Object> lines = new LinkedHashMap<>();
    lines.put("control", row(summary.control()));
    lines.put("free", row(summary.free()));
    lines.put("given", row(summary.given()));
    Map<String, Long> byLines = new LinkedHashMap<>();
    new TreeMap<>(summary.callersByLines())
        .forEach((least, callers) -> byLines.put(Integer.toString(least), callers));
    answer
        .field("since", summary.since().map(Object::toString).orElse(null))
        .field("lines", lines)
        .field("callers_by_least_lines", byLines)
        .field("withheld", summary.withheld())
        .field("parties_with_numbers", summary.parties());
    say(answer, "对照号码（从不发出）", "control lines (given to nobody)", summary.control());
    say(answer, "空闲号码", "free lines", summary.free());
    say(
        answer,
        "已给出的号码（各方与本人的来电除外）",
        "given lines (parties' and people's own calls left out)",
        summary.given());
    String each = byLines.isEmpty() ? "–" : byLines.toString();
    answer.say(
        "来电者，按拨打的号码数（起点=人数）：" + each + "；隐藏号码的来电 " + summary.withheld(),
        "callers by how many lines they rang (from=callers): "
            + each
            + "; calls without a number: "
            + summary.withheld());
  }

  private static Map<String, @Nullable Object> row(HeardCalls.Rate rate) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("lines", rate.lines());
    row.put("rung", rate.rung());
    row.put("calls", rate.calls());
    row.put("per_line_day", rate.perLineDay());
    return row;
  }

  private static void say(Answer.Builder answer, String zh, String en, HeardCalls.Rate rate) {
    String daily = String.format(Locale.ROOT, "%.4f", rate.perLineDay());
    answer.say(
        zh
            + ("：" + rate.lines() + " 条中 " + rate.rung() + " 条响过，" + rate.calls())
            + (" 次，每条每天 " + daily + " 次"),
        en
            + (": " + rate.rung() + " of " + rate.lines() + " rang, " + rate.calls())
            + (" calls, " + daily + " a line a day"));
  }

  private static void parties(Answer.Builder answer, List<HeardCalls.OfParty> parties) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (HeardCalls.OfParty one : parties) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("party", one.party());
      row.put("put_through", one.tries());
      row.put("refused", one.refused());
      row.put("called_back", one.back());
      row.put("sightings", one.sightings());
      row.put("named", one.named());
      rows.add(row);
      answer.say(
          one.party()
              + ("：接通 " + one.tries() + "，未接通 " + one.refused() + "，客户回拨 " + one.back())
              + ("，线索 " + one.sightings() + "，被指名 " + one.named()),
          one.party()
              + (": " + one.tries() + " put through, " + one.refused() + " not, ")
              + (one.back() + " called back, " + one.sightings() + " sightings, named ")
              + one.named()
              + " times");
    }
    answer.field("parties", rows);
  }

  private static void suspects(Answer.Builder answer, List<ShowingCalls.Suspect> suspects) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (ShowingCalls.Suspect one : suspects) {
      String caller = one.caller().reveal(Reveal.SHOW);
      String bound = String.format(Locale.ROOT, "%.1e", one.bound());
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("caller", caller);
      row.put("registered_with", one.of());
      row.put("lines", one.rung());
      row.put("party", one.party());
      row.put("lines_of_party", one.lines());
      row.put("bound", one.bound());
      row.put("last", one.last().toString());
      row.put("named_in", one.named().orElse(null));
      rows.add(row);
      answer.say(
          caller
              + (one.of().isEmpty() ? "" : "（" + String.join("、", one.of()) + " 的主叫号码）")
              + (" 拨打 " + one.rung() + " 条，其中 " + one.party() + " 的 " + one.lines() + " 条，界限 ")
              + bound
              + one.named().map(entry -> "，已指名（账目 " + entry + "）").orElse(""),
          caller
              + (one.of().isEmpty() ? "" : " (a number of " + String.join(", ", one.of()) + ")")
              + (" rang " + one.rung() + " lines, " + one.lines() + " of them " + one.party())
              + ("'s, bound " + bound)
              + one.named().map(entry -> ", named (entry " + entry + ")").orElse(""));
    }
    answer.field("callers", rows);
  }
}
