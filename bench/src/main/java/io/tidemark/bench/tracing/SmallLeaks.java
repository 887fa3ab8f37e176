package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Rewriting;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.leak.Standard;
import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A few rows of one recipient's copy.
 *
 * @param home the copies, and where leaks are traced
 * @param seed of the run
 */
record SmallLeaks(SameList home, long seed) {
  private static final Words ON_SALE = new Words("在售产品 200–1500 行", "200 to 1,500 rows on sale");
  private static final int FOREIGN_OWN = 14;
  private static final double FOREIGN = 0.6;
  private static final int STRANGERS = 400;

  /** All of them, those with a bar first. */
  List<Question> questions() {
    List<Question> all = new ArrayList<>();
    all.add(three(Condition.AS_RELEASED, 10, Goal.named(.99), 1_200, 12));
    all.add(question(Narrowed.WHOLE, Condition.AS_RELEASED, 6, Goal.named(.99), 1_200, 12));
    all.add(three(Condition.CLEANED, 12, Goal.named(.95), 600, 8));
    all.add(three(Condition.RETYPED, 18, Goal.named(.95), 600, 8));
    all.add(foreign());
    for (Standard standard : Standard.values()) {
      all.add(standardised(standard));
    }
    for (int rows : new int[] {6, 8, 12}) {
      all.add(three(Condition.AS_RELEASED, rows, Goal.reported(), 120, 4));
    }
    all.add(three(Condition.AS_RELEASED, 100, Goal.reported(), 40, 1));
    all.add(three(Condition.AS_RELEASED, home.copies().most(1_000), Goal.reported(), 20, 1));
    for (int rows : new int[] {4, 5}) {
      all.add(question(Narrowed.WHOLE, Condition.AS_RELEASED, rows, Goal.reported(), 120, 4));
    }
    all.add(identical());
    return all;
  }

  private Question three(Condition condition, int rows, Goal goal, int trials, int few) {
    return question(Narrowed.STANDARD, condition, rows, goal, trials, few);
  }

  /** Leaks of so many rows of these columns. */
  Question question(
      Narrowed narrowed, Condition condition, int rows, Goal goal, int trials, int few) {
    return new Question(
        new Words(
            narrowed.words().zh() + "，" + condition.words().zh() + " " + rows + " 行",
            rows + " rows " + condition.words().en() + ", " + narrowed.words().en()),
        condition == Condition.AS_RELEASED ? ON_SALE : Question.NONE,
        goal,
        trials,
        few,
        (number, draw) ->
            home.tracing().trial(own(draw, condition.on(narrowed.of(sample(rows, draw)), draw))));
  }

  private Question standardised(Standard standard) {
    String name = standard.name().toLowerCase(Locale.ROOT);
    return new Question(
        new Words("18 行按 " + name + " 统一写法", "18 rows standardised by " + name),
        Question.NONE,
        Goal.neverWrong(),
        80,
        3,
        (number, draw) ->
            home.tracing()
                .trial(
                    own(
                        draw,
                        new Rewriting.Standardised(standard)
                            .on(Narrowed.STANDARD.of(sample(18, draw))))));
  }

  private Question foreign() {
    return new Question(
        new Words("35 行中 14 行自有，其余无关", "14 own rows of 35, the others foreign"),
        Question.NONE,
        Goal.named(.95),
        300,
        6,
        (number, draw) -> {
          LeakedTable own = Narrowed.STANDARD.of(sample(FOREIGN_OWN, draw));
          PortfolioGenerator elsewhere =
              new PortfolioGenerator(seed + 2 + number % 7, STRANGERS, Untidiness.asExported());
          List<List<String>> strangers =
              Selection.Foreign.from(elsewhere, own.headings(), STRANGERS);
          LeakedTable mixed = new Selection.Foreign(strangers, FOREIGN, draw).on(own);
          return home.tracing().trial(own(draw, mixed));
        });
  }

  private Question identical() {
    return new Question(
        new Words("人完全相同、无载体的 10 行", "10 rows of people that all hold alike, no carrier"),
        new Words("0.20（并列时任选）", "0.20 by breaking ties"),
        Goal.listed(home.holders()),
        60,
        3,
        (number, draw) -> home.tracing().trial(own(draw, Narrowed.PEOPLE.of(sample(10, draw)))));
  }

  private LeakedTable sample(int rows, long draw) throws Exception {
    return home.copies().sample(home.copies().place(draw), rows, draw);
  }

  private Material own(long draw, LeakedTable leak) {
    return Material.csv(leak, home.copies().at(home.copies().place(draw)).party());
  }
}
