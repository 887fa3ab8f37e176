package io.tidemark.chainsim.leak;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What spreadsheets and text recognition do to cells, without anybody meaning to. */
public final class Mishandling {
  private static final DecimalFormatSymbols SIGNS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Mishandling() {}

  /**
   * Phone numbers kept as numbers by a spreadsheet: {@code 13812345678.0}, {@code 1.3812345678E10},
   * {@code 1.3812345678E+10}, {@code 13812345678.00}, {@code '13812345678}, {@code 13,812,345,678}.
   * No digit is lost.
   */
  public record MobilesAsNumbers(long seed) implements Attack {
    private static final List<UnaryOperator<String>> WAYS =
        List.of(
            digits -> digits + ".0",
            MobilesAsNumbers::scientific,
            digits -> digits + ".00",
            digits -> scientific(digits).replace("E", "E+"),
            digits -> "'" + digits,
            digits -> new DecimalFormat("#,###", SIGNS).format(new BigDecimal(digits)));

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
   * Phone numbers in a column too narrow, saved as shown: {@code 1.38123E+10}. The last digits are
   * lost for good.
   */
  public record MobilesCutShort() implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      OptionalInt mobile = Column.MOBILE.in(released);
      return mobile.isEmpty()
          ? released
          : released.eachCellOf(mobile.getAsInt(), MobilesCutShort::shown);
    }

    private static String shown(String cell) {
      String digits = Cleaning.cleaned(cell);
      return digits.matches("\\d{10,11}")
          ? new DecimalFormat("0.#####E00", SIGNS).format(new BigDecimal(digits)).replace("E", "E+")
          : cell;
    }
  }

  /** How a program writes all dates of a file; a cell that holds no date stays. */
  public enum DateStyle {
    /** {@code 46327}, days since the spreadsheets' zero (ECMA-376 part 1, 18.17.4.1). */
    SERIAL(""),
    /** {@code 46327.0} */
    SERIAL_WITH_POINT(""),
    /** {@code 2026-11-01 00:00:00} */
    WITH_TIME("%d-%02d-%02d 00:00:00"),
    /** {@code 2026/11/1} */
    SLASHES("%d/%d/%d"),
    /** {@code 20261101} */
    COMPACT("%d%02d%02d"),
    /** {@code 2026年11月1日} */
    CHINESE("%d年%d月%d日"),
    /** {@code 01/11/2026}: what it means must be guessed. */
    DAY_FIRST("%3$02d/%2$02d/%1$d"),
    /** {@code 11/1/2026}, the display of American spreadsheets: what it means must be guessed. */
    MONTH_FIRST("%2$d/%3$d/%1$d");

    private final String pattern;

    DateStyle(String pattern) {
      this.pattern = pattern;
    }

    private String of(WrittenDate date, String cell) {
      return switch (this) {
        case SERIAL -> date.serial().orElse(cell);
        case SERIAL_WITH_POINT -> date.serial().map(days -> days + ".0").orElse(cell);
        default -> date.as(pattern);
      };
    }
  }

  /** Every date in one style. */
  public record DatesRewritten(DateStyle style) implements Attack {
    @Override
    public LeakedTable on(LeakedTable released) {
      LeakedTable leak = released;
      for (Column column : List.of(Column.FIRST_REGISTRATION, Column.INCEPTION, Column.EXPIRY)) {
        OptionalInt place = column.in(released);
        if (place.isPresent()) {
          leak =
              leak.eachCellOf(
                  place.getAsInt(),
                  cell -> WrittenDate.read(cell).map(date -> style.of(date, cell)).orElse(cell));
        }
      }
      return leak;
    }
  }

  /**
   * Text recognised from a photograph. A character without a known twin is lost or stays, so fewer
   * characters change than {@code rate} says.
   *
   * @param rate share of all characters that are taken for one that looks alike, or lost; 0 to 1.
   *     We take 0.005 for a clean scan, 0.02 for a photograph of a screen, 0.05 for a bad one
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
