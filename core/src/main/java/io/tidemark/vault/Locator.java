package io.tidemark.vault;

import io.tidemark.terms.FieldClass;
import java.util.List;

/** The fields by which a record is found exactly. */
public enum Locator {
  MOBILE(FieldClass.MOBILE),
  PLATE(FieldClass.PLATE),
  VIN(FieldClass.VIN),
  POLICY_NUMBER(FieldClass.POLICY_NUMBER),
  IDENTITY_NUMBER(FieldClass.IDENTITY_NUMBER),
  /** Finds too many alone: something else must agree. */
  NAME(FieldClass.NAME);

  private static final List<Locator> ALL = List.of(values());

  private final FieldClass field;

  Locator(FieldClass field) {
    this.field = field;
  }

  /** The field whose canonical form is searched. */
  public FieldClass field() {
    return field;
  }

  /** All locators. */
  public static List<Locator> all() {
    return ALL;
  }
}
