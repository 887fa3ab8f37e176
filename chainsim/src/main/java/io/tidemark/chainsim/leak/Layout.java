package io.tidemark.chainsim.leak;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How people dress a sheet. Rows above the headings take the headings' place and the headings
 * become the first row, so these come after all attacks that look for columns.
 */
public final class Layout {
  private Layout() {}

  /**
   * Titles above the headings, one in the first cell of each row.
   *
   * @param titles at least one
   */
  public record TitleAbove(List<String> titles) implements Attack {
    /** {@code 续保客户名单} and a date. */
    public static TitleAbove usual() {
      return new TitleAbove(List.of("续保客户名单", "制表日期：2026-11-01"));
    }

    @Override
    public LeakedTable on(LeakedTable released) {
      List<List<String>> above =
          titles.stream().map(title -> first(title, released.width())).toList();
      return above(above, released);
    }
  }

  /** Headings in two rows: the group of columns above, once for the columns that it spans. */
  public record TwoRowHeadings() implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      List<String> groups = new ArrayList<>();
      String last = "";
      for (String heading : released.headings()) {
        String group = Column.called(heading).map(TwoRowHeadings::group).orElse("其他信息");
        groups.add(group.equals(last) ? "" : group);
        last = group;
      }
      return above(List.of(List.copyOf(groups)), released);
    }

    private static String group(Column column) {
      return switch (column) {
        case NAME, IDENTITY_NUMBER, MOBILE, ADDRESS -> "客户信息";
        case PLATE, VIN, ENGINE, MODEL, FIRST_REGISTRATION -> "车辆信息";
        case POLICY_NUMBER, INSURANCE_KIND, INCEPTION, EXPIRY, PREMIUM -> "保单信息";
        case SALESPERSON, AGENCY, REMARK -> "其他信息";
      };
    }
  }

  /**
   * A first column that counts groups of rows, its cells merged: each number stands in the first
   * row of its group, the others are empty.
   *
   * @param most rows in a group; at least 1
   */
  public record IndexColumn(int most, long seed) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      List<List<String>> rows = new ArrayList<>();
      int group = 0;
      int left = 0;
      for (List<String> row : released.rows()) {
        rows.add(joined(left == 0 ? String.valueOf(++group) : "", row));
        left = left == 0 ? random.nextInt(most) : left - 1;
      }
      List<String> headings =
          released.headings().isEmpty() ? List.of() : joined("序号", released.headings());
      return new LeakedTable(headings, List.copyOf(rows));
    }
  }

  /** {@code 合计}, how many rows, and the sum of the premiums where they stand there. */
  public record TotalBelow() implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      List<String> total =
          new ArrayList<>(first("合计：" + released.rows().size() + "条", released.width()));
      OptionalInt premium = Column.PREMIUM.in(released);
      if (premium.isPresent() && premium.getAsInt() > 0) {
        total.set(premium.getAsInt(), sum(released, premium.getAsInt()).toPlainString());
      }
      return released.with(
          Stream.concat(released.rows().stream(), Stream.of(List.copyOf(total))).toList());
    }

    private static BigDecimal sum(LeakedTable table, int place) {
      return table.rows().stream()
          .map(row -> row.get(place))
          .filter(cell -> cell.matches("\\d+(\\.\\d+)?"))
          .map(BigDecimal::new)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  private static LeakedTable above(List<List<String>> above, LeakedTable table) {
    List<List<String>> headings =
        table.headings().isEmpty() ? List.of() : List.of(table.headings());
    List<List<String>> all =
        Stream.of(above, headings, table.rows()).flatMap(List::stream).toList();
    return new LeakedTable(all.get(0), all.subList(1, all.size()));
  }

  private static List<String> first(String cell, int width) {
    return joined(cell, Collections.nCopies(width - 1, ""));
  }

  private static List<String> joined(String first, List<String> others) {
    return Stream.concat(Stream.of(first), others.stream()).toList();
  }
}
