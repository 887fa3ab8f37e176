package io.tidemark.find;

import io.tidemark.terms.FieldClass;
import io.tidemark.terms.Kind;
import io.tidemark.terms.Words;
import java.util.Locale;

/**
 * What a scan tells apart. Each belongs to a {@link Kind}, by which the policy grades it; several
 * classes may be of one kind.
 */
public enum FoundClass {
  IDENTITY_NUMBER(FieldClass.IDENTITY_NUMBER, "居民身份证号", "identity number"),
  IDENTITY_NUMBER_15(FieldClass.IDENTITY_NUMBER, "一代身份证号", "identity number of 15 digits"),
  RESIDENCE_PERMIT(FieldClass.IDENTITY_NUMBER, "港澳台居民居住证号", "residence permit"),
  PASSPORT(FieldClass.IDENTITY_NUMBER, "护照号", "passport"),
  TRAVEL_PERMIT(FieldClass.IDENTITY_NUMBER, "来往内地通行证号", "travel permit"),
  CREDIT_CODE(FieldClass.IDENTITY_NUMBER, "统一社会信用代码", "unified social credit code"),
  MOBILE(FieldClass.MOBILE, "手机号", "mobile number"),
  MACHINE_NUMBER("物联网号码", "machine number"),
  LANDLINE("固定电话", "landline"),
  PLATE(FieldClass.PLATE, "车牌号", "plate"),
  VIN(FieldClass.VIN, "车架号", "VIN"),
  ENGINE_NUMBER(FieldClass.ENGINE_NUMBER, "发动机号", "engine number"),
  FILE_NUMBER("档案编号", "licence file number"),
  LICENCE_BLANK("证芯编号", "licence blank number"),
  POLICY_NUMBER(FieldClass.POLICY_NUMBER, "保单号", "policy number"),
  BANK_CARD("银行卡号", "bank card number"),
  EMAIL("电子邮箱", "e-mail address"),
  WECHAT("社交账号", "account of a chat program"),
  NAME(FieldClass.NAME, "姓名", "name"),
  ADDRESS(FieldClass.ADDRESS, "地址", "address"),
  EXPIRY(FieldClass.EXPIRY, "终保日期", "expiry"),
  PRICE(FieldClass.PREMIUM, "保费", "premium"),
  MODEL(FieldClass.MODEL, "厂牌型号", "model");

  private final Kind kind;
  private final Words words;

  FoundClass(FieldClass field, String zh, String en) {
    this.kind = Kind.of(field);
    this.words = new Words(zh, en);
  }

  /** A class that is no field of ours, but a kind of its own, named alike in the policy. */
  FoundClass(String zh, String en) {
    this.kind = Kind.other(zh, en);
    this.words = new Words(zh, en);
  }

  /** The kind by which the policy grades it. */
  public Kind kind() {
    return kind;
  }

  /** What people call it. */
  public Words words() {
    return words;
  }

  /** How JSON and settings name it: lower case with dashes. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
