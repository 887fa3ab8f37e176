package io.tidemark.chainsim.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What callers of one campaign say, and how those who were called write it down: each sentence is
 * remembered or not, with slips, among what they add themselves. Scripts of one trade draw from the
 * same sentences. All invented.
 */
final class Script {
  /** What is sold. */
  enum Trade {
    INSURANCE(
        "您的车险快到期了",
        "今年续保有优惠",
        "比您原来的公司便宜",
        "可以上门办理",
        "保单寄到家里",
        "三者险可以买到两百万",
        "说是年底冲业绩",
        "要我加微信报价",
        "说系统里查得到我的车",
        "今天出单当天生效",
        "不出险明年再打折",
        "说交强险也一起办",
        "问我在哪家买的保险",
        "说活动只到本周",
        "可以分期付款"),
    LOAN(
        "问我需不需要资金周转",
        "说额度最高五十万",
        "利息很低随借随还",
        "不看征信就能办",
        "说是银行内部名额",
        "当天放款到账",
        "要我提供身份证",
        "问有没有房子抵押",
        "说老客户专享",
        "先息后本"),
    PROPERTY("问我考虑买房吗", "说地铁口新楼盘开盘", "首付二十万起", "带精装修", "周末可以接送看房", "说学区名额有限", "现在认购送车位", "公寓投资回报高"),
    COURSE("问孩子几年级", "免费试听一节课", "说名师一对一", "寒假班报名优惠", "保证提分", "英语口语外教", "要加微信发资料", "说附近新开校区");

    private final List<String> sentences;

    Trade(String... sentences) {
      this.sentences = List.of(sentences);
    }
  }

  private static final List<String> GIFTS =
      List.of("加油卡", "洗车券", "行车记录仪", "保养套餐", "购物卡", "空气净化器", "机油", "道路救援", "电饭煲", "话费");
  private static final List<String> WAYS =
      List.of("送", "赠送", "额外给", "凭短信领", "到店领", "抽奖送", "满三千返", "前一百名送");
  private static final List<String> WHO =
      List.of("客户关怀部", "车主服务中心", "续保专线", "VIP 专员", "活动办公室", "理财部", "城市服务处", "售后回访组");
  private static final List<String> FROM =
      List.of("总部", "省公司", "西南区", "高新店", "南站分部", "天府营业部", "线上渠道", "合作网点");
  private static final List<String> OWN =
      List.of("很烦", "已经打了好几次", "我说不需要就挂了", "态度不好", "不知道怎么有我的号码", "中午打来的", "是个女的", "普通话带口音", "录音开头");

  private final List<String> sentences = new ArrayList<>();

  /** A script of this trade: some of its sentences, and three that are the campaign's own. */
  Script(Trade trade, SplittableRandom random) {
    List<String> left = new ArrayList<>(trade.sentences);
    sentences.add("自称" + one(FROM, random) + one(WHO, random));
    for (int i = 0; i < 5; i++) {
      sentences.add(left.remove(random.nextInt(left.size())));
    }
    sentences.add("说" + one(WAYS, random) + one(GIFTS, random));
    sentences.add("还" + one(WAYS, random) + one(GIFTS, random) + "和" + one(GIFTS, random));
  }

  /** What one of the called wrote down. */
  String written(SplittableRandom random) {
    List<String> written = new ArrayList<>();
    for (String sentence : sentences) {
      if (random.nextDouble() < .7) {
        written.add(slipped(sentence, random));
      }
    }
    if (random.nextDouble() < .6) {
      written.add(random.nextInt(written.size() + 1), one(OWN, random));
    }
    return String.join(random.nextBoolean() ? "，" : "。", written);
  }

  /** A sentence with a character left out, one time in three. */
  private static String slipped(String sentence, SplittableRandom random) {
    int at = random.nextInt(sentence.length());
    return random.nextInt(3) > 0
        ? sentence
        : sentence.substring(0, at) + sentence.substring(at + 1);
  }

  private static String one(List<String> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
