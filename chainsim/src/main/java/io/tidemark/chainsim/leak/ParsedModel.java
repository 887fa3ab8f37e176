package io.tidemark.chainsim.leak;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as a vehicle decoder takes it apart, wherever in the text each part stands. What it
 * cannot find is empty.
 *
 * @param name brand, series and equipment, in capitals, without the words of the other parts
 * @param year four digits
 * @param engine {@code 1.5L}, {@code 2.0T}
 * @param gearbox {@code 自动}, {@code 手动}, {@code CVT}, {@code DCT}
 * @param drive {@code 两驱}, {@code 四驱}
 * @param seats digits
 */
record ParsedModel(
    String name, String year, String engine, String gearbox, String drive, String seats) {
  private static final Pattern YEAR = Pattern.compile("(?:20)?([012]\\d)\\s*年?款");
  private static final Pattern ENGINE =
      Pattern.compile("(\\d\\.\\d)0?\\s*(?:(L|T)(?![A-Z])|(升)|(涡轮增压))");
  private static final Pattern GEARBOX =
      Pattern.compile(
          "(自动变速箱?|自动[挡档]?|手自一体|(?<![A-Z])AT(?![A-Z]))"
              + "|(手动变速箱?|手动[挡档]?|(?<![A-Z])MT(?![A-Z]))"
              + "|((?<![A-Z-])CVT(?:无级变速)?|无级变速箱?|无级)"
              + "|((?<![A-Z])DCT|双离合变速箱?|双离合)");
  private static final String[] GEARBOXES = {"自动", "手动", "CVT", "DCT"};
  private static final Pattern DRIVE =
      Pattern.compile("(两驱|二驱|2驱|前驱|2WD)|(四驱|4驱|4WD|AWD|(?<!长续航)全轮驱动)");
  private static final Pattern SEATS = Pattern.compile("([2-9])座");
  private static final Replacements NAME =
      Replacements.of(
          "^(?:上汽通用|上汽|一汽|东风|广汽(?!传祺|埃安)|长安(?=福特|马自达)|北京(?=现代|奔驰)|华晨)[-·]?(?=\\p{IsHan})",
          "",
          "(?<=^\\p{IsHan}{2,4})牌",
          "",
          "[版型款](?=\\s|$)",
          "");

  /** The parts of this model; reading never fails, it only finds less. */
  static ParsedModel of(String model) {
    StringBuilder rest =
        new StringBuilder(Numerals.counts(Cleaning.folded(model)).toUpperCase(Locale.ROOT));
    String year = taken(rest, YEAR);
    String engine = taken(rest, ENGINE);
    String gearbox = taken(rest, GEARBOX);
    String drive = taken(rest, DRIVE);
    String seats = taken(rest, SEATS);
    return new ParsedModel(
        Cleaning.cleaned(NAME.on(rest.toString().strip())), year, engine, gearbox, drive, seats);
  }

  /** Cuts all that match out, leaves gaps, and says what the first of them means. */
  private static String taken(StringBuilder rest, Pattern part) {
    Matcher found = part.matcher(rest.toString());
    if (!found.find()) {
      return "";
    }
    String meaning = meaning(part, found);
    rest.replace(0, rest.length(), found.replaceAll(" "));
    return meaning;
  }

  private static String meaning(Pattern part, Matcher found) {
    if (part == YEAR) {
      return "20" + found.group(1);
    }
    if (part == ENGINE) {
      boolean turbo = found.group(4) != null || "T".equals(found.group(2));
      return found.group(1) + (turbo ? "T" : "L");
    }
    if (part == DRIVE) {
      return found.group(1) != null ? "两驱" : "四驱";
    }
    return part == GEARBOX ? gearbox(found) : found.group(1);
  }

  private static String gearbox(Matcher found) {
    int kind = 0;
    while (found.group(kind + 1) == null) {
      kind++;
    }
    return GEARBOXES[kind];
  }
}
