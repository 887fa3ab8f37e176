package io.tidemark.fingerprint.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.terms.Divisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Rules that read by hand read what their regular expressions read: stored offers rest on it. */
final class RulesByHandTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![0-9\\-])([0-9]{1,4})(?:号楼|栋|幢|座)([0-9]{1,3})单元([0-9]{1,5}[A-Za-z]?)室?$");
  private static final Pattern DASHED =
      Pattern.compile("(?<![0-9\\-])([0-9]{1,4})-([0-9]{1,3})-([0-9]{1,5}[A-Za-z]?)室?$");

  private static final Map<String, List<String>> CITIES = new HashMap<>();
  private static final Map<String, List<String>> DISTRICTS = new HashMap<>();

  static {
    for (Divisions.Province province : Divisions.china().provinces()) {
      List<String> districts = new ArrayList<>();
      for (Divisions.City city : province.cities()) {
        city.districts().forEach(district -> districts.add(district.name()));
        if (!province.municipality() && !city.placeholder()) {
          String name = city.name();
          List<String> all = List.of(province.name() + name, name, province.shortName() + name);
          all.forEach(spelling -> CITIES.put(spelling, all));
        }
      }
      if (province.municipality()) {
        DISTRICTS.put(province.name(), districts);
        DISTRICTS.put(province.shortName(), districts);
      }
    }
  }

  @Property(tries = 20_000)
  void anEndOfAnAddress(@ForAll @Size(max = 12) List<@From("ends") String> pieces) {
    String text = String.join("", pieces).strip();
    Slot found = Unit.find(text);
    Matcher end = NAMED.matcher(text);
    boolean is = end.find();
    if (!is) {
      end = DASHED.matcher(text);
      is = end.find();
    }
    assertThat(found != null).isEqualTo(is);
    if (found != null) {
      assertThat(found.start()).isEqualTo(end.start());
      assertThat(found.end()).isEqualTo(text.length());
      String building = end.group(1);
      String unit = end.group(2);
      String room = end.group(3);
      assertThat(List.copyOf(found.spellings()))
          .containsExactly(
              building + "号楼" + unit + "单元" + room + "室",
              building + "号楼" + unit + "单元" + room,
              building + "栋" + unit + "单元" + room + "室",
              building + "栋" + unit + "单元" + room,
              building + "幢" + unit + "单元" + room + "室",
              building + "幢" + unit + "单元" + room,
              building + "-" + unit + "-" + room);
    }
  }

  @Provide
  static Arbitrary<String> ends() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            6, Arbitraries.strings().withCharRange('0', '9').ofMinLength(1).ofMaxLength(6)),
        net.jqwik.api.Tuple.of(8, Arbitraries.of("-", "单元", "室", "栋", "幢", "座", "号楼", "号", "楼")),
        net.jqwik.api.Tuple.of(
            2, Arbitraries.of("26栋1单元", "-1-", "a", "Z", "９", "里", " ", "\u0085", "\n", "😀")));
  }

  @Property(tries = 20_000)
  void aModelYear(@ForAll @Size(max = 9) List<@From("models") String> pieces) {
    String text = String.join("", pieces).strip();
    assertThat(ModelYear.find(text)).isEqualTo(modelYear(text));
  }

  private static @Nullable Slot modelYear(String text) {
    for (Pattern pattern : List.of(ModelYear.AFTER_LATIN, ModelYear.FORM)) {
      Matcher form = pattern.matcher(text);
      if (form.matches()) {
        String series = form.group(1).stripTrailing();
        String equipment = form.group(3).stripLeading();
        String year = form.group(2);
        String gap = series.charAt(series.length() - 1) < 128 ? " " : "";
        return new Slot(
            Carrier.MODEL_YEAR,
            series.length(),
            text.length() - equipment.length(),
            List.of(
                gap + "20" + year + "款", " 20" + year + "款 ", gap + year + "款", " " + year + "款 "));
      }
    }
    return null;
  }

  @Provide
  static Arbitrary<String> models() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            4, Arbitraries.strings().withCharRange('0', '3').ofMinLength(1).ofMaxLength(4)),
        net.jqwik.api.Tuple.of(
            8, Arbitraries.of("款", "21款", "2021款", "20", " ", "  ", "　", "GL8", "朗", "大众", "A")),
        net.jqwik.api.Tuple.of(1, Arbitraries.of("\u0085", "\t", "\u2003", "\n", "😀", "\u00a0")));
  }

  @Property(tries = 10_000)
  void theBeginningOfAnAddress(@ForAll @From("beginnings") String text) {
    for (Carrier carrier : List.of(Carrier.PROVINCE, Carrier.MUNICIPALITY)) {
      assertThat(Region.find(carrier, text)).isEqualTo(region(carrier, text));
    }
  }

  /** The longest beginning first, as a table of all of them gives it. */
  private static @Nullable Slot region(Carrier carrier, String text) {
    for (int length = text.length(); length > 0; length--) {
      String beginning = text.substring(0, length);
      String rest = text.substring(length);
      if (CITIES.containsKey(beginning)) {
        return carrier == Carrier.PROVINCE
            ? new Slot(carrier, 0, length, CITIES.get(beginning))
            : null;
      }
      if (DISTRICTS.getOrDefault(beginning, List.of()).stream().anyMatch(rest::startsWith)) {
        String bare = beginning.endsWith("市") ? beginning.replace("市", "") : beginning;
        return carrier == Carrier.MUNICIPALITY
            ? new Slot(carrier, 0, length, List.of(bare + "市", bare))
            : null;
      }
    }
    return null;
  }

  @Provide
  static Arbitrary<String> beginnings() {
    List<String> heads = new ArrayList<>(CITIES.keySet());
    heads.addAll(DISTRICTS.keySet());
    heads.sort(null);
    List<String> districts =
        DISTRICTS.values().stream().flatMap(List::stream).sorted().distinct().toList();
    Arbitrary<String> behind =
        Arbitraries.oneOf(
            Arbitraries.of(districts),
            Arbitraries.of("路8号", "", "市", "省", "区"),
            Arbitraries.of(heads));
    Arbitrary<Integer> cut = Arbitraries.integers().between(0, 6);
    return net.jqwik.api.Combinators.combine(Arbitraries.of(heads), behind, cut)
        .as((head, next, left) -> head.substring(0, Math.max(1, head.length() - left / 3)) + next);
  }

  @Property(tries = 20_000)
  void aWordInItsContext(
      @ForAll @From("wordings") Carrier carrier,
      @ForAll @Size(max = 8) List<@From("words") String> pieces) {
    String text = String.join("", pieces).strip();
    Matcher place = Wording.pattern(carrier.entry()).matcher(text);
    Slot slot = null;
    if (place.find()) {
      List<String> group =
          carrier.entry().groups().stream()
              .filter(one -> one.contains(place.group()))
              .findFirst()
              .orElseThrow();
      slot = new Slot(carrier, place.start(), place.end(), group);
      slot = place.find() ? null : slot;
    }
    assertThat(new Wording(carrier).find(text)).isEqualTo(slot);
  }

  @Provide
  static Arbitrary<Carrier> wordings() {
    return Arbitraries.of(Carrier.class).filter(carrier -> carrier.entry().wording());
  }

  @Provide
  static Arbitrary<String> words() {
    List<String> pieces = new ArrayList<>();
    for (Carrier carrier : Carrier.values()) {
      if (carrier.entry().wording()) {
        carrier.entry().groups().forEach(pieces::addAll);
      }
    }
    List<String> contexts =
        List.of(
            "1.5", "1", "T", "款", "升", "驾", "挡", "档", "商业险", "交强险", "联系", "下班", "发票", "尚", "从",
            "张三", "分公司", "某某", "每", "员", "系统", "记录", " ", "，", "期");
    return Arbitraries.oneOf(Arbitraries.of(pieces), Arbitraries.of(contexts));
  }
}
