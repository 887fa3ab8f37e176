package io.tidemark.bench.scan;

import io.tidemark.chainsim.hide.PlainValues;
import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mixed Chinese text with one identifier in two hundred bytes: sentences of chats, news and service
 * desks with the digits and Latin words that such sentences have, and values of twelve classes in
 * turn. A seed decides it.
 */
final class MixedText {
  /** The twelve classes. */
  static final List<FoundClass> CLASSES =
      List.of(
          FoundClass.MOBILE,
          FoundClass.IDENTITY_NUMBER,
          FoundClass.PLATE,
          FoundClass.VIN,
          FoundClass.BANK_CARD,
          FoundClass.EMAIL,
          FoundClass.LANDLINE,
          FoundClass.PASSPORT,
          FoundClass.CREDIT_CODE,
          FoundClass.RESIDENCE_PERMIT,
          FoundClass.MACHINE_NUMBER,
          FoundClass.POLICY_NUMBER);

  private static final int EVERY = 200;

  private static final List<String> SENTENCES =
      List.of(
          "昨天下午客户来门店咨询续保，我们按新规则重新算了一遍，发现今年的折扣比去年少。",
          "会议改到周三上午十点，地点还是三楼的小会议室，请大家提前把材料发到群里。",
          "这次台风影响了沿海的几个城市，理赔高峰预计会持续两周左右，查勘员已经全部到岗。",
          "APP 的新版本修复了登录失败的问题，升级以后记得重启一次手机。",
          "他说车子停在小区门口被刮了，对方没有留下任何联系方式，只能调监控。",
          "去年全国机动车保有量达到4.35亿辆，其中新能源汽车2041万辆，增长很快。",
          "老师好，孩子今天有点发烧，想请一天假，作业我晚上再补给您。",
          "系统提示网络超时，我重试了3次才提交成功，麻烦技术同事看一下日志。",
          "云南的朋友寄来一箱菌子，新鲜得很，宁可多吃两顿也不能浪费。",
          "根据合同第12条，双方应当在30日内完成结算，逾期按日万分之五支付违约金。",
          "周末去青城山走了一圈，一路上人不多，空气很好，下次带老人一起去。",
          "the customer asked for a refund but the order was already shipped, please check again.",
          "本季度的续保率为87.6%，比上季度提高1.2个百分点，主要来自老客户。",
          "新车上牌要先交购置税，再去车管所选号，一般半天就能办完。",
          "五一期间高速免费，预计2号和5号最堵，建议错峰出行。",
          "领导说这个项目要在年底前上线，测试环境明天就能准备好，大家加油。");

  private MixedText() {}

  /** A text of so many bytes of UTF-8, or a sentence more. */
  static String of(long seed, int number, int bytes) {
    Draw draw = Draw.of(seed, "mixed text", number);
    StringBuilder text = new StringBuilder(bytes / 2);
    int size = 0;
    int due = EVERY;
    List<FoundClass> turn = new ArrayList<>(CLASSES);
    int next = 0;
    while (size < bytes) {
      String sentence = draw.of(SENTENCES);
      text.append(sentence);
      size += sentence.getBytes(StandardCharsets.UTF_8).length;
      while (size >= due) {
        FoundClass found = turn.get(next++ % turn.size());
        String word = found == FoundClass.POLICY_NUMBER ? "保单号" : "这个是";
        String value = word + PlainValues.of(found, draw) + "，";
        text.append(value);
        size += value.getBytes(StandardCharsets.UTF_8).length;
        due += EVERY;
      }
      if (draw.chance(.2)) {
        text.append('\n');
        size++;
      }
    }
    return text.toString();
  }
}
