package io.tidemark.chainsim.portfolio;

import java.time.LocalDate;

/**
 * One invented policy as it truly is, before any untidy writing.
 *
 * @param number counts policies of this portfolio: four numbers are set aside for each person
 * @param owner whose it is
 * @param car what it insures
 * @param cover what was agreed
 * @param home where the owner lives
 * @param salesperson who sold it
 * @param remark a free remark, or empty
 * @param agency who brought it: an agency, a broker, a dealer or an office of the insurer, by its
 *     full name
 */
public record Policy(
    long number,
    Owner owner,
    Car car,
    Cover cover,
    Home home,
    String salesperson,
    String remark,
    String agency) {

  /** An invented person. */
  public record Owner(String name, String identityNumber, String mobile) {}

  /** An invented vehicle. */
  public record Car(
      String plate,
      String vin,
      String engineNumber,
      CarModel model,
      int year,
      String equipment,
      LocalDate firstRegistration) {}

  /**
   * What was agreed.
   *
   * @param premiumFen in fen, a hundredth of a yuan
   */
  public record Cover(
      String policyNumber, String kind, LocalDate inception, LocalDate expiry, int premiumFen) {}
}
