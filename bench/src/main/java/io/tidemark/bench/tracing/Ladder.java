package io.tidemark.bench.tracing;

import io.tidemark.bench.Line;
import io.tidemark.bench.Outcome;
import io.tidemark.bench.Stage;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The smallest number of rows that names its source in 99 of 100 trials, looked for step by step
 * from the number that the planner stated: down while it holds, else up until it does.
 */
final class Ladder {
  private static final double NEARLY_ALWAYS = 0.99;
  private static final double STEP = 0.1;
  private static final double WITHIN = 0.2;
  private static final int CHUNK = 10;

  private final Stage stage;
  private final SmallLeaks leaks;
  private final Trials trials;
  private final TreeMap<Integer, Tally> rungs = new TreeMap<>();

  Ladder(Stage stage, SmallLeaks leaks, Trials trials) {
    this.stage = stage;
    this.leaks = leaks;
    this.trials = trials;
  }

  /** Where planned and measured rows are compared. */
  record Place(Narrowed narrowed, Condition condition) {}

  /** Those of the planner's figures that are measured. */
  static List<Place> places() {
    List<Place> places = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      places.add(new Place(Narrowed.STANDARD, condition));
    }
    places.add(new Place(Narrowed.WHOLE, Condition.AS_RELEASED));
    places.add(new Place(Narrowed.NO_ADDRESS, Condition.AS_RELEASED));
    places.add(new Place(Narrowed.NO_MODEL, Condition.AS_RELEASED));
    return places;
  }

  /** The line of the report. */
  Line line(Place place, OptionalInt planned) throws Exception {
    rungs.clear();
    OptionalInt measured =
        planned.isPresent() ? climbed(place, planned.getAsInt()) : OptionalInt.empty();
    int wrong = rungs.values().stream().mapToInt(Tally::wrong).sum();
    StringBuilder each = new StringBuilder();
    rungs.forEach(
        (rows, tally) ->
            each.append(each.length() == 0 ? "" : ", ")
                .append(rows + ": " + tally.right() + "/" + tally.trials()));
    Words narrowed = place.narrowed().words();
    Words condition = place.condition().words();
    return new Line(
        new Words(
            "可指认行数：" + narrowed.zh() + "，" + condition.zh(),
            "rows to name: " + narrowed.en() + ", " + condition.en()),
        new Words("规划 " + text(planned), "planned " + text(planned)),
        new Words(
            "实测 " + text(measured) + "（" + each + "），误指 " + wrong,
            "measured " + text(measured) + " (" + each + "), wrong accusations " + wrong),
        new Words("相差 ≤ 20 % 或 1 行", "within 20 % or one row"),
        wrong > 0 ? Outcome.WRONG : judge(planned, measured));
  }

  /** Whether the measured number is near the planned one. */
  static Outcome judge(OptionalInt planned, OptionalInt measured) {
    if (planned.isEmpty() || measured.isEmpty()) {
      return Outcome.MISSED;
    }
    double away = Math.abs(measured.getAsInt() - planned.getAsInt());
    return away <= Math.max(1, WITHIN * planned.getAsInt()) ? Outcome.MET : Outcome.MISSED;
  }

  private OptionalInt climbed(Place place, int planned) throws Exception {
    int step = Math.max(1, (int) Math.round(STEP * planned));
    int most = stage.size(4, 1);
    int rows = planned;
    if (holds(place, rows)) {
      for (int i = 0; i < most && rows > step && holds(place, rows - step); i++) {
        rows -= step;
      }
      return OptionalInt.of(rows);
    }
    for (int i = 0; i < most; i++) {
      rows += step;
      if (holds(place, rows)) {
        return OptionalInt.of(rows);
      }
    }
    return OptionalInt.empty();
  }

  /** Stops as soon as it cannot hold any more. */
  private boolean holds(Place place, int rows) throws Exception {
    int wanted = stage.size(100, 10);
    int missesAtMost = (int) Math.floor((1 - NEARLY_ALWAYS) * wanted + 1e-9);
    Question question =
        leaks.question(place.narrowed(), place.condition(), rows, Goal.reported(), wanted, wanted);
    Tally tally = Tally.NONE;
    while (tally.trials() < wanted && tally.trials() - tally.right() <= missesAtMost) {
      List<Trial> some = trials.some(question, 10_000 + tally.trials(), CHUNK);
      tally = tally.plus(question.goal().tally(some));
    }
    rungs.put(rows, tally);
    return tally.trials() - tally.right() <= missesAtMost;
  }

  private static String text(OptionalInt rows) {
    return rows.isPresent() ? String.valueOf(rows.getAsInt()) : "–";
  }
}
