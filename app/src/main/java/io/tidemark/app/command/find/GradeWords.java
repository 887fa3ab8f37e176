package io.tidemark.app.command.find;

import io.tidemark.app.Answer;
import io.tidemark.authorise.Label;
import io.tidemark.authorise.Level;
import io.tidemark.authorise.Policy.Combination;
import io.tidemark.authorise.Policy.FieldRule;
import io.tidemark.classify.RecognisedColumn;
import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Classes and grades as programs and people read them. */
public final class GradeWords {
  private GradeWords() {}

  /** One column for programs. */
  static Map<String, @Nullable Object> json(GradedColumn column) {
    RecognisedColumn recognised = column.recognised();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("column", column.number());
    fields.put("heading", column.heading().shown());
    fields.put("class", recognised.kind().map(Kind::zh).orElse(null));
    fields.put("class_en", recognised.kind().map(Kind::en).orElse(null));
    fields.put("how", recognised.how().id());
    fields.put("confidence", Math.round(recognised.confidence() * 100) / 100.0);
    fields.put("sure", recognised.sure());
    fields.put("against", recognised.against().map(Kind::zh).orElse(null));
    fields.put("grade", column.rule().grade().id());
    fields.put("together", column.together().id());
    fields.putAll(json(column.rule()));
    return fields;
  }

  /** Where a grade comes from, for programs. */
  static Map<String, @Nullable Object> json(FieldRule rule) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("label", rule.label().map(label -> label.id()).orElse(null));
    fields.put("scales", rule.levels().stream().map(GradeWords::json).toList());
    fields.put("source", rule.source());
    return fields;
  }

  private static Map<String, String> json(Level level) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("scale", level.scale().title());
    fields.put("level", level.level());
    fields.put("label", level.label().id());
    return fields;
  }

  /** Combinations that raise a grade, for programs. */
  static List<Map<String, Object>> json(GradedTable table) {
    List<Combination> raisingAll = table.set().raisingAll();
    return table.set().combinations().stream()
        .map(
            c ->
                Map.<String, Object>of(
                    "fields", fields(c).stream().map(FieldClass::zh).toList(),
                    "grade", c.grade().id(),
                    "source", c.source(),
                    "raises_all", raisingAll.contains(c)))
        .toList();
  }

  private static List<FieldClass> fields(Combination combination) {
    return combination.fields().stream().sorted().toList();
  }

  /** What a deposit says of its columns, for programs. */
  public static Answer.Builder deposited(Answer.Builder answer, GradedTable table) {
    return answer
        .field(
            "columns",
            table.columns().stream()
                .map(
                    column -> {
                      Map<String, @Nullable Object> fields = json(column);
                      fields.put("kept", column.heading().field().map(FieldClass::zh).orElse(null));
                      return fields;
                    })
                .toList())
        .field("grade", table.grade().id())
        .field("combinations", json(table))
        .field("corrections_used", names(table.corrected()))
        .field("unsure", names(table.doubtfulInDeposit()));
  }

  /** What a deposit says of its columns, for people. */
  public static void sayDeposited(Answer.Builder answer, GradedTable table) {
    answer.say(
        "级别 " + table.grade().id() + "（各列见 --json 或 grade）",
        "grade " + table.grade().id() + " (each column: --json, or the grade command)");
    if (!table.corrected().isEmpty()) {
      List<String> used = names(table.corrected());
      answer.say("按更正认列：" + used, "recognised by a person's correction: " + used);
    }
    List<String> unsure = names(table.doubtfulInDeposit());
    if (!unsure.isEmpty()) {
      answer.say(
          "没有把握、请人核对的列：" + unsure + "；用 grade 查看，由个人信息保护负责人更正",
          "columns that somebody should look at: "
              + unsure
              + "; see the grade command, a protection officer corrects them");
    }
  }

  private static List<String> names(List<GradedColumn> columns) {
    return columns.stream().map(GradedColumn::name).toList();
  }

  /** Every column and all of them together, for people. */
  static void say(Answer.Builder answer, GradedTable table) {
    table.columns().forEach(column -> answer.say(sentence(column)));
    for (Combination c : table.set().combinations()) {
      String zh = fields(c).stream().map(FieldClass::zh).collect(Collectors.joining("、"));
      String en = fields(c).stream().map(FieldClass::en).collect(Collectors.joining(", "));
      boolean all = table.set().raisingAll().contains(c);
      answer.say(
          (all ? "组合抬高整份级别：" : "组合抬高其中的列：") + zh + " 同在为 " + c.grade().id(),
          (all ? "a combination raises the whole: " : "a combination raises columns: ")
              + (en + " together are " + c.grade().id()));
    }
    answer.say("全部列合在一起：" + table.grade().id(), "all columns together: " + table.grade().id());
  }

  private static Words sentence(GradedColumn column) {
    RecognisedColumn recognised = column.recognised();
    Words kind = recognised.kind().map(Kind::words).orElseGet(() -> new Words("未认出", "unknown"));
    String sure = String.format(Locale.ROOT, "%.2f", recognised.confidence());
    String raised =
        column.together() == column.rule().grade() ? "" : " -> " + column.together().id();
    Words look = recognised.sure() ? new Words("", "") : look(recognised);
    Words how = recognised.how().words();
    String start = column.number() + " " + column.heading().shown();
    String grade = column.rule().grade().id() + raised;
    return new Words(
        start
            + " = "
            + kind.zh()
            + "（"
            + how.zh()
            + " "
            + sure
            + "）"
            + grade
            + "；"
            + source(column.rule(), true)
            + look.zh(),
        start
            + " = "
            + kind.en()
            + " ("
            + how.en()
            + " "
            + sure
            + ") "
            + grade
            + "; "
            + source(column.rule(), false)
            + look.en());
  }

  private static Words look(RecognisedColumn recognised) {
    return recognised
        .against()
        .map(kind -> new Words("；请核对：也像是" + kind.zh(), "; look at it: it may be " + kind.en()))
        .orElseGet(() -> new Words("；请核对", "; look at it"));
  }

  /** Levels of the scales side by side, each with its label, and what else the grade rests on. */
  static String source(FieldRule rule, boolean zh) {
    String levels =
        rule.levels().stream()
            .map(l -> l.scale().title() + " " + l.level() + " (" + l.label().id() + ")")
            .collect(Collectors.joining(", "));
    String check =
        rule.label()
            .filter(label -> label == Label.RECALLED)
            .map(label -> zh ? " [" + label.words().zh() + "]" : " [" + label.words().en() + "]")
            .orElse("");
    String gap = levels.isEmpty() || rule.source().isEmpty() ? "" : "; ";
    return levels + gap + rule.source() + check;
  }
}
