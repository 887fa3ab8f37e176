package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.app.Exit;
import io.tidemark.app.Session;
import io.tidemark.app.Stop;
import io.tidemark.app.command.Refusals;
import io.tidemark.app.command.Work;
import io.tidemark.app.files.FileDigest;
import io.tidemark.authorise.Act;
import io.tidemark.authorise.Policy;
import io.tidemark.classify.Correction;
import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.grading.KnownHeadings;
import io.tidemark.formats.grading.TableSample;
import io.tidemark.formats.settings.PolicyFile;
import io.tidemark.formats.table.Limits;
import io.tidemark.formats.table.Table;
import io.tidemark.formats.table.Tables;
import io.tidemark.ledger.Receipt;
import io.tidemark.store.home.HomeFolder;
import io.tidemark.store.register.HeadingCorrections;
import io.tidemark.terms.China;
import io.tidemark.terms.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what each column of a file holds and how grave that is; a person corrects it. */
@Command(
    name = "grade",
    description = {
      "看一份文件每一列是什么、怎样认出、有几分把握、什么级别、依据何在，以及合在一起的级别。不显示任何值。" + "个人信息保护负责人可以更正，更正记入账本，下次照用。",
      "Says of each column of a file what it holds, how that was recognised, how surely, its grade with the source,"
          + " and the grade of all together. Shows no value. A protection officer corrects it; the correction is"
          + " recorded and used the next time."
    },
    footer = {
      "",
      "例 / Examples:",
      "  ./tidemark grade samples/portfolio.csv",
      "  ./tidemark grade list.xlsx --as liu.min --correct \"备注2=none\" --correct \"联系=手机号\"",
      "  ./tidemark grade list.xlsx --as liu.min --confirm",
      "  ./tidemark grade --corrections",
      "  ./tidemark grade --forget 联系 --as liu.min",
      "  ./tidemark grade --columns columns.yaml --as liu.min"
    })
public final class GradeCommand extends Work {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = {"CSV 或 XLSX，任何常见编码。", "CSV or XLSX in any usual encoding."})
  private @Nullable Path file;

  @Option(
      names = "--whole",
      description = {
        "从整份文件里取样（默认只看前 200 行）。",
        "Samples the whole file (without it: its first 200 rows)."
      })
  private boolean whole;

  @Option(
      names = "--from",
      paramLabel = "PARTY",
      description = {
        "谁发来的：只用、只存这一方的更正（以及对所有人的）；与 --forget 同用也可以是数据库的一张表。",
        "Who sent it: corrections are used and kept for that party's files (besides everybody's); with --forget also a"
            + " table of a database."
      })
  private @Nullable String from;

  @Option(
      names = "--headings",
      paramLabel = "FILE",
      description = {"表头对应（YAML：表头: 列名）。", "Headings mapped to columns (YAML)."})
  private @Nullable Path mapping;

  @Option(
      names = "--correct",
      paramLabel = "HEADING=CLASS",
      description = {
        "更正一列（可重复）；CLASS 为字段或类别名，none 为不含个人信息。",
        "Corrects a column (repeatable); CLASS is a field, a kind, or none for nothing about a person."
      })
  private List<String> corrected = List.of();

  @Option(
      names = "--confirm",
      description = {
        "与 --correct 同用：虽与内容不符也照此更正；单独用：认可所示的各列。",
        "With --correct: correct it although the content says otherwise; alone: confirm the columns as shown."
      })
  private boolean confirm;

  @Option(
      names = "--corrections",
      description = {"列出现行的更正。", "Lists the corrections that hold."})
  private boolean list;

  @Option(
      names = "--forget",
      paramLabel = "HEADING",
      description = {"收回一条更正。", "Takes a correction back."})
  private @Nullable String forgotten;

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description = {
        "认可一个数据库的各列：scan --policy-out 写出、核对过的文件；下次扫描照此认列。",
        "Confirms the columns of a database: the file that scan --policy-out wrote, looked at and edited; the next scan"
            + " goes by it."
      })
  private @Nullable Path columns;

  @Override
  protected Answer work() throws Exception {
    long asked =
        Stream.of(file != null, list, forgotten != null, columns != null).filter(a -> a).count();
    if (asked != 1) {
      throw Stop.usage(
          "请给出一个文件，或 --corrections，或 --forget 表头，或 --columns 文件",
          "give a file, or --corrections, or --forget HEADING, or --columns FILE");
    }
    boolean changes = !corrected.isEmpty() || confirm;
    boolean home = new HomeFolder(common.home()).exists();
    if (file != null && !home && !changes) {
      return shown(graded(List.of(), PolicyFile.builtIn(), Clock.systemUTC()));
    }
    try (Session session = open()) {
      if (list) {
        return KeptCorrections.listed(session);
      }
      if (columns != null) {
        return ConfirmedColumns.keep(session, columns);
      }
      checkSender(session);
      if (forgotten != null) {
        return KeptCorrections.forget(session, forgotten, Optional.ofNullable(from));
      }
      List<Correction> known =
          session.corrections().stream().map(HeadingCorrections.Kept::correction).toList();
      Graded graded = graded(known, session.policy(), session.clock());
      return changes ? change(session, known, graded) : shown(graded);
    }
  }

  private void checkSender(Session session) {
    if (from != null && !from.startsWith("jdbc:") && session.chain().party(from).isEmpty()) {
      throw Stop.usage("未登记的当事方：" + from, "unknown party: " + from);
    }
  }

  private record Graded(GradedTable table, TableSample sample) {}

  private Graded graded(List<Correction> corrections, Policy policy, Clock clock) throws Exception {
    Path read = Objects.requireNonNull(file);
    if (!Files.isRegularFile(read)) {
      throw Stop.unreadable(new Words("没有这个文件：" + read, "no such file: " + read));
    }
    KnownHeadings known =
        KnownHeadings.of(corrections, Optional.ofNullable(from)).with(Optional.ofNullable(mapping));
    try (Table table = new Tables(known.headings(), Limits.USUAL).readTable(read)) {
      table.notes().forEach(terminal()::note);
      TableSample sample = whole ? TableSample.whole(table) : TableSample.first(table);
      return new Graded(
          GradedTable.of(
              table.headings(), sample.rows(), known, policy, China.day(clock.instant())),
          sample);
    }
  }

  private static Answer shown(Graded graded) {
    Answer.Builder answer = answer(graded);
    GradeWords.say(answer, graded.table());
    return answer.build();
  }

  private static Answer.Builder answer(Graded graded) {
    GradedTable table = graded.table();
    return Answer.builder()
        .field("rows_read", graded.sample().read())
        .field("rejected", graded.sample().rejected())
        .field("columns", table.columns().stream().map(GradeWords::json).toList())
        .field("grade", table.grade().id())
        .field("combinations", GradeWords.json(table))
        .field("unsure", table.unsure().stream().map(GradedColumn::name).toList());
  }

  private Answer change(Session session, List<Correction> known, Graded before) throws Exception {
    Refusals.unlessMay(session, Act.GRADE);
    Corrected typed =
        corrected.isEmpty()
            ? Corrected.confirming(before.table(), Optional.ofNullable(from))
            : Corrected.typed(corrected, before.table(), Optional.ofNullable(from));
    if (!typed.against().isEmpty() && !confirm) {
      Answer.Builder answer =
          answer(before).field("corrected", List.of()).field("needs_confirm", typed.againstNames());
      typed.against().forEach(correction -> answer.say(Corrected.warning(correction)));
      return answer.exit(Exit.ANSWER_IS_NO).build();
    }
    if (typed.corrections().isEmpty()) {
      return answer(before)
          .field("corrected", List.of())
          .field("entry", null)
          .say("没有需要认可的列", "there is no column to confirm")
          .build();
    }
    typed.against().forEach(correction -> terminal().note(Corrected.warning(correction)));
    Receipt receipt =
        session
            .grading()
            .keep(
                session.actor(), FileDigest.of(Objects.requireNonNull(file)), typed.corrections());
    Graded after =
        graded(
            Stream.concat(known.stream(), typed.corrections().stream()).toList(),
            session.policy(),
            session.clock());
    Answer.Builder answer =
        answer(after)
            .field("corrected", typed.corrections().stream().map(KeptCorrections::json).toList())
            .field("entry", receipt.index());
    GradeWords.say(answer, after.table());
    return answer.say("账目 " + receipt.index(), "entry " + receipt.index()).build();
  }
}
