package io.tidemark.chainsim.leak;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Templates of programs that take a text apart: {@code 四川省 成都市 郫都区 解放路 291号 万科城 26栋 1单元 1404},
 * {@code 大众朗逸舒适 2021款 1.5L 自动}, {@code 锦程 保险代理}.
 */
final class GeocoderForm {
  private static final String LEGAL = "(?:有限责任公司|股份有限公司|有限公司|公司)?";
  private static final Replacements AGENCY =
      Replacements.of(
          "\\s*(?:保险代理|保代)" + LEGAL + "\\s*",
          " 保险代理 ",
          "\\s*(?:保险经纪|经纪)" + LEGAL + "\\s*",
          " 保险经纪 ",
          "\\s*(?:汽车销售服务|汽车销售|汽销|汽车4[Ss]店|4[Ss]店)" + LEGAL + "\\s*",
          " 汽车销售 ",
          "\\s*(?:中心支公司|中支公司|中支)\\s*",
          " 中支 ",
          "[()（）]",
          "",
          "\\s+",
          " ",
          "^ | $",
          "");

  private GeocoderForm() {}

  static String of(Column column, String cell) {
    if (cell.isBlank()) {
      return cell;
    }
    return switch (column) {
      case ADDRESS -> address(ParsedAddress.of(cell));
      case MODEL -> model(ParsedModel.of(cell));
      case AGENCY -> AGENCY.on(Cleaning.folded(cell));
      case REMARK -> Cleaning.cleaned(Numerals.counts(Cleaning.folded(cell)));
      case FIRST_REGISTRATION, INCEPTION, EXPIRY -> WrittenDate.written(cell, "%d-%02d-%02d");
      default -> Standard.plain(column, cell);
    };
  }

  private static String address(ParsedAddress address) {
    return spaced(
        address.province(),
        address.city(),
        address.district(),
        address.street(),
        followed(address.number(), "号"),
        address.compound(),
        followed(address.building(), "栋"),
        followed(address.entrance(), "单元"),
        address.room());
  }

  private static String model(ParsedModel model) {
    return spaced(
        model.name(),
        followed(model.year(), "款"),
        model.engine(),
        model.gearbox(),
        model.drive(),
        followed(model.seats(), "座"));
  }

  private static String spaced(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String followed(String part, String word) {
    return part.isEmpty() ? "" : part + word;
  }
}
