package io.tidemark.fingerprint.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The end of an address inside a compound: building, unit, room.
 *
 * @param building digits
 * @param unit digits
 * @param room digits, perhaps with a letter
 */
record Unit(String building, String unit, String room) {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![0-9\\-])([0-9]{1,4})(?:号楼|栋|幢|座)([0-9]{1,3})单元([0-9]{1,5}[A-Za-z]?)室?$");
  private static final Pattern DASHED =
      Pattern.compile("(?<![0-9\\-])([0-9]{1,4})-([0-9]{1,3})-([0-9]{1,5}[A-Za-z]?)室?$");

  /** Each form with what no text of it lacks: most texts are told apart by that alone. */
  private static final Map<String, Pattern> FORMS = Map.of("单元", NAMED, "-", DASHED);

  /** More characters than either form has: only the end of a long address is looked at. */
  private static final int LONGEST = 20;

  static @Nullable Slot find(String text) {
    int from = Math.max(0, text.length() - LONGEST);
    for (Map.Entry<String, Pattern> form : FORMS.entrySet()) {
      if (text.indexOf(form.getKey(), from) < 0) {
        continue;
      }
      Matcher end = form.getValue().matcher(text).useTransparentBounds(true);
      end.region(from, text.length());
      if (end.find()) {
        Unit unit = new Unit(end.group(1), end.group(2), end.group(3));
        return new Slot(Carrier.UNIT, end.start(), text.length(), unit.spellings());
      }
    }
    return null;
  }

  /** The end in each spelling of {@link Carrier#UNIT}. */
  private List<String> spellings() {
    List<String> all = new ArrayList<>();
    for (String kind : List.of("号楼", "栋", "幢")) {
      all.add(building + kind + unit + "单元" + room + "室");
      all.add(building + kind + unit + "单元" + room);
    }
    all.add(building + "-" + unit + "-" + room);
    return all;
  }
}
