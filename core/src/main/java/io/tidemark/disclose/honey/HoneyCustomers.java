package io.tidemark.disclose.honey;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.PersonalText;
import io.tidemark.terms.Reveal;
import io.tidemark.vault.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The honey customers of one disclosure. Each is built from the real row before it (its region, its
 * kind of plate, its model, its dates) with a name, numbers and a door of its own, so that it looks
 * like its neighbours. Immutable.
 */
public final class HoneyCustomers {
  private static final String SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚玲桂英华玉萍红健辉鹏飞燕建国春梅海波文斌志云峰宇浩欣佳婷俊怡思雨晨轩琳晓";
  private static final String PLATE = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
  private static final String VIN_LETTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "012345678912345678123457923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String UNASSIGNED_SEGMENT = "154";

  private final HoneyKey key;
  private final Map<Integer, List<Integer>> customersAfter = new TreeMap<>();

  /**
   * The customers of a list.
   *
   * @param key the disclosure's honey key
   * @param customers how many
   * @param rows how many real rows the list has, at least 1
   */
  public HoneyCustomers(HoneyKey key, int customers, int rows) {
    this.key = key;
    for (int i = 0; i < customers; i++) {
      customersAfter
          .computeIfAbsent(key.number(i, "place", rows), place -> new ArrayList<>())
          .add(i);
    }
  }

  /** The customers that stand after the real row {@code row}, which counts from 0. */
  public List<Content> after(int row, Content neighbour) {
    return customersAfter.getOrDefault(row, List.of()).stream()
        .map(i -> customer(i, neighbour))
        .toList();
  }

  /** The mobile number of customer {@code i}: what evidence shows of it. */
  public static String mobile(HoneyKey key, int i) {
    return UNASSIGNED_SEGMENT + key.digits(i, "mobile", 8);
  }

  private Content customer(int i, Content neighbour) {
    Content.Builder customer = new Content.Builder();
    for (FieldClass field : neighbour.original().keySet()) {
      String real = neighbour.canonical(field).reveal(Reveal.PREPARE);
      PersonalText invented = PersonalText.of(invent(i, field, real));
      customer.put(field, invented, invented, "");
    }
    return customer.build();
  }

  /**
   * A value of this kind, or nothing where the neighbour's has an unknown shape or is free text: an
   * invented customer never has a real person's number or remark.
   */
  private String invent(int i, FieldClass field, String real) {
    return switch (field) {
      case NAME -> name(i);
      case MOBILE -> mobile(key, i);
      case IDENTITY_NUMBER -> identity(i, real);
      case PLATE -> real.length() < 7 ? "" : plate(i, real);
      case VIN -> real.matches("[A-HJ-NPR-Z0-9]{17}") ? vin(i, real) : "";
      case ENGINE_NUMBER -> letters(i, "engine", Math.max(7, real.length()));
      case POLICY_NUMBER ->
          real.length() < 12
              ? ""
              : real.substring(0, 8) + key.digits(i, "policy", real.length() - 8);
      case PREMIUM -> (900 + key.number(i, "premium", 6_000)) + "." + key.digits(i, "cents", 2);
      case ADDRESS -> door(i, real);
      case REMARK -> "";
      default -> real;
    };
  }

  private String name(int i) {
    StringBuilder name = new StringBuilder();
    name.append(SURNAMES.charAt(key.number(i, "surname", SURNAMES.length())));
    int given = 1 + key.number(i, "given", 5);
    for (int n = 0; n < Math.min(2, given); n++) {
      name.append(GIVEN.charAt(key.number(i, "given " + n, GIVEN.length())));
    }
    return name.toString();
  }

  /** Same county, another birthday, a right check digit (GB 11643, ISO 7064 MOD 11-2). */
  private String identity(int i, String real) {
    if (!real.matches("[0-9]{17}[0-9X]")) {
      return "";
    }
    String body =
        real.substring(0, 6)
            + String.format(
                "%04d%02d%02d",
                1960 + key.number(i, "year", 42),
                1 + key.number(i, "month", 12),
                1 + key.number(i, "day", 28))
            + key.digits(i, "serial", 3);
    int sum = 0;
    for (int n = 0; n < 17; n++) {
      sum += (body.charAt(n) - '0') * ((1 << (17 - n)) % 11);
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  /** The neighbour's office and kind of plate, another serial. */
  private String plate(int i, String real) {
    StringBuilder plate = new StringBuilder(real.substring(0, 2));
    String serial = letters(i, "plate", real.length() - 2);
    for (int n = 2; n < real.length(); n++) {
      boolean newEnergyLetter = real.length() == 8 && !Character.isDigit(real.charAt(n));
      boolean digitOnly = real.length() == 8;
      char drawn =
          digitOnly ? (char) ('0' + key.number(i, "plate digit " + n, 10)) : serial.charAt(n - 2);
      plate.append(newEnergyLetter || real.charAt(n) > 127 ? real.charAt(n) : drawn);
    }
    return plate.toString();
  }

  /** The neighbour's maker, type and year, another serial, a right check digit (GB 16735). */
  private String vin(int i, String real) {
    String body = real.substring(0, 8) + "0" + real.substring(9, 11) + key.digits(i, "vin", 6);
    int sum = 0;
    for (int n = 0; n < 17; n++) {
      int value = VIN_VALUES.charAt(VIN_LETTERS.indexOf(body.charAt(n))) - '0';
      sum += value * VIN_WEIGHTS[n];
    }
    return body.substring(0, 8) + "0123456789X".charAt(sum % 11) + body.substring(9);
  }

  private String letters(int i, String name, int count) {
    StringBuilder letters = new StringBuilder();
    for (int n = 0; n < count; n++) {
      boolean digit = key.number(i, name + " kind " + n, 4) > 0;
      int from = digit ? PLATE.indexOf('0') : 0;
      int below = digit ? 10 : PLATE.indexOf('0');
      letters.append(PLATE.charAt(from + key.number(i, name + " " + n, below)));
    }
    return letters.toString();
  }

  /** The neighbour's address with other numbers in it. */
  private String door(int i, String real) {
    StringBuilder door = new StringBuilder();
    int number = 0;
    for (int n = 0; n < real.length(); n++) {
      boolean begins =
          Character.isDigit(real.charAt(n)) && (n == 0 || !Character.isDigit(real.charAt(n - 1)));
      if (begins) {
        door.append(1 + key.number(i, "door " + number, number == 2 ? 3 : 40));
        number++;
      } else if (!Character.isDigit(real.charAt(n))) {
        door.append(real.charAt(n));
      }
    }
    return door.toString();
  }
}
