package io.tidemark.chainsim.chain;

import io.tidemark.chainsim.portfolio.Policy;
import java.util.Arrays;
import java.util.List;

/** What a branch is answerable for. */
enum Region {
  CHENGDU("成都分公司", List.of("四川省", "重庆市")),
  GUANGZHOU("广州分公司", List.of("广东省", "广西壮族自治区", "海南省")),
  JINAN("济南分公司", List.of("山东省")),
  NANJING("南京分公司", List.of("江苏省", "上海市")),
  HANGZHOU("杭州分公司", List.of("浙江省", "福建省")),
  WUHAN("武汉分公司", List.of("湖北省", "湖南省", "江西省", "安徽省")),
  XIAN("西安分公司", List.of("陕西省", "甘肃省", "宁夏回族自治区", "青海省", "新疆维吾尔自治区")),
  BEIJING("北京分公司", List.of());

  private final String branch;
  private final List<String> provinces;

  Region(String branch, List<String> provinces) {
    this.branch = branch;
    this.provinces = provinces;
  }

  /** The name of its branch. */
  String branch() {
    return branch;
  }

  /** Whether the owner lives there; the last one has all that no other has. */
  boolean holds(Policy policy) {
    return of(policy.home().district().province()) == this;
  }

  private static Region of(String province) {
    return Arrays.stream(values())
        .filter(region -> region.provinces.contains(province))
        .findFirst()
        .orElse(BEIJING);
  }
}
