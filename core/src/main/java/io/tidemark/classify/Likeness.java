package io.tidemark.classify;

import io.tidemark.terms.Divisions;
import io.tidemark.terms.FieldClass;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which classes a single value may belong to by its look, and how far a column of nothing but such
 * values can be trusted without a heading.
 *
 * @param looks the test of one trimmed, non-empty value
 * @param ceiling the confidence of a long column in which every value passes
 */
record Likeness(Predicate<String> looks, double ceiling) {
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final List<String> ADDRESS = WordList.words("words.txt", "address");
  private static final List<String> INSURANCE = WordList.words("words.txt", "insurance");
  private static final List<String> AGENCY = WordList.words("words.txt", "agency");
  private static final List<String> BRANDS =
      WordList.lines("brands.txt").stream().flatMap(l -> List.of(l.split(" ")).stream()).toList();
  private static final Set<String> DIVISION_HEADS = divisionHeads();

  /** Every class but the three dates (told apart by {@link DateRoles}) and the salesperson. */
  static Map<FieldClass, Likeness> all() {
    Map<FieldClass, Likeness> all = new EnumMap<>(FieldClass.class);
    all.put(FieldClass.MOBILE, new Likeness(v -> filled(MobileNumber.read(v)), 0.97));
    all.put(FieldClass.IDENTITY_NUMBER, new Likeness(Likeness::identity, 0.99));
    all.put(FieldClass.PLATE, new Likeness(Likeness::plate, 0.97));
    all.put(FieldClass.VIN, new Likeness(Likeness::vin, 0.96));
    all.put(FieldClass.POLICY_NUMBER, new Likeness(Likeness::policyNumber, 0.65));
    all.put(FieldClass.ENGINE_NUMBER, new Likeness(Likeness::engineNumber, 0.5));
    all.put(FieldClass.PREMIUM, new Likeness(Likeness::premium, 0.55));
    all.put(FieldClass.NAME, new Likeness(Likeness::name, 0.85));
    all.put(FieldClass.ADDRESS, new Likeness(Likeness::address, 0.95));
    all.put(FieldClass.MODEL, new Likeness(Likeness::model, 0.9));
    all.put(FieldClass.INSURANCE_KIND, new Likeness(Likeness::insurance, 0.85));
    all.put(FieldClass.REMARK, new Likeness(Likeness::remark, 0.3));
    all.put(FieldClass.AGENCY, new Likeness(Likeness::agency, 0.9));
    return all;
  }

  /** A day written with its year; the bare day numbers of spreadsheets look like any number. */
  static boolean date(String value) {
    return Chars.digitRun(value, 0) != 5 && filled(CalendarDate.read(value));
  }

  private static boolean filled(Canonical canonical) {
    return canonical.isSound() && !canonical.text().isEmpty();
  }

  private static boolean identity(String value) {
    Canonical canonical = IdentityNumber.read(value, LAST_DAY);
    return filled(canonical) && canonical.text().length() == 18;
  }

  private static boolean plate(String value) {
    Canonical canonical = Plate.read(value);
    return filled(canonical) && Chars.hanzi(canonical.text().charAt(0));
  }

  private static boolean vin(String value) {
    Canonical canonical = Vin.read(value);
    return filled(canonical)
        && Chars.count(canonical.text(), true) >= 3
        && Chars.count(canonical.text(), false) >= 4;
  }

  private static boolean policyNumber(String value) {
    String text = Serial.readPolicy(value).text();
    int letters = Chars.count(text, true);
    int digits = Chars.count(text, false);
    return letters + digits >= text.length() - 1
        && text.length() >= 12
        && text.length() <= 30
        && letters >= 1
        && digits >= 8
        && !vin(value)
        && !identity(value);
  }

  private static boolean engineNumber(String value) {
    String text = Serial.readEngine(value).text();
    int letters = Chars.count(text, true);
    int digits = Chars.count(text, false);
    return letters + digits >= text.length() - 1
        && text.length() >= 5
        && text.length() <= 14
        && letters >= 1
        && digits >= 1
        && !model(value);
  }

  private static boolean premium(String value) {
    String text = value.trim();
    return text.indexOf('.') > 0
        && text.length() <= 16
        && filled(Premium.read(text))
        && !date(text);
  }

  private static boolean name(String value) {
    return (NameParts.looksLikeName(value) || NameParts.looksLikeOrganisation(value))
        && !model(value)
        && !insurance(value);
  }

  private static boolean address(String value) {
    int marks = value.length() >= 2 && DIVISION_HEADS.contains(value.substring(0, 2)) ? 1 : 0;
    for (String word : ADDRESS) {
      marks += value.contains(word) ? 1 : 0;
    }
    return value.length() >= 6 && marks >= 2 && !value.contains("款");
  }

  private static boolean model(String value) {
    return (value.contains("款") && Chars.digitRun(value, 0) != value.length())
        || (BRANDS.stream().anyMatch(value::startsWith) && !address(value));
  }

  private static boolean insurance(String value) {
    return value.length() <= 20 && INSURANCE.stream().anyMatch(value::contains);
  }

  private static boolean agency(String value) {
    return value.length() >= 4 && AGENCY.stream().anyMatch(value::contains);
  }

  private static boolean remark(String value) {
    return value.length() >= 4 && value.chars().anyMatch(c -> Chars.hanzi((char) c));
  }

  private static Set<String> divisionHeads() {
    Set<String> heads = new HashSet<>();
    for (Divisions.Province province : Divisions.china().provinces()) {
      heads.add(province.name().substring(0, 2));
      for (Divisions.City city : province.cities()) {
        heads.add(city.name().substring(0, Math.min(2, city.name().length())));
        city.districts()
            .forEach(d -> heads.add(d.name().substring(0, Math.min(2, d.name().length()))));
      }
    }
    return Set.copyOf(heads);
  }
}
