package io.tidemark.bench.tracing;

import io.tidemark.chainsim.leak.Attack;
import io.tidemark.chainsim.leak.Column;
import io.tidemark.chainsim.leak.Correlation;
import io.tidemark.chainsim.leak.FileShape;
import io.tidemark.chainsim.leak.Layout;
import io.tidemark.chainsim.leak.LeakedTable;
import io.tidemark.chainsim.leak.Mishandling;
import io.tidemark.chainsim.leak.Neighbours;
import io.tidemark.chainsim.leak.Reshaping;
import io.tidemark.chainsim.leak.Selection;
import io.tidemark.chainsim.leak.Thinning;
import io.tidemark.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One leaker who does not leave the copy as it is: who corrects it by its own statistics, thins it
 * out, photographs it, or brings it into another form. Who corrects by statistics has a thousand
 * rows to take them from.
 *
 * @param home the copies, and where leaks are traced
 */
record Attacks(SameList home) {
  private static final int STATISTICS = 1_000;
  private static final int WHOLE = 24;
  private static final List<Integer> SIZES = List.of(14, 200);

  /** One way to attack; after the rows were chosen or before. */
  private record Way(String name, boolean before, Attacking attacking) {}

  /** An attack with a seed. */
  private interface Attacking {
    Attack with(long seed);
  }

  /** A line for each family of attacks and each size. */
  List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (int rows : SIZES) {
      all.add(
          family(
              "按相关性改写", "correlation", "Ji et al. 2021", Goal.neverWrong(), correlation(), rows));
      all.add(family("疏去", "thinning", "–", Goal.neverWrong(), thinning(), rows));
      all.add(family("误识", "misread", "–", Goal.neverWrong(), misread(), rows));
      all.add(family("电子表格", "spreadsheets", "–", Goal.neverWrong(), spreadsheets(), rows));
      all.add(family("译名换列与版面", "headings, order, layout", "–", Goal.always(), layouts(), rows));
      all.add(files(rows));
    }
    return all;
  }

  private Question family(
      String zh, String en, String source, Goal goal, List<Way> ways, int rows) {
    return new Question(
        new Words(zh + "，" + rows + " 行", en + ", " + rows + " rows"),
        source.equals("–") ? Question.NONE : new Words("攻击：" + source, "attack: " + source),
        goal,
        rows > 100 ? WHOLE : 2 * WHOLE,
        rows > 100 ? 2 : 4,
        (number, seed) -> {
          Way way = ways.get(number % ways.size());
          LeakedTable leak = leak(way, rows, seed);
          return home.tracing().trial(Material.csv(leak, party(seed)).as(way.name()));
        });
  }

  private LeakedTable leak(Way way, int rows, long seed) throws Exception {
    Attack attack = way.attacking().with(seed);
    int place = home.copies().place(seed);
    if (!way.before()) {
      return attack.on(Narrowed.STANDARD.of(home.copies().sample(place, rows, seed)));
    }
    LeakedTable known = Narrowed.STANDARD.of(home.copies().sample(place, STATISTICS, seed));
    return new Selection.Sample(rows, seed).on(attack.on(known));
  }

  private String party(long seed) {
    return home.copies().at(home.copies().place(seed)).party();
  }

  private static Way after(String name, Attacking attacking) {
    return new Way(name, false, attacking);
  }

  private static Way before(String name, Attacking attacking) {
    return new Way(name, true, attacking);
  }

  private static List<Way> correlation() {
    List<Way> ways = new ArrayList<>();
    ways.add(
        before(
            "by column", seed -> new Correlation.ByColumn(Column.ADDRESS, Column.PLATE, 1, seed)));
    for (Neighbours neighbours : Neighbours.values()) {
      ways.add(
          before("by " + name(neighbours), seed -> new Correlation.ByRow(neighbours, 1, seed)));
    }
    ways.add(before("integrated .5", seed -> new Correlation.Integrated(.5, seed)));
    ways.add(before("integrated 1", seed -> new Correlation.Integrated(1, seed)));
    return ways;
  }

  private static List<Way> thinning() {
    List<Way> ways = new ArrayList<>();
    ways.add(before("rare styles", seed -> new Thinning.Commonest(.1)));
    ways.add(before("all but the commonest", seed -> new Thinning.Commonest(1.1)));
    ways.add(before("without rare rows", seed -> new Thinning.WithoutRareRows(.5)));
    ways.add(before("a fifth dropped", seed -> new Thinning.CarriersDropped(.2, seed)));
    ways.add(before("half dropped", seed -> new Thinning.CarriersDropped(.5, seed)));
    return ways;
  }

  private static List<Way> misread() {
    List<Way> ways = new ArrayList<>();
    for (double rate : new double[] {.005, .02, .05}) {
      ways.add(after("misread " + rate, seed -> new Mishandling.Misread(rate, seed)));
    }
    return ways;
  }

  private static List<Way> spreadsheets() {
    List<Way> ways = new ArrayList<>();
    ways.add(after("phones as numbers", Mishandling.MobilesAsNumbers::new));
    ways.add(after("phones cut short", seed -> new Mishandling.MobilesCutShort()));
    for (Mishandling.DateStyle style : Mishandling.DateStyle.values()) {
      ways.add(after(name(style), seed -> new Mishandling.DatesRewritten(style)));
    }
    return ways;
  }

  private static List<Way> layouts() {
    List<Way> ways = new ArrayList<>();
    for (Reshaping.HeadingLanguage language : Reshaping.HeadingLanguage.values()) {
      ways.add(after(name(language), seed -> new Reshaping.Translated(language, seed)));
    }
    ways.add(after("no headings", seed -> new Reshaping.NoHeadings()));
    ways.add(after("titles", seed -> Layout.TitleAbove.usual()));
    ways.add(after("two heading rows", seed -> new Layout.TwoRowHeadings()));
    ways.add(after("index column", seed -> new Layout.IndexColumn(3, seed)));
    ways.add(after("total", seed -> new Layout.TotalBelow()));
    return ways;
  }

  private Question files(int rows) {
    FileShape[] shapes = FileShape.values();
    return new Question(
        new Words("编码与格式，" + rows + " 行", "encodings and formats, " + rows + " rows"),
        Question.NONE,
        Goal.always(),
        rows > 100 ? shapes.length + 1 : 2 * (shapes.length + 1),
        rows > 100 ? 2 : 4,
        (number, seed) -> {
          int which = number % (shapes.length + 1);
          List<String> parties = List.of(party(seed));
          LeakedTable leak =
              Narrowed.STANDARD.of(home.copies().sample(home.copies().place(seed), rows, seed));
          Material material =
              which == shapes.length
                  ? Material.workbook(leak, parties).as("xlsx")
                  : Material.shaped(leak, shapes[which], parties).as(name(shapes[which]));
          return home.tracing().trial(material);
        });
  }

  private static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
