package io.tidemark.authorise;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * How long the home itself keeps what it has. A person's time begins with the end of the last
 * policy; each purpose then has its own. Immutable.
 *
 * @param days for each purpose, how many days after that end it still needs the data; empty where
 *     the policy is silent: then nothing is ever past its time
 * @param provisionYears how many years the records of providing somebody's data are kept after an
 *     erasure, at least {@link #LEAST_YEARS}
 * @param at when a server erases what is past its time, each day by the clock of China; nothing
 *     where only the command does
 * @param callReportDays for how many days reports of calls are kept, at least {@link
 *     AliasTerms#LEAST}: call records six months (told)
 */
public record Retention(
    Map<String, Integer> days, int provisionYears, Optional<LocalTime> at, int callReportDays) {
  /** What the law demands of records of providing (网络数据安全管理条例 art. 12, read). */
  public static final int LEAST_YEARS = 3;

  /** A policy that says nothing of it. */
  public static final Retention SILENT =
      new Retention(Map.of(), LEAST_YEARS, Optional.empty(), AliasTerms.LEAST);

  /** Copies the map; refuses times that are shorter than they have to be. */
  public Retention {
    days = Map.copyOf(days);
    if (provisionYears < LEAST_YEARS) {
      throw new IllegalArgumentException(
          "records of providing are kept at least 3 years, not " + provisionYears);
    }
    if (callReportDays < AliasTerms.LEAST) {
      throw new IllegalArgumentException(
          "reports of calls are kept " + AliasTerms.LEAST + " days at least");
    }
  }

  /** Whether any person can be past the time. */
  public boolean speaks() {
    return !days.isEmpty();
  }

  /**
   * The last day on which a purpose needs the data of a policy that ends on {@code expiry}; nothing
   * where the policy is silent of it: then it is kept.
   */
  public Optional<LocalDate> until(String purpose, LocalDate expiry) {
    return Optional.ofNullable(days.get(purpose)).map(expiry::plusDays);
  }
}
