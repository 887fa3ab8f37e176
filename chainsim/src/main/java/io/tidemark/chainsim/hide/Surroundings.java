package io.tidemark.chainsim.hide;

import io.tidemark.chainsim.portfolio.Draw;
import io.tidemark.find.FoundClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people write around a number; # stands for it. Stateless. */
final class Surroundings {
  private static final List<String> BEFORE =
      List.of(
          "", "", "老板看下，", "这个客户要续保，", "麻烦查一下 ", "昨天那台车，", "Hi, ", "转发：", "资料如下\n", "车主本人 ", "👉");
  private static final List<String> BEHIND =
      List.of("", "", "，谢谢", " 帮忙看看", "。今天能出单吗", "\n收到请回复", "；别外传", " thanks", "（本人）", " 尽快", "！");
  private static final List<String> BETWEEN = List.of("：", ":", " ", ": ", "", "是", " = ", "：\n");

  /** Nobody could tell these without their word. */
  private static final Set<FoundClass> BY_WORD =
      EnumSet.of(
          FoundClass.IDENTITY_NUMBER_15,
          FoundClass.TRAVEL_PERMIT,
          FoundClass.ENGINE_NUMBER,
          FoundClass.FILE_NUMBER,
          FoundClass.LICENCE_BLANK,
          FoundClass.POLICY_NUMBER,
          FoundClass.WECHAT,
          FoundClass.EXPIRY,
          FoundClass.PRICE);

  private Surroundings() {}

  static String text(FoundClass found, Trick trick, Draw draw) {
    boolean named = BY_WORD.contains(found) || draw.chance(.5);
    String label = named ? label(found, draw) : "";
    boolean broken = trick == Trick.TWO_LINES || trick == Trick.TWO_MESSAGES;
    String behind = broken ? draw.of(List.of("", "\n收到请回复", "，谢谢")) : draw.of(BEHIND);
    if (found == FoundClass.EXPIRY && draw.chance(.4)) {
      return draw.of(BEFORE) + "#" + draw.of(List.of("到期", "终保", "脱保", " 到期")) + behind;
    }
    return draw.of(BEFORE) + label + "#" + behind;
  }

  /** Nobody writes a code right behind a Latin word. */
  private static String label(FoundClass found, Draw draw) {
    String label = draw.of(labels(found));
    String between = draw.of(BETWEEN);
    boolean latin = label.charAt(label.length() - 1) < 0x80;
    return label + (latin && between.isEmpty() ? ": " : between);
  }

  private static List<String> labels(FoundClass found) {
    return switch (found) {
      case IDENTITY_NUMBER -> List.of("身份证号", "身份证", "证件号码", "SFZ", "ID card", "公民身份号码");
      case IDENTITY_NUMBER_15 -> List.of("身份证号", "一代身份证", "老身份证");
      case RESIDENCE_PERMIT -> List.of("居住证号", "港澳居民居住证", "证件号");
      case PASSPORT -> List.of("护照", "护照号", "Passport No.", "passport");
      case TRAVEL_PERMIT -> List.of("回乡证", "通行证号码", "港澳通行证", "证件 通行证");
      case CREDIT_CODE -> List.of("统一社会信用代码", "税号", "信用代码");
      case MOBILE ->
          List.of("手机", "手机号", "电话", "Tel", "Mobile", "联系方式", "V信", "微信", "薇", "VX", "➕V", "联系电话");
      case MACHINE_NUMBER -> List.of("物联网卡", "流量卡号码", "车联网卡");
      case LANDLINE -> List.of("座机", "电话", "固话", "办公电话", "Tel");
      case PLATE -> List.of("车牌", "车牌号", "号牌号码", "plate", "牌照");
      case VIN -> List.of("车架号", "VIN", "大架号", "车辆识别代号", "车架");
      case ENGINE_NUMBER -> List.of("发动机号", "发动机号码", "Engine No");
      case FILE_NUMBER -> List.of("档案编号", "驾驶证档案编号", "档案号");
      case LICENCE_BLANK -> List.of("证芯编号", "行驶证证芯编号");
      case POLICY_NUMBER -> List.of("保单号", "保单号码", "Policy No", "商业险保单号", "交强险保单");
      case BANK_CARD -> List.of("银行卡号", "卡号", "收款账号", "工行卡", "bank card");
      case EMAIL -> List.of("邮箱", "email", "电子邮箱");
      case WECHAT -> List.of("微信号", "微信", "VX", "加V", "V信", "wechat");
      case EXPIRY -> List.of("到期日期", "保险到期", "终保日期", "交强险到期", "expiry", "脱保");
      case PRICE -> List.of("保费", "商业险", "总保费", "保险费", "premium");
      case MODEL -> List.of("车型", "厂牌型号", "品牌型号");
      case NAME, ADDRESS -> throw new IllegalArgumentException(found + " is no number");
    };
  }
}
