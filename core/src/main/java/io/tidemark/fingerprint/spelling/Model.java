package io.tidemark.fingerprint.spelling;

import io.tidemark.terms.PersonalText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A vehicle model with its model year: series, year, equipment.
 *
 * @param series brand and series, such as 大众朗逸
 * @param year the two last digits of the model year
 * @param equipment engine, gearbox, trim
 */
record Model(String series, String year, String equipment) implements Parsed {
  private static final Pattern FORM =
      Pattern.compile("(.{2,}?)[ \\u3000]*(?<![0-9])(?:20)?([0-9]{2})款[ \\u3000]*(\\S.*)");
  private static final Pattern AFTER_LATIN =
      Pattern.compile("(.{2,}?[A-Za-z0-9])(?:[ \\u3000]+(?:20)?|20)([0-9]{2})款[ \\u3000]*(\\S.*)");

  static Parsed parse(String text) {
    for (Pattern pattern : List.of(AFTER_LATIN, FORM)) {
      Matcher form = pattern.matcher(text);
      if (form.matches()) {
        return new Model(form.group(1).strip(), form.group(2), form.group(3).strip());
      }
    }
    return new Plain(PersonalText.of(text));
  }

  @Override
  public PersonalText content() {
    return PersonalText.of(write(0));
  }

  @Override
  public List<Carrier> carriers() {
    return List.of(Carrier.MODEL_YEAR);
  }

  @Override
  public PersonalText render(int[] choice) {
    return PersonalText.of(write(choice[0]));
  }

  @Override
  public List<Shown> read(PersonalText leaked) {
    return Renderings.equalTo(this, leaked);
  }

  /** A series that ends in a digit or a Latin letter keeps its space: GL8 2022款, never GL82022款. */
  private String write(int spelling) {
    boolean latin = series.charAt(series.length() - 1) < 128;
    boolean wide = spelling % 2 == 1;
    String before = wide || latin ? " " : "";
    String century = spelling < 2 ? "20" : "";
    String after = wide ? " " : "";
    return series + before + century + year + "款" + after + equipment;
  }
}
