package io.tidemark.chainsim.leak;

/**
 * A registry's official form: {@code 四川省成都市郫都区解放路291号万科城26号楼1单元1404室}, {@code 2021款大众朗逸舒适版 1.5升
 * 自动挡}, {@code 锦程保险代理有限公司}, {@code 2026年11月01日}.
 */
final class RegistryForm {
  private static final String LEGAL = "(?:有限责任公司|股份有限公司|有限公司|公司)?";
  private static final Replacements AGENCY =
      Replacements.of(
          "[\\p{P}\\p{S}\\p{Z}]+",
          "",
          "保代(?:公司)?",
          "保险代理有限公司",
          "保险代理(?!有限公司)" + LEGAL,
          "保险代理有限公司",
          "(?<!保险)经纪" + LEGAL,
          "保险经纪有限公司",
          "保险经纪(?!有限公司)" + LEGAL,
          "保险经纪有限公司",
          "(?:汽车|车行)?4[Ss]店|汽销(?:公司)?|汽贸(?:公司)?",
          "汽车销售服务有限公司",
          "汽车(?:销售|贸易)(?!服务)" + LEGAL,
          "汽车销售服务有限公司",
          "汽车销售服务(?!有限公司)" + LEGAL,
          "汽车销售服务有限公司",
          "中支(?:公司)?|中心支(?!公司)",
          "中心支公司",
          "财险",
          "财产保险",
          "寿险",
          "人寿保险");
  private static final Replacements REMARK =
      Replacements.of(
          "[\\s,、;；。!！]+",
          "，",
          "^，|，$",
          "",
          "没有?(?=结清|出险|还清)|无(?=出险)",
          "未",
          "还清",
          "结清",
          "再?(?:打电话|致电|来电)",
          "联系",
          "早上|上午时段",
          "上午",
          "(?<!需)要(?=对公|开)",
          "需要",
          "需(?!要)",
          "需要",
          "车主|顾客",
          "客户",
          "谈好了?|已?谈妥了?",
          "议定",
          "已+议定",
          "议定",
          "年审|验车",
          "年检",
          "(?:邮寄|寄|送)[到至]",
          "寄往",
          "上一?年|头年",
          "去年",
          "一次",
          "1次");

  private RegistryForm() {}

  static String of(Column column, String cell) {
    if (cell.isBlank()) {
      return cell;
    }
    return switch (column) {
      case ADDRESS -> address(ParsedAddress.of(cell));
      case MODEL -> model(ParsedModel.of(cell));
      case AGENCY -> AGENCY.on(Cleaning.folded(cell));
      case REMARK -> REMARK.on(Numerals.counts(Cleaning.folded(cell)));
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> WrittenDate.written(cell, "%d年%02d月%02d日");
      default -> Standard.plain(column, cell);
    };
  }

  private static String address(ParsedAddress address) {
    return address.division()
        + address.street()
        + followed(address.number(), "号")
        + address.compound()
        + followed(address.building(), "号楼")
        + followed(address.entrance(), "单元")
        + followed(address.room(), "室");
  }

  private static String model(ParsedModel model) {
    String engine = model.engine().replace("L", "升");
    boolean turned = model.gearbox().equals("自动") || model.gearbox().equals("手动");
    return followed(model.year(), "款")
        + model.name()
        + (model.year().isEmpty() ? "" : "版")
        + preceded(engine)
        + preceded(model.gearbox() + (turned ? "挡" : ""))
        + preceded(model.drive())
        + preceded(followed(model.seats(), "座"));
  }

  private static String followed(String part, String word) {
    return part.isEmpty() ? "" : part + word;
  }

  private static String preceded(String part) {
    return part.isEmpty() ? "" : " " + part;
  }
}
