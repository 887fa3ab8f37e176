package io.tidemark.fingerprint.spelling;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The model year between the series and the equipment of a vehicle: 大众朗逸 2021款 1.5L. */
final class ModelYear {
  private static final Pattern FORM =
      Pattern.compile("(.{2,}?)[ \\u3000]*(?<![0-9])(?:20)?([0-9]{2})款[ \\u3000]*(\\S.*)");
  private static final Pattern AFTER_LATIN =
      Pattern.compile("(.{2,}?[A-Za-z0-9])(?:[ \\u3000]+(?:20)?|20)([0-9]{2})款[ \\u3000]*(\\S.*)");

  private ModelYear() {}

  static @Nullable Slot find(String text) {
    if (text.indexOf('款') < 0) {
      return null;
    }
    for (Pattern pattern : List.of(AFTER_LATIN, FORM)) {
      Matcher form = pattern.matcher(text);
      if (form.matches()) {
        String series = form.group(1).stripTrailing();
        String equipment = form.group(3).stripLeading();
        return new Slot(
            Carrier.MODEL_YEAR,
            series.length(),
            text.length() - equipment.length(),
            spellings(series, form.group(2)));
      }
    }
    return null;
  }

  /** A series that ends in a digit or a Latin letter keeps its space: GL8 2022款, never GL82022款. */
  private static List<String> spellings(String series, String year) {
    String gap = series.charAt(series.length() - 1) < 128 ? " " : "";
    return List.of(
        gap + "20" + year + "款", " 20" + year + "款 ", gap + year + "款", " " + year + "款 ");
  }
}
