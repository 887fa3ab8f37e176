package io.tidemark.chainsim.posts;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.classify.WordList;
import java.util.List;

/** Posts, forms and lists; every third names nobody. The same seed and number, the same post. */
public final class PostGenerator {
  private static final List<String> SHOPS = WordList.words(PostGenerator.class, "shops.txt");
  private static final List<String> MODELS =
      List.of("大众朗逸", "丰田卡罗拉", "宝马3系", "比亚迪秦", "五菱宏光", "奥迪A4L", "特斯拉Model 3", "吉利帝豪", "别克君威");
  private static final List<String> TALK =
      List.of("月底到期", "要续保", "脱保了", "已经报价", "说再考虑一下", "想买全险", "下午联系", "只要交强险", "未接", "加了微信");
  private static final List<String> NOBODY =
      List.of(
          "客服电话：{service}",
          "报案请打{service}",
          "{plate} {model} {phone}",
          "联系电话{phone}，{date}到期",
          "{shop} {phone}",
          "{shop}：{phone}",
          "{shop}，电话{phone}，营业到晚上十点",
          "订餐找{shop} {phone}",
          "{shop}的车牌是{plate}",
          "{date} {plate} 续保",
          "加微信：{phone}",
          "高新区管委会 {phone}",
          "张江路店 {phone}",
          "市场部 {phone}",
          "方便的话打{phone}",
          "马上回电 {phone}",
          "单位：{shop} 电话：{phone}",
          "公司名称：{shop}\n联系电话：{phone}",
          "{shop}\t{phone}\t{plate}",
          "车型：{model} 车牌：{plate}",
          "周先生餐厅 {phone}",
          "李宁专卖店 {phone}",
          "谢谢老板 {phone}",
          "明天下午 {phone}",
          "星期五 {plate}",
          "财务室{phone}",
          "平安车险 {service}",
          "维修点 {phone}",
          "{model}，{plate}，{date}",
          "密码{phone}",
          "订单号{identity}");
  private static final List<String> SOMEBODY =
      List.of(
          "{name} {phone}",
          "{name}，{phone}，{plate}",
          "{name}{phone}",
          "{phone} {name}",
          "{phone}{name}",
          "{plate} {name} {phone}",
          "车主：{name} 电话：{phone} 车牌：{plate}",
          "姓名：{name}\n手机：{phone}\n车牌号：{plate}",
          "客户{name}，电话{phone}，{talk}",
          "{name}（{phone}）{talk}",
          "{name}的车{plate}{talk}，电话{phone}",
          "{plate}\t{name}\t{phone}\t{model}\t{date}",
          "被保险人：{name}，身份证号：{identity}",
          "帮忙查一下{plate}，车主{name}",
          "收货人: {name}, {phone}",
          "联系人 {name} {phone}",
          "{name},{identity},{phone}",
          "{name}/{name} {phone}",
          "{called} {phone}",
          "{called}，{phone}，{talk}",
          "{called}的电话是{phone}",
          "今天联系了{called}，{phone}，{talk}",
          "{plate} {called} {talk}",
          "{name}  {model}  {plate}  {date}",
          "投保人 {name} 证件号码 {identity}",
          "转给{name}：{phone}",
          "{name} 电话{phone} {talk}",
          "【{name}】{phone} {plate}",
          "报案人{name}，{phone}，{plate}",
          "1. {name} {phone}\n2. {name} {phone}\n3. {name} {phone}",
          "{model} {plate}\n{name}\n{phone}",
          "@所有人 {called}{phone}{talk}");

  private final long seed;

  /** Posts of this seed. */
  public PostGenerator(long seed) {
    this.seed = seed;
  }

  /** The post of this number. */
  public MarkedText post(long number) {
    Draw draw = Draw.of(seed, "post", number);
    Writing writing = new Writing();
    String form = draw.chance(1 / 3.0) ? draw.of(NOBODY) : draw.of(SOMEBODY);
    int at = 0;
    for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', at)) {
      writing.plain(form.substring(at, open));
      at = form.indexOf('}', open) + 1;
      fill(writing, form.substring(open + 1, at - 1), draw);
    }
    return writing.plain(form.substring(at)).done();
  }

  private static void fill(Writing writing, String what, Draw draw) {
    switch (what) {
      case "name" -> writing.name(People.whole(draw));
      case "called" -> writing.name(People.called(draw));
      case "phone" -> writing.plain(Numbers.phone(draw));
      case "service" -> writing.plain(Numbers.service(draw));
      case "plate" -> writing.plain(Numbers.plate(draw));
      case "identity" -> writing.plain(Numbers.identity(draw));
      case "date" -> writing.plain(Numbers.date(draw));
      case "shop" -> writing.plain(draw.of(SHOPS));
      case "model" -> writing.plain(draw.of(MODELS));
      case "talk" -> writing.plain(draw.of(TALK));
      default -> throw new IllegalArgumentException("no such thing in a post: " + what);
    }
  }
}
