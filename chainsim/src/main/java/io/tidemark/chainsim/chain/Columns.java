package io.tidemark.chainsim.chain;

import static io.tidemark.terms.FieldClass.ADDRESS;
import static io.tidemark.terms.FieldClass.AGENCY;
import static io.tidemark.terms.FieldClass.ENGINE_NUMBER;
import static io.tidemark.terms.FieldClass.EXPIRY;
import static io.tidemark.terms.FieldClass.FIRST_REGISTRATION;
import static io.tidemark.terms.FieldClass.IDENTITY_NUMBER;
import static io.tidemark.terms.FieldClass.INSURANCE_KIND;
import static io.tidemark.terms.FieldClass.MOBILE;
import static io.tidemark.terms.FieldClass.MODEL;
import static io.tidemark.terms.FieldClass.NAME;
import static io.tidemark.terms.FieldClass.PLATE;
import static io.tidemark.terms.FieldClass.POLICY_NUMBER;
import static io.tidemark.terms.FieldClass.PREMIUM;
import static io.tidemark.terms.FieldClass.REMARK;
import static io.tidemark.terms.FieldClass.VIN;

import io.tidemark.terms.FieldClass;
import java.util.List;
import java.util.stream.Collectors;

/** The columns that each kind of work asks for. */
final class Columns {
  /** Those of a leaked renewal list, and of the benchmarks. */
  static final List<FieldClass> RENEWAL =
      List.of(NAME, MOBILE, PLATE, MODEL, ADDRESS, AGENCY, REMARK, EXPIRY);

  static final List<FieldClass> CLAIMS =
      List.of(NAME, MOBILE, PLATE, VIN, MODEL, POLICY_NUMBER, INSURANCE_KIND, ADDRESS);
  static final List<FieldClass> UNDERWRITING =
      List.of(
          NAME,
          IDENTITY_NUMBER,
          MOBILE,
          PLATE,
          VIN,
          MODEL,
          POLICY_NUMBER,
          INSURANCE_KIND,
          EXPIRY,
          PREMIUM,
          ADDRESS);
  static final List<FieldClass> REPAIR = List.of(NAME, PLATE, VIN, MODEL, ADDRESS);
  static final List<FieldClass> REMINDER = List.of(NAME, MOBILE, MODEL, ADDRESS, EXPIRY);
  static final List<FieldClass> REGISTRATION =
      List.of(NAME, PLATE, VIN, ENGINE_NUMBER, MODEL, FIRST_REGISTRATION, ADDRESS);
  static final List<FieldClass> REPORT =
      List.of(POLICY_NUMBER, INSURANCE_KIND, MODEL, EXPIRY, PREMIUM, ADDRESS);

  private Columns() {}

  static String yaml(List<FieldClass> columns) {
    return columns.stream().map(FieldClass::zh).collect(Collectors.joining(", ", "[", "]"));
  }
}
