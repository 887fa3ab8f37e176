package io.tidemark.chainsim.leak;

/**
 * Search-and-replace pairs as somebody records them in a spreadsheet: the spellings that caught the
 * eye, no others. Doors written with hyphens, Chinese numerals of two characters and missing
 * provinces go through as they are.
 */
final class MacroForm {
  private static final Replacements SPACES = Replacements.of("[\\s\\u3000]+", "");
  private static final Replacements ADDRESS =
      SPACES.then(
          Replacements.of(
              "号楼|幢|#楼|#",
              "栋",
              "一单元",
              "1单元",
              "二单元",
              "2单元",
              "三单元",
              "3单元",
              "(?<=\\d)[室房户]$",
              "",
              "[()（）,，]",
              "",
              "^四川(?!省)",
              "四川省",
              "^广东(?!省)",
              "广东省",
              "^江苏(?!省)",
              "江苏省",
              "^北京(?!市)",
              "北京市",
              "^上海(?!市)",
              "上海市"));
  private static final Replacements MODEL =
      SPACES.then(
          Replacements.of(
              "20(1[5-9]|2[0-6])款",
              "$1款",
              "自动[挡档]",
              "自动",
              "手动[挡档]",
              "手动",
              "升",
              "L",
              "型$",
              "版",
              "双离合",
              "DCT"));
  private static final Replacements AGENCY =
      SPACES.then(
          Replacements.of("有限责任公司", "有限公司", "保险代理公司", "保险代理有限公司", "保代", "保险代理有限公司", "中支", "中心支公司"));
  private static final Replacements REMARK =
      SPACES.then(Replacements.of(",", "，", "三年", "3年", "一次", "1次", "没", "未"));
  private static final Replacements DATE = Replacements.of("[/.年月]", "-", "日$", "");

  private static final Replacements HYPHENS = Replacements.of("[ -]", "");

  private MacroForm() {}

  static String of(Column column, String cell) {
    return switch (column) {
      case ADDRESS -> ADDRESS.on(halfWidth(cell));
      case MODEL -> MODEL.on(halfWidth(cell));
      case AGENCY -> AGENCY.on(halfWidth(cell));
      case REMARK -> REMARK.on(cell);
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> DATE.on(cell);
      case NAME -> SPACES.on(cell);
      case MOBILE, PLATE -> HYPHENS.on(halfWidth(cell));
      default -> cell;
    };
  }

  /** Digits only; letters and brackets keep their width. */
  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text);
    for (int i = 0; i < half.length(); i++) {
      char c = half.charAt(i);
      half.setCharAt(i, c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
    }
    return half.toString();
  }
}
