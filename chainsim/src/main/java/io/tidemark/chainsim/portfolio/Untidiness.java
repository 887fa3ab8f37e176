package io.tidemark.chainsim.portfolio;

/**
 * How often an export is untidy; each a share from 0 to 1 of the rows, or of the cells that can be.
 *
 * @param repeatedRow the row stands in the file a second time
 * @param shortMobile a digit of the phone number is missing (wrong)
 * @param impossibleIdentity the identity number's date or check character cannot be (wrong)
 * @param impossibleExpiry the expiry is a day that no calendar has (wrong)
 * @param spacedName an ideographic space after the surname
 * @param oldIdentity the 15-digit number of before 1999, where the person is old enough
 * @param fullWidthMobile full-width digits
 * @param separatedMobile {@code 133 7882-2493}
 * @param separatedPlate a dot, hyphen or space within the plate
 * @param lowerCaseVin the VIN in small letters
 * @param missingEngine no engine number
 * @param oddExpiry the expiry in another style than the other dates
 * @param missingAddress no address
 * @param noProvince an address that leaves out its province
 * @param spacedModel {@code 朗逸 2021款 1.5L…}
 * @param shortYear {@code 21款}
 * @param onlySeries nothing but brand and series
 * @param wordedGearbox {@code 自动挡} for {@code 自动}, where the model has one
 * @param wordedEngine {@code 1.5升} for {@code 1.5L}, where the model has one
 * @param shortAgency the agency in one of the trade's short forms
 */
public record Untidiness(
    double repeatedRow,
    double shortMobile,
    double impossibleIdentity,
    double impossibleExpiry,
    double spacedName,
    double oldIdentity,
    double fullWidthMobile,
    double separatedMobile,
    double separatedPlate,
    double lowerCaseVin,
    double missingEngine,
    double oddExpiry,
    double missingAddress,
    double noProvince,
    double spacedModel,
    double shortYear,
    double onlySeries,
    double wordedGearbox,
    double wordedEngine,
    double shortAgency) {

  /** The rates that exports of core systems show. */
  public static Untidiness asExported() {
    return new Untidiness(
        .005, .0065, .0055, .003, .029, .02, .058, .062, .06, .06, .011, .063, .021, .22, .15, .10,
        .06, .30, .12, .55);
  }

  /** Everything as it truly is. */
  public static Untidiness none() {
    return new Untidiness(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }
}
