package io.tidemark.chainsim.leak;

import io.tidemark.chainsim.portfolio.PortfolioGenerator;
import io.tidemark.chainsim.portfolio.Untidiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A renewal list as released, for tests. */
final class Released {
  static final List<String> HEADINGS = List.of("姓名", "手机号", "车牌号", "厂牌型号", "地址", "终保日期");

  private Released() {}

  static LeakedTable list(long seed, int people) {
    List<Integer> places = HEADINGS.stream().map(PortfolioGenerator.COLUMNS::indexOf).toList();
    PortfolioGenerator portfolio = new PortfolioGenerator(seed, people, Untidiness.asExported());
    return new LeakedTable(PortfolioGenerator.COLUMNS, portfolio.rows().toList()).columns(places);
  }

  /** Copies of one list whose models and addresses each end in one of a few spellings. */
  static List<LeakedTable> copies(int count, int people, int spellings) {
    LeakedTable original = list(5, people);
    List<LeakedTable> copies = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      Random random = new Random(j);
      copies.add(
          original
              .eachCellOf(3, cell -> cell + "型" + random.nextInt(spellings))
              .eachCellOf(4, cell -> cell + "室" + random.nextInt(spellings)));
    }
    return copies;
  }
}
