package io.tidemark.chainsim.leak;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The columns that a leaker tells apart: by the heading, or else by what stands in the cells. */
public enum Column {
  NAME(
      "[\\p{IsHan}\\s·]{2,6}",
      List.of("姓名", "客户姓名", "车主", "被保险人", "name", "customer", "owner"),
      "xingming"),
  IDENTITY_NUMBER(
      "\\d{17}[\\dXx]|\\d{15}",
      List.of("证件号码", "身份证号", "证件号", "id number", "id_no"),
      "zhengjian haoma"),
  MOBILE(
      "1\\d{10}|1\\d\\d[ -]?\\d{4}[ -]?\\d{4}",
      List.of("手机号", "手机号码", "联系电话", "电话", "手机", "mobile", "phone", "tel"), "shoujihao"),
  PLATE(
      "\\p{IsHan}[A-Z][^0-9A-Z]?[0-9A-Z]{5,6}",
      List.of("车牌号", "车牌", "号牌号码", "车牌号码", "plate", "plate no", "licence plate"),
      "chepaihao"),
  VIN(
      "[0-9A-HJ-NPR-Za-hj-npr-z]{17}",
      List.of("车架号", "车辆识别代号", "VIN码", "vin", "chassis no"),
      "chejiahao"),
  ENGINE("[0-9A-Z]{7,9}", List.of("发动机号", "发动机号码", "engine no", "engine"), "fadongjihao"),
  MODEL(
      ".*\\d\\d款.*",
      List.of("厂牌型号", "车型", "品牌型号", "车辆型号", "model", "vehicle", "car model"),
      "changpai xinghao"),
  FIRST_REGISTRATION(
      "", List.of("初登日期", "初次登记日期", "注册日期", "first registration", "registered"), "chudeng riqi"),
  POLICY_NUMBER(
      "P[0-9A-Z]{19,20}", List.of("保单号", "保单号码", "保险单号", "policy no", "policy"), "baodanhao"),
  INSURANCE_KIND(".*(商业险|交强险).*", List.of("险种", "产品", "险别", "product", "cover"), "xianzhong"),
  INCEPTION("", List.of("起保日期", "保险起期", "生效日期", "inception", "start date"), "qibao riqi"),
  EXPIRY(
      "20\\d\\d[-/年]?\\d{1,2}[-/月]?\\d{1,2}日?",
      List.of("终保日期", "到期日", "保险止期", "到期日期", "expiry", "expiry date", "due date"),
      "zhongbao riqi"),
  PREMIUM("\\d{3,5}\\.\\d\\d", List.of("保费", "保费合计", "保险费", "premium", "amount"), "baofei"),
  ADDRESS(
      ".*(路|街|大道).*\\d.*", List.of("地址", "住址", "联系地址", "家庭住址", "address", "home address"), "dizhi"),
  SALESPERSON("", List.of("业务员", "销售人员", "经办人", "salesperson", "sales"), "yewuyuan"),
  AGENCY(
      ".*(公司|保代|中支|4S店|营业部).*",
      List.of("代理机构", "出单机构", "归属机构", "agency", "issuing office"),
      "daili jigou"),
  REMARK("", List.of("备注", "说明", "其他", "remark", "notes"), "beizhu");

  private static final double MOST = .5;
  private static final int ROWS_LOOKED_AT = 200;

  private final Pattern shape;
  private final List<String> headings;
  private final String pinyin;

  Column(String shape, List<String> headings, String pinyin) {
    this.shape = Pattern.compile(shape);
    this.headings = headings;
    this.pinyin = pinyin;
  }

  /** The headings that people give it, the usual one first. */
  public List<String> headings() {
    return headings;
  }

  /** Its heading in the Latin letters of the standard language (ISO 7098), without tones. */
  public String pinyin() {
    return pinyin;
  }

  private boolean isCalled(String heading) {
    return headings.contains(heading) || pinyin.equals(heading);
  }

  /** The column with this heading. */
  static Optional<Column> called(String heading) {
    return Arrays.stream(values()).filter(column -> column.isCalled(heading)).findFirst();
  }

  /** Its place in the table, if it is there. */
  public OptionalInt in(LeakedTable table) {
    for (int place = 0; place < table.headings().size(); place++) {
      if (isCalled(table.headings().get(place))) {
        return OptionalInt.of(place);
      }
    }
    return table.headings().isEmpty() ? byContent(table) : OptionalInt.empty();
  }

  private OptionalInt byContent(LeakedTable table) {
    List<List<String>> rows = table.rows().stream().limit(ROWS_LOOKED_AT).toList();
    for (int place = 0; place < table.width(); place++) {
      int column = place;
      long fitting =
          rows.stream()
              .map(row -> Cleaning.folded(row.get(column)))
              .filter(cell -> !cell.isEmpty() && shape.matcher(cell).matches())
              .count();
      if (fitting > MOST * rows.size()) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }
}
