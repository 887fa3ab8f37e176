package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What people do to a number so that a filter passes it and a reader does not. */
public enum Trick {
  /** Nothing. */
  NONE,
  /** Blanks between its groups. */
  SPACED,
  /** Dashes between its groups, long or short ones. */
  DASHED,
  /** Dots between its groups. */
  DOTTED,
  /** A blank behind each sign. */
  SINGLE,
  /** Pictures between its groups. */
  PICTURES,
  /** Full-width characters. */
  FULL_WIDTH(Trick::wide),
  /** 一三八. */
  HANZI((c, draw) -> digits("零一二三四五六七八九", c)),
  /** 〇 for 零. */
  ROUND_ZERO((c, draw) -> digits("〇一二三四五六七八九", c)),
  /** 幺 for one, 洞 for nothing, 拐 for seven, as one reads numbers out. */
  SPOKEN((c, draw) -> digits("洞幺二三四五六拐八九", c)),
  /** 壹贰叁. */
  FINANCIAL((c, draw) -> digits("零壹贰叁肆伍陆柒捌玖", c)),
  /** 1️⃣. */
  KEYCAP((c, draw) -> digit(c) ? c + "\uFE0F\u20E3" : "" + c),
  /** ①. */
  CIRCLED((c, draw) -> points(0x24EA, 0x2460, c)),
  /** ➊. */
  BLACK_CIRCLED((c, draw) -> points(0x24FF, 0x278A, c)),
  /** ⓵. */
  DOUBLE_CIRCLED((c, draw) -> points(0x24EA, 0x24F5, c)),
  /** ⒈. */
  STOPPED((c, draw) -> points(0x1F100, 0x2488, c)),
  /** 🄁. */
  COMMA((c, draw) -> points(0x1F101, 0x1F102, c)),
  /** 𝟏, in one of five alphabets. */
  MATHEMATICAL(
      (c, draw) -> digit(c) ? Character.toString(0x1D7CE + 10 * draw.below(5) + c - '0') : "" + c),
  /** ¹³⁸. */
  RAISED((c, draw) -> digits("⁰¹²³⁴⁵⁶⁷⁸⁹", c)),
  /** A zero-width sign behind some. */
  ZERO_WIDTH(
      (c, draw) -> c + draw.of(List.of("\u200B", "\u200C", "\u200D", "\uFEFF", "\u2060", ""))),
  /** Marks of direction. */
  DIRECTIONS((c, draw) -> draw.of(List.of("\u200E", "\u200F", "\u202A", "\u2066", "")) + c),
  /** Variation selectors. */
  VARIATIONS((c, draw) -> c + draw.of(List.of("\uFE0E", "\uFE00", "\uFE0F", ""))),
  /** Combining marks on top. */
  COMBINING((c, draw) -> c + draw.of(List.of("\u0336", "\u0332", "\u0305", ""))),
  /** O for nothing and l or I for one. */
  LETTERS(
      (c, draw) ->
          c == '0' ? draw.of(List.of("O", "o")) : c == '1' ? draw.of(List.of("l", "I")) : "" + c),
  /** The same letters of the Cyrillic and the Greek alphabet. */
  FOREIGN_LETTERS(
      (c, draw) ->
          c == '0'
              ? draw.of(List.of("О", "о", "Ο", "ο"))
              : c == '1' ? draw.of(List.of("І", "Ι", "Ӏ")) : "" + c),
  /** Several scripts in one number. */
  MIXED(Trick::mixed),
  /** Broken off at the end of a line. */
  TWO_LINES,
  /** Broken off at the end of a message; the next one has a sender and a time. */
  TWO_MESSAGES,
  /** Some signs are hidden. */
  MASKED;

  private final BiFunction<Character, Draw, String> sign;

  Trick() {
    this((c, draw) -> "" + c);
  }

  Trick(BiFunction<Character, Draw, String> sign) {
    this.sign = sign;
  }

  /**
   * The number as the trick writes it.
   *
   * @param number in canonical form
   * @param cuts where its groups end, the last left out
   */
  String written(String number, List<Integer> cuts, Draw draw) {
    String gap = gap(draw);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      if (i > 0 && (this == SINGLE || cuts.contains(i))) {
        text.append(gap);
      }
      text.append(sign.apply(number.charAt(i), draw));
    }
    return text.toString();
  }

  /** How reports and vectors name it: lower case with dashes. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String gap(Draw draw) {
    return switch (this) {
      case SPACED -> draw.of(List.of(" ", "  ", "\u3000", "\u00A0"));
      case DASHED -> draw.of(List.of("-", "–", "—", "－", " - ", "~", "_"));
      case DOTTED -> draw.of(List.of(".", "·", "•", "．"));
      case SINGLE -> " ";
      case PICTURES -> draw.of(List.of("🌹", "❤", "☎", "🚗"));
      default -> "";
    };
  }

  private static String wide(char c, Draw draw) {
    return c == ' ' ? "\u3000" : String.valueOf(c < 0x7F ? (char) (c + 0xFEE0) : c);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String digits(String signs, char c) {
    return digit(c) ? signs.substring(c - '0', c - '0' + 1) : "" + c;
  }

  private static String points(int nothing, int one, char c) {
    if (!digit(c)) {
      return "" + c;
    }
    return Character.toString(c == '0' ? nothing : one + c - '1');
  }

  private static String mixed(char c, Draw draw) {
    return switch (draw.below(5)) {
      case 0 -> digits("零一二三四五六七八九", c);
      case 1 -> digits("０１２３４５６７８９", c);
      case 2 -> points(0x24EA, 0x2460, c);
      default -> "" + c;
    };
  }
}
