package io.tidemark.chainsim.portfolio;

/**
 * A district or county as addresses and plates name it.
 *
 * @param code six digits of GB/T 2260
 * @param province its province, autonomous region or municipality, whole: {@code 四川省}
 * @param city its city or prefecture, whole; empty under a municipality and where the district
 *     stands directly under the province
 * @param district its own name; empty where the city has no districts ({@code 东莞市})
 * @param plateHead the province's character and a letter that stands for the city
 */
public record Place(String code, String province, String city, String district, String plateHead) {

  /** Where people say they live: the city, or the municipality, or the county itself. */
  public String town() {
    if (!city.isEmpty()) {
      return city;
    }
    return province.endsWith("市") ? province : district;
  }

  /** City and district, as written where the province is left out. */
  public String withinProvince() {
    return city + district;
  }
}
