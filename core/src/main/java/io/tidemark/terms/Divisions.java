package io.tidemark.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The administrative divisions of China (GB/T 2260), read once from this module's resources, whose
 * source is named in {@code divisions/SOURCE.md}. Immutable, thread-safe.
 */
public final class Divisions {
  private static final Divisions CHINA = load();

  private final List<Province> provinces;
  private final Map<String, District> districtsByCode = new LinkedHashMap<>();

  private Divisions(List<Province> provinces) {
    this.provinces = List.copyOf(provinces);
    for (Province province : provinces) {
      for (City city : province.cities()) {
        city.districts().forEach(district -> districtsByCode.put(district.code(), district));
      }
    }
  }

  /** The divisions of China. */
  public static Divisions china() {
    return CHINA;
  }

  /** All provinces, autonomous regions and municipalities, in the order of their codes. */
  public List<Province> provinces() {
    return provinces;
  }

  /** The district or county with this six-digit code, as the head of an identity number has it. */
  public Optional<District> district(String code) {
    return Optional.ofNullable(districtsByCode.get(code));
  }

  /** A province, autonomous region or municipality. */
  public record Province(String code, String name, List<City> cities) {
    /** The name without its kind: 四川 for 四川省, 内蒙古 for 内蒙古自治区. */
    public String shortName() {
      if (name.startsWith("内蒙古")) {
        return "内蒙古";
      }
      return name.endsWith("自治区") ? name.substring(0, 2) : name.substring(0, name.length() - 1);
    }

    /** Whether it is one of the four municipalities, whose districts stand directly under it. */
    public boolean municipality() {
      return name.endsWith("市");
    }
  }

  /** A city, prefecture or league, or one of the two placeholders of the standard. */
  public record City(String code, String name, List<District> districts) {
    /**
     * Whether the name is a placeholder of the standard (市辖区, 县, 省直辖县级行政区划 …) that nobody writes.
     */
    public boolean placeholder() {
      return name.equals("市辖区") || name.equals("县") || name.contains("直辖县级");
    }
  }

  /** A district, county or county-level city. */
  public record District(String code, String name) {}

  private static Divisions load() {
    List<Province> provinces = new ArrayList<>();
    for (String[] province : rows("provinces.csv")) {
      List<City> cities = new ArrayList<>();
      provinces.add(new Province(province[0], province[1], cities));
    }
    Map<String, Province> byCode = new LinkedHashMap<>();
    provinces.forEach(province -> byCode.put(province.code(), province));
    Map<String, City> cities = new LinkedHashMap<>();
    for (String[] row : rows("cities.csv")) {
      City city = new City(row[0], row[1], new ArrayList<>());
      cities.put(city.code(), city);
      found(byCode, row[2]).cities().add(city);
    }
    for (String[] row : rows("areas.csv")) {
      found(cities, row[2]).districts().add(new District(row[0], row[1]));
    }
    return new Divisions(provinces.stream().map(Divisions::frozen).toList());
  }

  private static Province frozen(Province province) {
    List<City> cities =
        province.cities().stream()
            .map(city -> new City(city.code(), city.name(), List.copyOf(city.districts())))
            .toList();
    return new Province(province.code(), province.name(), cities);
  }

  private static <T> T found(Map<String, T> byCode, String code) {
    T value = byCode.get(code);
    if (value == null) {
      throw new IllegalStateException("the divisions name no parent with code " + code);
    }
    return value;
  }

  private static List<String[]> rows(String file) {
    try (InputStream in = Divisions.class.getResourceAsStream("divisions/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource divisions/" + file);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().skip(1).map(line -> line.replace("\"", "").split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
