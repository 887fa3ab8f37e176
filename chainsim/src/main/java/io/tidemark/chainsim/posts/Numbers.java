package io.tidemark.chainsim.posts;

import io.tidemark.chainsim.portfolio.Draw;
import java.util.List;

/** Numbers as they stand beside names; nobody's. */
final class Numbers {
  private static final List<String> HEADS =
      List.of(
          "130", "131", "133", "135", "136", "138", "139", "150", "158", "177", "186", "189",
          "199");
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  private Numbers() {}

  static String phone(Draw draw) {
    String number = draw.of(HEADS) + draw.text("0123456789", 8);
    double way = draw.fraction();
    if (way < .08) {
      return number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
    }
    if (way < .14) {
      return number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
    }
    return way < .20 ? number.substring(0, 3) + "****" + number.substring(7) : number;
  }

  static String service(Draw draw) {
    return draw.chance(.5)
        ? "400" + draw.text("0123456789", 7)
        : "955" + draw.text("0123456789", 2);
  }

  static String plate(Draw draw) {
    String head = draw.text("川粤鲁苏浙鄂陕豫京沪渝津冀湘闽赣皖", 1) + draw.text(LETTERS, 1);
    return draw.chance(.2)
        ? head + "D" + draw.text("0123456789", 5)
        : head + draw.text(LETTERS + "0123456789", 3) + draw.text("0123456789", 2);
  }

  static String identity(Draw draw) {
    return draw.of(List.of("510104", "440106", "370102", "320106", "420111"))
        + draw.between(1950, 2005)
        + "%02d%02d".formatted(draw.between(1, 12), draw.between(1, 28))
        + draw.text("0123456789", 3)
        + draw.text("0123456789X", 1);
  }

  static String date(Draw draw) {
    int month = draw.between(1, 12);
    int day = draw.between(1, 28);
    return draw.of(
        List.of(
            month + "月" + day + "日", month + "." + day, "2026-%02d-%02d".formatted(month, day)));
  }
}
