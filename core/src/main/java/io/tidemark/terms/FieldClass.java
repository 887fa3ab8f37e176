package io.tidemark.terms;

import java.util.Optional;

/**
 * What a field of a motor policy means. Grades, forms and purposes are data of the policy file;
 * this list is the one thing that code knows; sealed records hold the numbers of its constants, so
 * that new ones come last. Headings of files are mapped to it by {@code formats}.
 */
public enum FieldClass {
  NAME("姓名", "name"),
  IDENTITY_NUMBER("证件号码", "identity number"),
  MOBILE("手机号", "mobile number"),
  PLATE("车牌号", "plate"),
  VIN("车架号", "VIN"),
  ENGINE_NUMBER("发动机号", "engine number"),
  MODEL("厂牌型号", "model"),
  FIRST_REGISTRATION("初登日期", "first registration"),
  POLICY_NUMBER("保单号", "policy number"),
  INSURANCE_KIND("险种", "kind of insurance"),
  INCEPTION("起保日期", "inception"),
  EXPIRY("终保日期", "expiry"),
  PREMIUM("保费", "premium"),
  ADDRESS("地址", "address"),
  SALESPERSON("业务员", "salesperson"),
  REMARK("备注", "remark"),
  AGENCY("代理机构", "agency");

  private final String zh;
  private final String en;

  FieldClass(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The Chinese heading, which is also the name that the settings files use. */
  public String zh() {
    return zh;
  }

  /** The English name. */
  public String en() {
    return en;
  }

  /** The class whose Chinese heading is {@code name}. */
  public static Optional<FieldClass> named(String name) {
    for (FieldClass field : values()) {
      if (field.zh.equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
