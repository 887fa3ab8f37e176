package io.tidemark.training;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.tidemark.terms.Divisions;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names of places from lists of places, beside what dictionaries of words say. */
final class Gazetteers {
  private static final Pattern DIVISION = Pattern.compile("(自治县|自治州|自治旗|省|市|区|县|旗|盟|地区|林区|特区)$");

  /** Peoples in the names of autonomous divisions: 北川羌族自治县 is called 北川. */
  private static final Pattern PEOPLES =
      Pattern.compile(
          "(蒙古族|回族|藏族|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族"
              + "|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|普米族"
              + "|塔吉克族?|怒族|鄂温克族|独龙族|鄂伦春族?|裕固族|保安族|各族)+$");

  private static final Set<String> NO_TERRITORIES = Set.of("世界", "联合国", "欧盟", "欧元区", "未知地区");

  private Gazetteers() {}

  /** Continents, countries and territories, and the cities that time zones are called after. */
  static Set<String> world() {
    Set<String> world = new TreeSet<>();
    LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.SIMPLIFIED_CHINESE);
    for (String code : territories()) {
      world.add(names.regionDisplayName(code));
    }
    TimeZoneNames zones = TimeZoneNames.getInstance(ULocale.SIMPLIFIED_CHINESE);
    for (String zone : TimeZone.getAvailableIDs()) {
      String city = zones.getExemplarLocationName(zone);
      if (city != null) {
        world.add(city);
      }
    }
    world.removeIf(
        name -> name.length() < 2 || !Counts.hanzi(name) || NO_TERRITORIES.contains(name));
    return world;
  }

  /** All codes of ISO 3166-1 and of the United Nations' regions that may be. */
  private static Set<String> territories() {
    Set<String> codes = new TreeSet<>(Set.of(ULocale.getISOCountries()));
    for (int code = 2; code < 1000; code++) {
      codes.add(String.format("%03d", code));
    }
    return codes;
  }

  /**
   * The divisions of China, from provinces to counties, as they are called in full and in short.
   */
  static Set<String> divisions() {
    Set<String> names = new TreeSet<>();
    for (Divisions.Province province : Divisions.china().provinces()) {
      names.add(province.name());
      names.add(province.shortName());
      for (Divisions.City city : province.cities()) {
        if (!city.placeholder()) {
          names.add(city.name());
        }
        city.districts().forEach(district -> names.add(district.name()));
      }
    }
    names.removeIf(name -> name.length() < 2);
    return names;
  }

  /** What divisions are called without saying what they are. */
  static Set<String> shortNames() {
    Set<String> names = new TreeSet<>();
    divisions().forEach(division -> names.add(shortened(division)));
    names.removeIf(name -> name.length() < 2 || !Counts.hanzi(name));
    return names;
  }

  private static String shortened(String division) {
    String name = DIVISION.matcher(division).replaceFirst("");
    String without = PEOPLES.matcher(name).replaceFirst("");
    return without.length() > 1 ? without : name;
  }

  /** Places that ansj and jcseg list as nothing else. */
  static Set<String> listed() {
    Set<String> names = new TreeSet<>(Sources.jcsegPlaces());
    names.addAll(Sources.ansjPlaces());
    names.removeIf(name -> name.length() < 2 || name.length() > 8 || !Counts.hanzi(name));
    return names;
  }
}
