package io.tidemark.chainsim.leak;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * How people in chat groups write numbers so that no filter finds them. Nothing is lost: another
 * person reads the number off it.
 */
public enum Disguise {
  /** As it is. */
  PLAIN,
  /** 138 1234 5678. */
  SPACED,
  /** 138-1234-5678. */
  DASHED,
  /** 138.1234.5678. */
  DOTTED,
  /** 138＊1234＊5678. */
  STARRED,
  /** 1 3 8 1 2 3 4 5 6 7 8. */
  SINGLE,
  /** １３８… in full-width characters. */
  FULL_WIDTH(digit -> String.valueOf((char) ('０' + digit))),
  /** 一三八…. */
  CHINESE(digit -> "〇一二三四五六七八九".substring(digit, digit + 1)),
  /** 壹叁捌…, as on banknotes. */
  BANKNOTE(digit -> "零壹贰叁肆伍陆柒捌玖".substring(digit, digit + 1)),
  /** 幺三八…, as on the telephone. */
  TELEPHONE(digit -> "洞幺两三四五六拐八九".substring(digit, digit + 1)),
  /** ①③⑧…. */
  CIRCLED(digit -> digit == 0 ? "⓪" : String.valueOf((char) ('①' + digit - 1))),
  /** Keycap emoji. */
  KEYCAPS(digit -> digit + "\uFE0F\u20E3"),
  /** Mathematical bold digits. */
  MATHEMATICAL(digit -> Character.toString(0x1D7CE + digit)),
  /** A zero-width space behind each digit. */
  INVISIBLE(digit -> digit + "\u200B"),
  /** O for 0, l for 1. */
  LETTERS(digit -> digit == 0 ? "O" : digit == 1 ? "l" : String.valueOf(digit)),
  /** Some digits Chinese, the others plain. */
  MIXED;

  private static final List<Integer> PHONE_GROUPS = List.of(3, 7);
  private static final List<Integer> PLATE_GROUPS = List.of(2);
  private static final List<Integer> VIN_GROUPS = List.of(4, 8, 12);

  private final IntFunction<String> digits;

  Disguise() {
    this(String::valueOf);
  }

  Disguise(IntFunction<String> digits) {
    this.digits = digits;
  }

  /** A mobile number of digits only. */
  public String phone(String number, Random random) {
    return written(number, PHONE_GROUPS, random);
  }

  /** A plate such as 川A12345, perhaps in lower case; I stands for 1, as in a VIN. */
  public String plate(String plate, Random random) {
    if (this == LETTERS) {
      return withLetters(plate);
    }
    String written = written(plate, PLATE_GROUPS, random);
    return random.nextInt(4) == 0 ? lower(written) : written;
  }

  /** A VIN; I stands for 1 where a phone would have an l, which a VIN can have as it is. */
  public String vin(String vin, Random random) {
    if (this == LETTERS) {
      return withLetters(vin);
    }
    String written = written(vin, VIN_GROUPS, random);
    return random.nextInt(4) == 0 ? lower(written) : written;
  }

  private static String withLetters(String code) {
    return code.replace('1', 'I').replace('0', 'O');
  }

  private static String lower(String written) {
    return written.toLowerCase(Locale.ROOT);
  }

  private String written(String number, List<Integer> groups, Random random) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      if (i > 0) {
        written.append(between(i, groups));
      }
      char c = number.charAt(i);
      written.append(c >= '0' && c <= '9' ? digit(c - '0', random) : other(c));
    }
    return written.toString();
  }

  private String between(int place, List<Integer> groups) {
    String mark =
        switch (this) {
          case SPACED, SINGLE -> " ";
          case DASHED -> "-";
          case DOTTED -> ".";
          case STARRED -> "＊";
          default -> "";
        };
    return this == SINGLE || groups.contains(place) ? mark : "";
  }

  private String digit(int digit, Random random) {
    return this == MIXED && random.nextBoolean()
        ? CHINESE.digits.apply(digit)
        : digits.apply(digit);
  }

  private String other(char c) {
    boolean wide = this == FULL_WIDTH && c < 0x7F;
    return String.valueOf(wide ? (char) (c + 0xFEE0) : c);
  }
}
