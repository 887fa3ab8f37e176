package io.tidemark.training;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a name looks like, before anything was counted: by surnames and by characters that write
 * sounds.
 */
final class Shapes {
  /**
   * Characters of the tables by which Xinhua writes foreign names, as general knowledge has them.
   */
  private static final String SOUNDS =
      "阿埃艾爱安昂奥巴白柏班邦保鲍贝本比彼宾波伯博布查达戴丹当道德邓狄迪蒂丁东杜敦顿多厄恩尔法菲费芬丰佛夫弗福盖甘冈高戈"
          + "格根古哈海汉豪赫亨胡华怀惠霍基吉加贾简杰金卡凯坎康考科可克肯孔库夸昆拉莱赖兰朗劳勒雷蕾里理利丽莉历列林琳龙隆"
          + "娄卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密明缪摩莫墨默姆木穆拿纳娜奈南内尼妮涅宁纽努诺欧帕派潘庞培佩蓬皮平"
          + "蒲普齐契奇乔切琴丘让热仁日荣茹瑞若撒萨塞赛桑瑟森沙莎山尚舍申圣施史士什思斯丝苏索塔泰坦汤唐陶特滕提汀廷图吐托"
          + "瓦万旺威韦维魏温文翁沃乌伍武西希悉席夏香肖谢辛欣兴休许雪逊雅亚延扬耶叶伊易因英尤于约泽曾扎詹张珍芝朱兹子宗祖佐"
          + "卓茨嘉佳娅黛珊·";

  /** How names of places end, behind two characters or more. */
  private static final Pattern SITE =
      Pattern.compile(
          ".{2,}(省|市|县|镇|乡|村|庄|屯|寨|街|路|巷|桥|港|湾|岛|山|河|湖|江|峡|寺|庙|塔|宫|陵|区|州|岭|峰|机场|广场|公园|大厦|大道"
              + "|街道|群岛|半岛|海峡|山脉|高原|盆地|平原|草原|沙漠|水库|瀑布|古镇|古城|火车站)");

  private final Set<String> surnames;

  Shapes(Set<String> surnames) {
    this.surnames = new HashSet<>(surnames);
  }

  /** How long the surname of a Chinese name is; 0 where the word is none. */
  int surname(String word) {
    int length = word.length();
    if (length >= 3 && length <= 4 && surnames.contains(word.substring(0, 2))) {
      return 2;
    }
    return length >= 2 && length <= 3 && surnames.contains(word.substring(0, 1)) ? 1 : 0;
  }

  boolean chinese(String word) {
    return surname(word) > 0;
  }

  boolean transliterated(String word) {
    return word.chars().allMatch(c -> SOUNDS.indexOf(c) >= 0);
  }

  /** Whether a word that nothing else is known of ends like the name of a place. */
  boolean site(String word) {
    return SITE.matcher(word).matches();
  }
}
