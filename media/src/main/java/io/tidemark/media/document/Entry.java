package io.tidemark.media.document;

import io.tidemark.find.FoundClass;
import io.tidemark.terms.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the fields of papers hold, by the labels that papers print beside them. */
public enum Entry {
  PLATE(FoundClass.PLATE, Spelling.PLATE, "号牌号码", "车牌号码", "车牌号"),
  NAME(FoundClass.NAME, null, "所有人", "姓名", "被保险人", "投保人"),
  ADDRESS(FoundClass.ADDRESS, null, "住址", "地址"),
  MODEL(FoundClass.MODEL, null, "品牌型号", "厂牌型号"),
  VIN(FoundClass.VIN, Spelling.VIN, "车辆识别代号", "车辆识别代码", "车架号"),
  ENGINE_NUMBER(FoundClass.ENGINE_NUMBER, null, "发动机号码", "发动机号"),
  IDENTITY_NUMBER(FoundClass.IDENTITY_NUMBER, Spelling.IDENTITY, "公民身份号码", "证件号码", "身份证号", "证号"),
  FILE_NUMBER(FoundClass.FILE_NUMBER, Spelling.FILE, "档案编号"),
  MOBILE(FoundClass.MOBILE, Spelling.MOBILE, "联系电话", "手机号码", "手机号"),
  POLICY_NUMBER(FoundClass.POLICY_NUMBER, null, "保险单号", "保单号"),
  PREMIUM(FoundClass.PRICE, null, "保险费合计", "保费"),
  EXPIRY(FoundClass.EXPIRY, Spelling.DATE, "保险止期", "终保日期"),
  REGISTERED(null, Spelling.DATE, "注册日期", "初登日期"),
  ISSUED(null, Spelling.DATE, "发证日期", "签单日期"),
  BORN(null, null, "出生日期", "出生"),
  /** What papers also say and nobody is known by. */
  OTHER(null, null, "车辆类型", "使用性质", "性别", "民族", "国籍", "初次领证日期", "准驾车型", "有效期限", "记录");

  private final Optional<FoundClass> found;
  private final @Nullable Spelling spelling;
  private final List<String> labels;

  Entry(@Nullable FoundClass found, @Nullable Spelling spelling, String... labels) {
    this.found = Optional.ofNullable(found);
    this.spelling = spelling;
    this.labels = List.of(labels);
  }

  /** The class of a scan's findings that it belongs to; a date of issue belongs to none. */
  public Optional<FoundClass> found() {
    return found;
  }

  /** What people call it. */
  public Words words() {
    return found.map(FoundClass::words).orElseGet(() -> new Words(labels.get(0), id()));
  }

  /** How JSON names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<Spelling> spelling() {
    return Optional.ofNullable(spelling);
  }

  List<String> labels() {
    return labels;
  }
}
