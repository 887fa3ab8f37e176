package io.tidemark.find.name;

import java.util.Set;

/** Words of forms and lists that say what stands behind them. */
final class Labels {
  /** Labels behind which a person's name stands. */
  private static final Set<String> NAMES =
      Set.of(
          "姓名", "名字", "车主", "被保险人", "被保人", "投保人", "联系人", "收件人", "收货人", "寄件人", "发件人", "户主", "户名",
          "持卡人", "驾驶人", "驾驶员", "申请人", "受益人", "经办人", "业务员", "负责人", "法人", "代表人", "报案人", "当事人", "乘客",
          "患者", "学生", "家长", "客户", "客户名称", "开户人", "机主", "租客", "房东", "业主", "员工", "司机", "借款人", "收款人",
          "付款人", "购车人", "领取人", "预约人", "申报人", "经理", "老板", "客户经理", "接单人", "推荐人", "介绍人", "登记人", "承租人",
          "出租人", "签收人", "提车人", "所有人", "会员", "配偶", "父亲", "母亲", "监护人", "称呼", "本人");

  /** Labels behind which a number stands: between a name and its number they count as nothing. */
  private static final Set<String> NUMBERS =
      Set.of(
          "电话", "手机", "手机号", "手机号码", "联系电话", "号码", "联系方式", "电话号码", "车牌", "车牌号", "车牌号码", "号牌", "身份证",
          "身份证号", "身份证号码", "证件号", "证件号码", "微信", "微信号", "保单号", "车架号", "卡号", "联系手机", "移动电话", "的电话",
          "的手机", "的车牌", "的号码", "的手机号", "的身份证", "的微信", "的联系方式");

  private static final int LONGEST = 6;
  private static final boolean[] NAMES_BEGIN = new boolean[1 << 16];
  private static final boolean[] NUMBERS_BEGIN = new boolean[1 << 16];

  static {
    NAMES.forEach(label -> NAMES_BEGIN[label.charAt(0)] = true);
    NUMBERS.forEach(label -> NUMBERS_BEGIN[label.charAt(0)] = true);
  }

  private Labels() {}

  /** Where the longest label of a name ends that begins here; {@code at} where none does. */
  static int name(CharSequence text, int at) {
    return NAMES_BEGIN[text.charAt(at)] ? end(text, at, NAMES) : at;
  }

  /** Where the longest label of a number ends that begins here; {@code at} where none does. */
  static int number(CharSequence text, int at) {
    return NUMBERS_BEGIN[text.charAt(at)] ? end(text, at, NUMBERS) : at;
  }

  private static int end(CharSequence text, int at, Set<String> labels) {
    for (int end = Math.min(text.length(), at + LONGEST); end > at + 1; end--) {
      if (labels.contains(text.subSequence(at, end).toString())) {
        return end;
      }
    }
    return at;
  }
}
