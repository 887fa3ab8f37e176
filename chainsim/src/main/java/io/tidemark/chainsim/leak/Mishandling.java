package io.tidemark.chainsim.leak;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What spreadsheets and text recognition do to cells, without anybody meaning to. */
public final class Mishandling {
  private Mishandling() {}

  /** Phone numbers kept as numbers by a spreadsheet: {@code 13812345678.0} or {@code 1.38…E10}. */
  public record MobilesAsNumbers(long seed) implements Attack {
    private static final List<UnaryOperator<String>> WAYS =
        List.of(digits -> digits + ".0", MobilesAsNumbers::scientific, digits -> digits + ".00");

    @Override
    public LeakedTable on(LeakedTable released) {
      OptionalInt mobile = Column.MOBILE.in(released);
      UnaryOperator<String> way = WAYS.get(new Random(seed).nextInt(WAYS.size()));
      return mobile.isEmpty()
          ? released
          : released.eachCellOf(mobile.getAsInt(), cell -> number(cell, way));
    }

    private static String number(String cell, UnaryOperator<String> way) {
      String digits = Cleaning.cleaned(cell);
      return digits.matches("\\d{10,11}") ? way.apply(digits) : cell;
    }

    private static String scientific(String digits) {
      String mantissa = digits.charAt(0) + "." + digits.substring(1);
      return new BigDecimal(mantissa).stripTrailingZeros() + "E" + (digits.length() - 1);
    }
  }

  /**
   * Text recognised from a photograph.
   *
   * @param rate share of all characters that are taken for one that looks alike, or lost; 0 to 1
   */
  public record Misread(double rate, long seed) implements Attack {
    private static final List<String> ALIKE =
        List.of(
            "0OQD", "1Il7", "2Z", "5S", "8B", "6G", "VU", "MN", "已己巳", "未末", "日曰", "人入", "士土",
            "大太犬", "千干于", "王玉主", "田由甲申", "天夫", "牛午", "刀力", "栋拣", "幢憧", "室宝", "号兮", "元无", "晓哓", "阳阴",
            "杨扬", "辉晖", "款歀", "版板", "型形");
    private static final double LOST = .1;

    @Override
    public LeakedTable on(LeakedTable released) {
      Random random = new Random(seed);
      return released.eachCell(cell -> misread(cell, random));
    }

    private String misread(String cell, Random random) {
      StringBuilder seen = new StringBuilder();
      for (int at = 0; at < cell.length(); at++) {
        char c = cell.charAt(at);
        if (random.nextDouble() >= rate) {
          seen.append(c);
        } else if (random.nextDouble() >= LOST) {
          seen.append(alike(c, random));
        }
      }
      return seen.toString();
    }

    private static char alike(char c, Random random) {
      for (String group : ALIKE) {
        int at = group.indexOf(c);
        if (at >= 0) {
          return group.charAt((at + 1 + random.nextInt(group.length() - 1)) % group.length());
        }
      }
      return c;
    }
  }
}
