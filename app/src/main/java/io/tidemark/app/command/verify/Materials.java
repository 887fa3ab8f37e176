package io.tidemark.app.command.verify;

import io.tidemark.app.Answer;
import io.tidemark.evidence.CaseFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The material of a valid bundle, and what of the bundle was not checked. */
final class Materials {
  private Materials() {}

  static void say(Answer.Builder answer, List<CaseFile.Material> material) {
    for (CaseFile.Material one : material) {
      answer.say(
          "  材料 " + name(one) + "，SHA-256 " + one.sha256(),
          "  Material " + name(one) + ", SHA-256 " + one.sha256());
    }
    answer.say(
        "  report.html 与 report.pdf 供人阅读，其文字未经核验：以上各行为准。",
        "  report.html and report.pdf are for people and are not checked: these lines count.");
  }

  static List<Map<String, Object>> fields(List<CaseFile.Material> material) {
    return material.stream().map(Materials::fields).toList();
  }

  private static Map<String, Object> fields(CaseFile.Material one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", one.name());
    fields.put("sha256", one.sha256().toString());
    return fields;
  }

  /** A name from elsewhere, without what would move the cursor. */
  private static String name(CaseFile.Material one) {
    return one.name().replaceAll("\\p{Cntrl}", "?");
  }
}
