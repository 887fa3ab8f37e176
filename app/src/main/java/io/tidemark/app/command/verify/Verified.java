package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.evidence.CaseFile;
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
    fields.put("reports_checked", false);
    return fields;
  }

  private List<String> accused() {
    return file.ranking().stream()
        .filter(CaseFile.Ranked::accused)
        .map(CaseFile.Ranked::party)
        .toList();
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
