package io.tidemark.chainsim.leak;

/**
 * A place as the official list names it.
 *
 * @param province whole: {@code 四川省}
 * @param city whole; empty where the province has none above the district
 * @param district whole; empty where the city has none
 * @param municipality whether the province is itself a city ({@code 北京市})
 */
record Located(String province, String city, String district, boolean municipality) {
  /** As a letter's cover has it, the province only where it is itself a city. */
  String withoutProvince() {
    return (municipality ? province : "") + city + district;
  }

  /** Without the words for the kind of place; {@code 郫都} for {@code 郫都区}. */
  static String shortened(String name) {
    if (name.endsWith("自治区")) {
      return name.startsWith("内蒙古") ? "内蒙古" : name.substring(0, 2);
    }
    return name.length() > 2 && "省市区县".indexOf(name.charAt(name.length() - 1)) >= 0
        ? name.substring(0, name.length() - 1)
        : name;
  }
}
