package io.tidemark.chainsim.portfolio;

/**
 * An invented address.
 *
 * @param district where it lies
 * @param street its street, {@code 解放路}
 * @param number in the street
 * @param compound the residential compound
 * @param building counted within the compound
 * @param entrance the 单元 of the building
 * @param room floor and door, {@code 1404}
 */
public record Home(
    Place district,
    String street,
    int number,
    String compound,
    int building,
    int entrance,
    int room) {}
