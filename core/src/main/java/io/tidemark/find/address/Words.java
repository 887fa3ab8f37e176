package io.tidemark.find.address;

import io.tidemark.classify.WordList;
import java.util.Set;

/** Words that stand beside places. */
final class Words {
  /** Say where something stands by a place, or which part of it is meant. */
  private static final Set<String> BESIDE =
      Set.of(
          "附近", "对面", "旁边", "旁", "内", "外", "里面", "上", "下", "前", "后", "中", "边", "门口", "交叉口", "交界处",
          "东部", "西部", "南部", "北部", "中部", "东北部", "西北部", "东南部", "西南部", "东侧", "西侧", "南侧", "北侧", "东郊",
          "西郊", "南郊", "北郊", "郊区", "市区", "城区", "市郊", "郊外", "境内", "全境", "一带", "周边", "沿线", "沿岸", "地区",
          "等地", "各地", "以东", "以西", "以南", "以北", "东", "西", "南", "北", "东面", "西面", "南面", "北面", "东岸",
          "西岸", "南岸", "北岸", "上游", "中游", "下游", "沿海", "本土", "大陆", "内地", "腹地", "边境", "交界", "路段", "段");

  private static final Set<String> JOINS = Set.of("和", "与", "及", "到", "至", "以及", "的");

  /** What makes the name of an organisation out of a place, as the last character. */
  private static final String ORGANISATIONS = "局厅处司部委办所厂社团队会报台馆行院校店党军组网";

  private static final Set<String> BRANDS =
      Set.copyOf(WordList.words(WordList.class, "brands.txt"));

  private Words() {}

  /** Whether a maker of vehicles is called so: 长安, 福特. */
  static boolean brand(String word) {
    return BRANDS.contains(word);
  }

  /** Marks around a cell that are no part of what it says. */
  static boolean around(String text) {
    return " \u3000“”\"'‘’《》【】[]()（）,，、:：.".contains(text);
  }

  /** A village is often called after the committee that sits in it. */
  static boolean committee(String before, String word) {
    return word.equals("委员会") && Set.of("村民", "居民", "社区").contains(before);
  }

  static boolean beside(String word) {
    return BESIDE.contains(word);
  }

  static boolean joins(String word) {
    return JOINS.contains(word);
  }

  static boolean organisation(String word) {
    return Parts.organisation(word) || ORGANISATIONS.indexOf(word.charAt(word.length() - 1)) >= 0;
  }
}
