package io.tidemark.app.scan;

import io.tidemark.app.ledger.OwnFile;
import io.tidemark.find.FoundClass;
import io.tidemark.formats.pile.Skipped;
import io.tidemark.formats.scan.Tally;
import io.tidemark.formats.settings.Thresholds;
import io.tidemark.terms.Language;
import io.tidemark.terms.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a scan comes to: counts by class, by grade and against the criminal thresholds. */
public final class Summary {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Summary() {}

  /** For programs. */
  public static Map<String, @Nullable Object> json(
      Tally tally, long files, long skipped, List<Skipped> listed, List<Long> entries) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("files", files);
    fields.put("findings", tally.findings());
    fields.put("people", tally.people());
    fields.put("damaged", tally.damaged());
    Map<String, Long> classes = new LinkedHashMap<>();
    tally.classes().forEach((found, count) -> classes.put(found.id(), count));
    fields.put("classes", classes);
    Map<String, Long> grades = new LinkedHashMap<>();
    tally.grades().forEach((grade, count) -> grades.put(grade.id(), count));
    fields.put("grades", grades);
    List<Map<String, Object>> thresholds = new ArrayList<>();
    tally.tiers().forEach((tier, people) -> thresholds.add(json(tier, people)));
    fields.put("thresholds", thresholds);
    fields.put("skipped_counted", skipped);
    List<Map<String, String>> left = new ArrayList<>();
    for (Skipped one : listed) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("path", one.path());
      row.put("zh", one.why().zh());
      row.put("en", one.why().en());
      left.add(row);
    }
    fields.put("skipped", left);
    fields.put("entries", entries);
    return fields;
  }

  /** Writes a summary into a file of mode 0600, complete or absent. */
  public static void write(Path file, Map<String, ? extends @Nullable Object> summary)
      throws IOException {
    OwnFile.write(file.toAbsolutePath(), JSON.writeValueAsBytes(summary));
  }

  private static Map<String, Object> json(Thresholds.Tier tier, long people) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("tier", tier.id());
    row.put("people", people);
    row.put("records", tier.records());
    row.put("on_duty", tier.onDuty());
    row.put("source", tier.source());
    return row;
  }

  /** For people. */
  public static List<String> lines(Tally tally, long files, long skipped, Language language) {
    List<Words> lines = new ArrayList<>();
    lines.add(
        new Words(
            "共 "
                + files
                + " 个文件，"
                + tally.findings()
                + " 处个人信息，"
                + tally.people()
                + " 个人或车；跳过 "
                + skipped
                + " 处",
            files
                + " files, "
                + tally.findings()
                + " findings, "
                + tally.people()
                + " people or vehicles; "
                + skipped
                + " skipped"));
    for (Map.Entry<FoundClass, Long> one : tally.classes().entrySet()) {
      Words words = one.getKey().words();
      lines.add(
          new Words(
              "  " + words.zh() + "  " + one.getValue(),
              "  " + words.en() + "  " + one.getValue()));
    }
    if (tally.damaged() > 0) {
      lines.add(
          new Words(
              "其中 " + tally.damaged() + " 处已被表格软件损坏，末尾数字不可恢复",
              tally.damaged()
                  + " of them were destroyed by a spreadsheet: their last digits are lost"));
    }
    if (tally.findings() > 0) {
      lines.add(
          new Words(
              "对照法释〔2017〕10号第五条（归类供提示，须由律师核对）：",
              "against 法释〔2017〕10号 art. 5 (which kind counts where is for a lawyer to say):"));
      tally.tiers().forEach((tier, people) -> lines.add(line(tier, people)));
    }
    return lines.stream().map(words -> words.in(language)).toList();
  }

  private static Words line(Thresholds.Tier tier, long people) {
    boolean reached = people >= tier.records();
    boolean onDuty = people >= tier.onDuty();
    String zh = reached ? "已达" : onDuty ? "履职所得者已达" : "未达";
    String en = reached ? "reached" : onDuty ? "reached on duty" : "below";
    return new Words(
        "  "
            + tier.words().zh()
            + "："
            + people
            + " 条（"
            + tier.records()
            + "；履职所得 "
            + tier.onDuty()
            + "）"
            + zh,
        "  "
            + tier.words().en()
            + ": "
            + people
            + " records ("
            + tier.records()
            + "; "
            + tier.onDuty()
            + " on duty): "
            + en);
  }
}
