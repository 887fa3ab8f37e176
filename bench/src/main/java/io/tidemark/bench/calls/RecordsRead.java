package io.tidemark.bench.calls;

import io.tidemark.bench.Bar;
import io.tidemark.bench.Child;
import io.tidemark.bench.Ground;
import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.calls.campaign.CallingNumber;
import io.tidemark.chainsim.calls.CallRecords;
import io.tidemark.terms.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The command {@code calls} on a file of a month's call records, against a home with people in
 * custody.
 */
final class RecordsRead {
  private static final int CAMPAIGNS = 20;
  private static final double RECALL = .95;
  private static final double SECONDS = 120;
  private static final int CORES = 2;
  private static final String CHAIN =
      """
      parties:
        - {id: hq, kind: insurer, name: 示例财险总公司}
      people:
        - {id: liu.min, party: hq, duties: [protection-officer]}
      """;

  private final Stage stage;

  RecordsRead(Stage stage) {
    this.stage = stage;
  }

  static Words remark() {
    return new Words(
        "通话记录文件：命令 calls 在自己的进程中（1 GiB 堆）读 CSV，对照数据目录里在管的人；处理器时间为全部线程之和，数据库的不在其内。",
        "Files of call records: the command calls in a process of its own (heap of 1 GiB) reads a CSV"
            + " against a home; processor time is of all its threads, without the database's.");
  }

  List<Line> lines() throws Exception {
    long calls = stage.size(10_000_000, 300_000);
    int custody = stage.size(200_000, 5_000);
    Path folder = Files.createDirectories(stage.folder().resolve("records"));
    CallRecords records = new CallRecords(stage.seed() * 7_919, calls, custody, CAMPAIGNS);
    LocalDate first = LocalDate.now().minusDays(30);
    Files.writeString(folder.resolve("chain.yaml"), CHAIN);
    Path people = people(folder, records, first);
    Path file = file(folder, records, first);
    try (Ground ground = Ground.init(stage, folder)) {
      stage.say("存入 " + custody + " 人", "deposit of " + custody + " people");
      ground.shell().expect(List.of(0), "deposit", people.toString());
      stage.say("calls，" + calls + " 行", "calls, " + calls + " lines");
      Child.Run run =
          new Child(ground.shell(), folder).run(List.of(0, 1), "calls", file.toString());
      return told(calls, records, run);
    }
  }

  private static List<Line> told(long calls, CallRecords records, Child.Run run) {
    Rate found = found(records, run.json());
    String seconds = String.format(Locale.ROOT, "%.0f s", run.processorSeconds());
    return List.of(
        new Line(
            new Words(
                "calls，CSV " + calls + " 行：处理器时间",
                "calls, CSV of " + calls + " lines: processor time"),
            Line.same("–"),
            new Words(
                seconds + String.format(Locale.ROOT, "（用时 %.0f s）", run.seconds()),
                seconds + String.format(Locale.ROOT, " (clock %.0f s)", run.seconds())),
            Line.same("< 120 s × " + CORES),
            Bar.clock(SECONDS * CORES).judge(run.processorSeconds())),
        new Line(
            new Words("其活动：找到", "its campaigns: found"),
            Line.same("–"),
            Line.same(found.toString()),
            Line.same("≥ 95 %"),
            Bar.atLeast(RECALL).judge(found.share())),
        new Line(
            new Words("其内存：回收后最多（MiB）", "its memory: most after a collection, MiB"),
            Line.same("–"),
            Line.same(run.liveMib() + " of " + Child.HEAP_MIB),
            Line.same("–"),
            Outcome.NO_BAR));
  }

  /** The true campaigns of which most numbers are told. */
  private static Rate found(CallRecords records, JsonNode answer) {
    Map<String, Integer> of = new HashMap<>();
    for (int i = 0; i < CAMPAIGNS; i++) {
      for (long caller : records.campaigns().get(i).callers()) {
        of.put(CallingNumber.digits(caller), i);
      }
    }
    Set<Integer> found = new HashSet<>();
    answer
        .get("campaigns")
        .forEach(
            campaign ->
                campaign
                    .get("callers")
                    .forEach(
                        caller -> {
                          Integer which = of.get(caller.asString());
                          if (which != null) {
                            found.add(which);
                          }
                        }));
    return new Rate(found.size(), CAMPAIGNS);
  }

  private static Path people(Path folder, CallRecords records, LocalDate first) throws IOException {
    Path file = folder.resolve("people.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("姓名,手机号,保单号,终保日期\n");
      for (int person = 1; person <= records.custody(); person++) {
        LocalDate expiry = first.plusDays(records.daysLeft(person, 0));
        out.write(
            "欧阳试"
                + "甲乙丙丁戊己庚辛壬癸".charAt(person % 10)
                + ","
                + mobile(person)
                + String.format(Locale.ROOT, ",PDAA2026%012d,", person)
                + expiry
                + "\n");
      }
    }
    return file;
  }

  private static String mobile(int person) {
    return Long.toString(13_900_000_000L + person);
  }

  private static Path file(Path folder, CallRecords records, LocalDate first) throws IOException {
    Path file = folder.resolve("records.csv");
    String[] days = new String[31];
    for (int day = 0; day < days.length; day++) {
      days[day] = first.plusDays(day).toString();
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("calldate,src,dst\n");
      records.each(
          (caller, person, day) -> {
            try {
              out.write(days[day]);
              out.write(" 10:22:05,");
              out.write(CallingNumber.digits(caller));
              out.write(",");
              out.write(mobile(person));
              out.write("\n");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return file;
  }
}
