package io.tidemark.chainsim.leak;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list broker's short form: {@code 成都郫都解放路291-万科城-26-1-1404}, {@code 大众朗逸21款1.5自动舒适}, {@code
 * 锦程保代}, {@code 2026/11/1}.
 */
final class BrokerForm {
  private static final Pattern DOOR =
      Pattern.compile("(\\d+)\\D{1,3}(\\d+)\\D{1,3}(?:\\d+\\s*[层楼][^\\d]?)?(\\d{3,4})\\D{0,2}$");
  private static final Pattern NUMBER = Pattern.compile("(?<=路|街|道|巷|弄|段)第?(\\d+)号?");
  private static final Replacements MODEL =
      Replacements.of(
          "[^\\p{L}\\p{N}.]+",
          "",
          "(?:20)?([012]\\d)年款|20([012]\\d)款",
          "$1$2款",
          "(?<=^\\p{IsHan}{2,4})牌",
          "",
          "(\\d\\.\\d)0?(?:L(?![A-Z])|升)",
          "$1",
          "涡轮增压",
          "T",
          "(自动|手动)(?:[挡档]|变速箱?)",
          "$1",
          "手自一体",
          "自动",
          "无级变速箱?",
          "CVT",
          "双离合(?:变速箱?)?",
          "DCT",
          "2WD|前驱|二驱",
          "两驱",
          "4WD|AWD",
          "四驱",
          "[版型]$",
          "");
  private static final String LEGAL = "(?:有限责任公司|股份有限公司|有限公司|公司)?";
  private static final Replacements AGENCY =
      Replacements.of(
          "[\\p{P}\\p{S}\\p{Z}]+",
          "",
          "保险代理" + LEGAL,
          "保代",
          "(?:保险)?经纪" + LEGAL,
          "经纪",
          "汽车(?:销售服务|销售|贸易)" + LEGAL + "|(?:汽车)?4[Ss]店|汽贸",
          "汽销",
          "(保代|经纪|汽销)公司",
          "$1",
          "中心支公司|中支公司",
          "中支",
          "支公司",
          "支",
          "分公司",
          "分",
          "财产保险",
          "财险",
          "人寿保险",
          "寿险",
          "有限责任公司|股份有限公司|有限公司",
          "");
  private static final Replacements REMARK =
      Replacements.of("[\\p{P}\\p{S}\\p{Z}]+|[请已了的要需先再均为]|客户|麻烦", "", "没有?|无", "未");

  private BrokerForm() {}

  static String of(Column column, String cell) {
    return switch (column) {
      case ADDRESS -> address(Numerals.plain(Cleaning.folded(cell)));
      case MODEL -> MODEL.on(Numerals.counts(Cleaning.folded(cell)).toUpperCase(Locale.ROOT));
      case AGENCY -> AGENCY.on(Cleaning.folded(cell));
      case REMARK -> REMARK.on(Numerals.counts(Cleaning.folded(cell)));
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> WrittenDate.written(cell, "%d/%d/%d");
      default -> Standard.plain(column, cell);
    };
  }

  private static String address(String text) {
    Matcher door = DOOR.matcher(text.replaceAll("(?<!门)第(?=\\d)", ""));
    StringBuilder head = new StringBuilder();
    if (!door.find()) {
      return head(text);
    }
    door.appendReplacement(head, "");
    return head(head.toString()) + "-" + door.group(1) + "-" + door.group(2) + "-" + door.group(3);
  }

  private static String head(String text) {
    String clean = Cleaning.cleaned(text);
    Optional<DivisionWords.Beginning> found = DivisionWords.read(clean);
    String placed = found.map(head -> town(head.place()) + head.rest()).orElse(clean);
    return NUMBER.matcher(placed).replaceFirst("$1-").replaceFirst("-$", "");
  }

  private static String town(Located place) {
    return (place.municipality() ? Located.shortened(place.province()) : "")
        + Located.shortened(place.city())
        + Located.shortened(place.district());
  }
}
