package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.evidence.CaseFile;
import io.tidemark.terms.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a valid bundle says, word by word as it was checked. */
record Verified(CaseFile file) {
  void say(Answer.Builder answer) {
    answer.field("verified", fields());
    String accused = accused().isEmpty() ? "-" : String.join(", ", accused());
    String bounds = String.join(", ", bounds().stream().map(Verified::shown).toList());
    answer.say(
        "  案件 "
            + file.id()
            + " 第 "
            + file.attempt()
            + " 次追溯，结论 "
            + file.verdict()
            + "；被指认方："
            + accused,
        "  Case "
            + file.id()
            + ", attempt "
            + file.attempt()
            + ": "
            + file.verdict()
            + "; accused: "
            + accused);
    answer.say(
        "  误指界限 "
            + (bounds.isEmpty() ? "-" : bounds)
            + "；门槛 "
            + shown(file.threshold())
            + "；候选数 N = "
            + file.candidates(),
        "  Bound "
            + (bounds.isEmpty() ? "-" : bounds)
            + "; threshold "
            + shown(file.threshold())
            + "; candidates N = "
            + file.candidates());
    file.marks().forEach(mark -> answer.say(words(mark)));
    Materials.say(answer, file.material());
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("case", file.id());
    fields.put("attempt", file.attempt());
    fields.put("verdict", file.verdict());
    fields.put("accused", accused());
    fields.put("bounds", bounds());
    fields.put("threshold", file.threshold());
    fields.put("candidates", file.candidates());
    fields.put("material", Materials.fields(file.material()));
    fields.put("marks", file.marks().stream().map(Verified::mark).toList());
    fields.put("reports_checked", false);
    return fields;
  }

  private static Map<String, Object> mark(CaseFile.Mark mark) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("number", mark.number().toString());
    fields.put("party", mark.party());
    fields.put("entry", mark.entry());
    fields.put("read_from", mark.from());
    fields.put("bound", mark.bound());
    fields.put("contradicted", mark.contradicted());
    fields.put("accused", mark.accused());
    return fields;
  }

  private static Words words(CaseFile.Mark mark) {
    String bound = shown(mark.bound());
    return new Words(
        "  编号 "
            + mark.number()
            + "：账目 "
            + mark.entry()
            + " 记给 "
            + mark.party()
            + "，误指界限 "
            + bound
            + (mark.contradicted() ? "；同一文件的各行与之矛盾，不凭它指认" : ""),
        "  Number "
            + mark.number()
            + ": given to "
            + mark.party()
            + " by entry "
            + mark.entry()
            + ", bound "
            + bound
            + (mark.contradicted()
                ? "; the rows of the same file contradict: it accuses nobody"
                : ""));
  }

  private List<String> accused() {
    return List.copyOf(file.accused());
  }

  private List<Double> bounds() {
    return file.ranking().stream()
        .filter(CaseFile.Ranked::accused)
        .map(CaseFile.Ranked::bound)
        .toList();
  }

  private static String shown(double number) {
    return String.format(Locale.ROOT, "%.3g", number);
  }
}
