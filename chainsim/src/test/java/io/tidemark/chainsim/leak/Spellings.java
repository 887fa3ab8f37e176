package io.tidemark.chainsim.leak;

import java.util.ArrayList;
import java.util.List;

/** Texts of one meaning each, written by hand as people and systems write them. */
final class Spellings {
  private Spellings() {}

  /** One home in every mixture of these beginnings, numbers, compounds and doors. */
  static List<String> address() {
    return mixed(
        List.of("四川省成都市郫都区", "四川成都市郫都区", "成都市郫都区", "成都郫都区", "中国四川省 成都市 郫都区", "四川省,成都市,郫都"),
        List.of("解放路291号", "解放路第291号", "解放路２９１号", "解放路291"),
        List.of("万科城", "（万科城）", "，万科城 "),
        List.of(
            "26号楼1单元1404室",
            "26栋1单元1404",
            "26幢1单元1404室",
            "26座1门1404室",
            "26-1-1404",
            " 26#1单元14层1404号",
            "二十六号楼一单元一四〇四室",
            "26栋1单元14楼04室",
            "26/1/1404",
            "第26栋第1单元1404房"));
  }

  /** One model in every mixture of these names, years, engines, gearboxes and ends. */
  static List<String> model() {
    List<String> all =
        new ArrayList<>(
            mixed(
                List.of("大众朗逸", "大众牌朗逸", "上汽大众朗逸", "上汽-大众朗逸 "),
                List.of("2021款", "21款", " 2021款 ", "2021年款"),
                List.of("1.5L", "1.5升", "1.5 L ", "１.５L"),
                List.of("自动", "自动挡", "自动档", " AT ", "手自一体"),
                List.of("舒适版", "舒适型", "舒适")));
    all.addAll(
        mixed(
            List.of("2021款 "),
            List.of("大众朗逸 "),
            List.of("1.5L自动", "1.5升自动档"),
            List.of("舒适版", "舒适型")));
    return all;
  }

  /** One agency. */
  static List<String> agency() {
    return List.of(
        "锦程保险代理有限公司", "锦程保险代理公司", "锦程保险代理有限责任公司", "锦程保险代理", "锦程保代", "锦程保代公司", "锦程 保险代理有限公司");
  }

  /** One dealer. */
  static List<String> dealer() {
    return List.of(
        "顺达汽车销售服务有限公司", "顺达汽车销售服务公司", "顺达汽车销售有限公司", "顺达汽车销售服务有限责任公司", "顺达汽销", "顺达4S店", "顺达汽车4S店");
  }

  /** One branch. */
  static List<String> branch() {
    return List.of("成都中心支公司", "成都中支", "成都中支公司", "成都 中心支公司");
  }

  /** One remark. */
  static List<String> remark() {
    return List.of("老客户,三年无出险", "老客户，3年无出险", "老客户 3年未出险", "老客户、三年没出险", "老客户，三年没有出险。", "老客户;３年无出险");
  }

  @SafeVarargs
  private static List<String> mixed(List<String>... parts) {
    List<String> all = List.of("");
    for (List<String> part : parts) {
      all = all.stream().flatMap(begun -> part.stream().map(begun::concat)).toList();
    }
    return all;
  }
}
