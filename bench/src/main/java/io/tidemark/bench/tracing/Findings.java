package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Machine;
import io.tidemark.bench.Rate;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the questions found, for the report. */
final class Findings {
  private static final String TEN = "10 rows as released, three carriers";
  private static final String SIX = "6 rows as released, five carriers";

  private Findings() {}

  /** A line for each question. */
  static List<Line> lines(Map<Question, List<Trial>> done, boolean quick) {
    List<Line> lines = new ArrayList<>();
    done.forEach(
        (question, trials) -> {
          Line line = question.line(trials, quick);
          int colluders = trials.stream().mapToInt(trial -> trial.sources().size()).max().orElse(0);
          lines.add(colluders > 1 ? withCaught(line, trials, colluders) : line);
        });
    return lines;
  }

  private static Line withCaught(Line line, List<Trial> trials, int colluders) {
    Words caught = Colluders.caught(trials, colluders);
    Words ours =
        new Words(line.ours().zh() + "；" + caught.zh(), line.ours().en() + "; " + caught.en());
    return new Line(line.what(), line.peer(), ours, line.bar(), line.outcome());
  }

  static List<Words> remarks(Stage stage, SameList home, SameList other) throws Exception {
    return List.of(
        Line.same(Machine.facts(stage.sources(), home.ground().database())),
        new Words(
            "同一份清单（"
                + home.copies().at(0).rows()
                + " 行）给 "
                + home.copies().size()
                + " 方；三个载体：姓名、手机号、车牌号、厂牌型号、地址、终保日期；五个载体：另加代理机构与备注。泄露行打乱、不带编号；每行按清单原样抽取。",
            "The same list of "
                + home.copies().at(0).rows()
                + " rows to "
                + home.copies().size()
                + " recipients. Three carriers: name, phone, plate, model, address, expiry; five: agency and"
                + " remark as well. Leaked rows are drawn at random, shuffled, without an id."),
        new Words(
            "另一数据目录：同一批人中的 " + other.copies().at(0).rows() + " 行，密钥不同。",
            "The other home has "
                + other.copies().at(0).rows()
                + " rows of the same people, under other keys."),
        new Words(
            "比率后为 95 % Clopper-Pearson 区间；整轮运行以下限判定，快速运行以比率判定。",
            "Rates with the two-sided 95 % Clopper-Pearson interval; a whole run is judged by its lower end, a quick one by the rate."),
        new Words(
            "种子 " + stage.seed() + " 决定人、清单、泄露与攻击；各数据目录的密钥随机。",
            "Seed "
                + stage.seed()
                + " decides people, lists, leaks and attacks; the homes' keys are random, as everywhere."),
        new Words(
            "对照方法在最有利的条件下运行：最低有效位写在保费末位（本系统从不改动），L = 256；Tardos 每行三个二元位置，按 10 方合谋设计，误指 1e-6。",
            "Peers have their best chance: least significant bits stand in the premium's last digit, which Tidemark"
                + " never touches, L = 256; Tardos has three binary positions in each row, cut off for ten"
                + " colluders, accusing anybody wrongly with 1e-6."));
  }

  static Words headline(Map<Question, List<Trial>> done, int recipients) {
    int wrong = 0;
    int trials = 0;
    String ten = "–";
    String six = "–";
    for (Map.Entry<Question, List<Trial>> one : done.entrySet()) {
      Tally tally = one.getKey().goal().tally(one.getValue());
      wrong += tally.wrong();
      trials += tally.trials();
      String rate = tally.trials() == 0 ? "–" : new Rate(tally.right(), tally.trials()).toString();
      ten = one.getKey().what().en().equals(TEN) ? rate : ten;
      six = one.getKey().what().en().equals(SIX) ? rate : six;
    }
    return new Words(
        recipients
            + " 方同一清单，指认正确：三个载体 10 行 "
            + ten
            + "，五个载体 6 行 "
            + six
            + "；误指 "
            + wrong
            + "/"
            + trials,
        "named right, the same list to "
            + recipients
            + " recipients: from 10 rows with three carriers "
            + ten
            + ", from 6 rows with five "
            + six
            + "; wrong accusations "
            + wrong
            + " of "
            + trials);
  }
}
