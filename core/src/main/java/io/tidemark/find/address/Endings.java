package io.tidemark.find.address;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the last characters of a name say about the place, and what a number counts. */
final class Endings {
  private static final List<String> DIVISIONS =
      List.of(
          "特别行政区", "自治区", "自治州", "自治县", "新区", "高新区", "开发区", "地区", "省", "市", "区", "县", "州", "盟",
          "旗");
  private static final List<String> VILLAGES =
      List.of(
          "街道办事处", "街道", "社区", "居委会", "村委会", "居民委员会", "村民委员会", "新村", "镇", "乡", "村", "屯", "庄", "寨",
          "苏木", "嘎查", "农场", "林场");
  private static final List<String> ROADS =
      List.of(
          "大道", "大街", "胡同", "公路", "高速", "国道", "省道", "辅路", "东路", "西路", "南路", "北路", "中路", "东街", "西街",
          "南街", "北街", "东段", "西段", "南段", "北段", "中段", "路口", "路", "街", "巷", "弄", "环", "桥");
  private static final List<String> ESTATES =
      List.of(
          "小区", "花园", "家园", "公寓", "大厦", "广场", "公馆", "宿舍", "家属院", "家属区", "家属楼", "生活区", "住宅区", "别墅",
          "花苑", "新城", "国际", "国际城", "国际社区", "中心", "写字楼", "商厦", "大楼", "苑", "城", "府", "园", "里", "居",
          "郡", "湾", "邸", "院", "轩", "阁", "庭", "山庄", "工业园", "产业园", "科技园", "开发小区", "市场", "商场");

  /** What the number before it counts; the longest first. */
  private static final List<String> DOORS =
      List.of("号楼", "单元", "栋", "幢", "座", "层", "楼", "室", "户", "房", "门", "号院", "期", "区");

  private static final List<String> HOUSES = List.of("号", "弄", "组", "队", "社", "巷");

  /** Estates and roads that say so themselves, behind a name that need not be known. */
  private static final Set<String> SURE =
      Set.of(
          "小区", "花园", "家园", "公寓", "大厦", "广场", "公馆", "家属院", "别墅", "花苑", "新城", "写字楼", "商厦", "山庄",
          "大道", "大街", "胡同", "公路", "路", "街", "巷", "弄", "镇", "乡", "村", "屯", "庄", "寨", "街道", "社区",
          "新村", "苏木", "嘎查", "农场", "林场", "工业园", "产业园", "科技园", "开发区", "新区", "高新区", "机场", "火车站", "车站",
          "码头", "公园", "景区", "风景区", "湿地", "水库", "大桥", "立交桥", "高速", "高速公路", "省", "市", "县", "州", "岛",
          "群岛", "半岛", "海峡", "海湾", "山脉", "高原", "盆地", "平原", "沙漠", "草原", "东路", "西路", "南路", "北路", "中路",
          "东街", "西街", "南街", "北街", "路口", "苑", "居委会", "村委会", "居民委员会", "村民委员会", "街道办事处");

  /** Last characters of words that name a place where the name of another stands before them. */
  private static final String SITES =
      "区城园镇乡村庄街路巷桥港湾岛山河湖海江滩峡谷洞寺庙塔宫陵馆场站楼厦苑门口洲原沟坡岭峰川溪泉池潭坝里坊宅墓殿堂亭阁关岸县市省州";

  /** Those of them that end hardly anything but names of places. */
  private static final String SURE_SITES = "镇乡村庄街路巷桥港湾岛山河湖海峡寺庙塔宫陵峰岭川江溪潭坝坊县市省州城园苑洲";

  private Endings() {}

  /** Whether a word ends like a place, whatever stands before it: 秀水 河滨路. */
  static boolean surelyPlace(String word) {
    return SURE_SITES.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  /** Whether a word names a place behind the name of another: 北京 鸟巢体育场. */
  static boolean soundsLikePlace(String word) {
    return SITES.indexOf(word.charAt(word.length() - 1)) >= 0;
  }

  /** Whether a word behind a name makes a place of it. */
  static boolean makesPlace(String word) {
    return SURE.contains(word);
  }

  /** The level of a name, null where its end says nothing. */
  static @Nullable Level of(String name) {
    if (ends(name, VILLAGES)) {
      return Level.VILLAGE;
    }
    if (ends(name, ROADS)) {
      return Level.ROAD;
    }
    if (ends(name, ESTATES)) {
      return Level.ESTATE;
    }
    return ends(name, DIVISIONS) ? Level.DIVISION : null;
  }

  /** Whether a word is nothing but an ending, as 路 behind 建设. */
  static boolean bare(String word) {
    return VILLAGES.contains(word)
        || ROADS.contains(word)
        || ESTATES.contains(word)
        || DIVISIONS.contains(word);
  }

  private static boolean ends(String name, List<String> endings) {
    return endings.stream().anyMatch(name::endsWith);
  }

  /** How long the unit is that a number before {@code at} counts; 0 where it counts none. */
  static int unit(CharSequence text, int at, List<String> units) {
    for (String unit : units) {
      if (text.length() >= at + unit.length()
          && unit.contentEquals(text.subSequence(at, at + unit.length()))) {
        return unit.length();
      }
    }
    return 0;
  }

  static int door(CharSequence text, int at) {
    return unit(text, at, DOORS);
  }

  static int house(CharSequence text, int at) {
    return unit(text, at, HOUSES);
  }
}
