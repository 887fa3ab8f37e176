package io.tidemark.chainsim.portfolio;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.Divisions.City;
import io.tidemark.terms.Divisions.District;
import io.tidemark.terms.Divisions.Province;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the insured live: all of China, most of them in a few provinces, more of those in the first
 * city. Zones without identity numbers of their own (codes ending 70 to 79) are left out.
 */
final class Places {
  private static final Map<String, Double> SHARES =
      Map.ofEntries(
          Map.entry("51", .20),
          Map.entry("44", .14),
          Map.entry("37", .13),
          Map.entry("32", .11),
          Map.entry("33", .09),
          Map.entry("42", .08),
          Map.entry("61", .06),
          Map.entry("41", .03),
          Map.entry("11", .025),
          Map.entry("31", .025),
          Map.entry("50", .025),
          Map.entry("12", .01),
          Map.entry("65", .01),
          Map.entry("15", .01),
          Map.entry("45", .01),
          Map.entry("46", .01));
  private static final double SHARE_OF_OTHERS = .0025;
  private static final double FIRST_CITY = 4;
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final Map<String, String> PLATE_HEADS = plateHeads();

  private final List<Place> places = new ArrayList<>();
  private final double[] upTo;

  Places() {
    List<Double> weights = new ArrayList<>();
    for (Province province : Divisions.china().provinces()) {
      add(province, weights);
    }
    upTo = weights.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  Place drawn(Draw draw) {
    double at = draw.fraction() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, at);
    return places.get(found >= 0 ? Math.min(found + 1, upTo.length - 1) : -found - 1);
  }

  private void add(Province province, List<Double> weights) {
    double share = SHARES.getOrDefault(province.code(), SHARE_OF_OTHERS);
    double parts = FIRST_CITY + province.cities().size() - 1;
    for (int c = 0; c < province.cities().size(); c++) {
      City city = province.cities().get(c);
      List<District> districts = city.districts().stream().filter(Places::inhabited).toList();
      for (District district : districts) {
        places.add(place(province, city, district, LETTERS.charAt(c % LETTERS.length())));
        weights.add(share * (c == 0 ? FIRST_CITY : 1) / parts / districts.size());
      }
    }
  }

  private static boolean inhabited(District district) {
    return district.code().charAt(4) != '7' && !district.name().equals("市辖区");
  }

  private static Place place(Province province, City city, District district, char letter) {
    String head = PLATE_HEADS.getOrDefault(province.shortName(), "");
    return new Place(
        district.code(),
        province.name(),
        city.placeholder() ? "" : city.name(),
        district.name().equals(city.name()) ? "" : district.name(),
        head + letter);
  }

  private static Map<String, String> plateHeads() {
    String known =
        "北京京天津津河北冀山西晋内蒙古蒙辽宁辽吉林吉黑龙江黑上海沪江苏苏浙江浙安徽皖福建闽江西赣山东鲁河南豫"
            + "湖北鄂湖南湘广东粤广西桂海南琼重庆渝四川川贵州贵云南云西藏藏陕西陕甘肃甘青海青宁夏宁新疆新";
    Map<String, String> heads = new HashMap<>();
    for (int at = 0; at < known.length(); ) {
      int length = known.startsWith("内蒙古", at) || known.startsWith("黑龙江", at) ? 3 : 2;
      heads.put(known.substring(at, at + length), known.substring(at + length, at + length + 1));
      at += length + 1;
    }
    return Map.copyOf(heads);
  }
}
