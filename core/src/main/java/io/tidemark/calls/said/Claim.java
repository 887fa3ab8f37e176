package io.tidemark.calls.said;

import io.tidemark.terms.Words;

/**
 * Who a caller says they are.
 *
 * @param id {@code picc}, {@code registry}, {@code loan}
 * @param kind what that would be
 * @param words the same for people
 */
public record Claim(String id, Kind kind, Words words) {
  /** What they would be. */
  public enum Kind {
    /** An insurer, named or not. */
    INSURER,
    /** The vehicle registry, the police, another authority. */
    AUTHORITY,
    /** An agency, a broker, somebody's agent. */
    AGENCY,
    /** A dealer, a repair shop, an inspection station. */
    VEHICLE_TRADE,
    /** A platform of the internet. */
    PLATFORM,
    /** Something that has nothing to do with a car: loans, houses, courses. */
    OTHER
  }
}
