package io.tidemark.app.scan;

import io.tidemark.classify.RecognisedColumn;
import io.tidemark.formats.grading.GradedColumn;
import io.tidemark.formats.grading.GradedTable;
import io.tidemark.formats.settings.ColumnsFile;
import io.tidemark.terms.Kind;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * Class and grade of each column of a database, as YAML for a person to confirm. Holds no value.
 */
public final class ProposedPolicy {
  private ProposedPolicy() {}

  /** The file. */
  public static String yaml(String database, Map<String, GradedTable> tables, LocalDate today) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# 由 tidemark scan 于 ").append(today).append(" 提出，须由个人信息保护负责人逐列核对。\n");
    yaml.append("# Proposed by tidemark scan on ").append(today);
    yaml.append("; a protection officer has to confirm every column.\n");
    yaml.append("#   class 类别（可改；无 = 不含个人信息）；grade 其级别；together 与同表各列合在一起的级别；confidence 把握。\n");
    yaml.append("#   标着 look: true 的先看，看过删去；全部看过，把 confirmed 改为 true，然后：\n");
    yaml.append(
        "#   class may be edited (none = nothing about a person); look: true first, and take it away once\n");
    yaml.append("#   looked at; then set confirmed to true, and:\n");
    yaml.append("#     ./tidemark grade --columns FILE --as PERSON\n");
    yaml.append("database: ").append(quoted(database)).append('\n');
    yaml.append("proposed: ").append(today).append('\n');
    yaml.append("confirmed: false\n");
    yaml.append("tables:\n");
    tables.forEach(
        (name, table) -> {
          yaml.append("  ").append(quoted(name)).append(":\n");
          yaml.append("    grade: ").append(table.grade().id()).append('\n');
          yaml.append("    columns:\n");
          table.columns().forEach(column -> yaml.append(line(column)));
        });
    return yaml.toString();
  }

  private static String line(GradedColumn column) {
    RecognisedColumn recognised = column.recognised();
    String zh = recognised.kind().map(Kind::zh).orElse(ColumnsFile.UNKNOWN);
    return "      "
        + quoted(column.name())
        + ": {class: "
        + quoted(zh)
        + ", grade: "
        + column.rule().grade().id()
        + ", together: "
        + column.together().id()
        + ", confidence: "
        + String.format(Locale.ROOT, "%.2f", recognised.confidence())
        + ", by: "
        + recognised.how().name().toLowerCase(Locale.ROOT)
        + (recognised.sure() ? "" : ", look: true")
        + "}\n";
  }

  /** A name is a stranger's: what YAML might read otherwise is escaped. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        quoted.append(String.format("\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
