package io.tidemark.formats.text;

import static io.tidemark.formats.text.Shape.number;

import io.tidemark.classify.Plate;
import io.tidemark.formats.text.PlainForm.View;
import io.tidemark.terms.FieldClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds phones, plates and numbers by their shape in one line. What one shape takes, the next ones
 * no longer see, so the most telling ones go first, and plain writing before disguises.
 */
final class PieceFinder {
  private static final int SHORTEST = 5;
  private static final String GAP = "[ ]{0,2}[·._/*~-]?[ ]{0,2}";
  private static final String ALONE = "(?<![0-9A-Z])";
  private static final String ENDS = "(?![0-9A-Z])";

  private static final String IDENTITY =
      ALONE + "([1-9](?:" + GAP + "[0-9]){16}" + GAP + "[0-9X])" + ENDS;

  /** A plate with a phone close behind it has 17 letters and digits too. */
  private static final String NO_PLATE = "(?<![0-9A-Z" + Plate.PROVINCES + "])";

  private static final String TIGHT_VIN = NO_PLATE + "([A-HJ-NPR-Z0-9]{13}[0-9]{4})" + ENDS;
  private static final String VIN_IN_GROUPS =
      NO_PLATE
          + "([A-HJ-NPR-Z0-9](?:"
          + GAP
          + "[A-HJ-NPR-Z0-9]){12}(?:"
          + GAP
          + "[0-9]){4})"
          + ENDS;

  private static final String PLATE_HEAD = "([" + Plate.PROVINCES + "]" + GAP + "[A-Z]";
  private static final String PLATE_SIGN = GAP + "[A-HJ-NP-Z0-9]";

  /** A plate ends where no letter or digit follows, or where a whole mobile number does. */
  private static final String PLATE_ENDS = ")(?=$|[^0-9A-Z]|1[3-9][0-9]{9}(?![0-9]))";

  /** A digit, also as it is written in words or by a letter. */
  private static final String ANY_DIGIT = "[0-9OIL〇零洞一幺壹二两贰三叁四肆五伍六陆七柒拐八捌九玖勾]";

  /** The first digit of a phone is not the last sign of the plate before it. */
  private static final String NO_PHONE =
      GAP + "(?!" + ANY_DIGIT + "(?:" + GAP + ANY_DIGIT + "){10}(?!" + GAP + ANY_DIGIT + "))";

  private static final String LONG_PLATE =
      PLATE_HEAD + "(?:" + PLATE_SIGN + "){5}" + NO_PHONE + "[A-HJ-NP-Z0-9]" + PLATE_ENDS;

  /** A numeral behind a plate is part of it where no word goes on: 川AD1234一下 is a short plate. */
  private static final String NO_WORD = "(?![\\u4E00-\\u9FFF])";

  private static final String PLATE =
      PLATE_HEAD
          + "(?:"
          + PLATE_SIGN
          + "){4}(?:"
          + PLATE_SIGN
          + "|"
          + GAP
          + "[挂学警港澳])"
          + PLATE_ENDS;

  private static final String MOBILE =
      "(?:(?<![0-9A-Z])|(?<=TEL|PHONE|MOBILE|VX|WX|V))(?:(?:\\+|00)?86[ -]{0,2})?"
          + "(1"
          + GAP
          + "[3-9](?:"
          + GAP
          + "[0-9]){9})(?![0-9])";

  private static final List<Shape> NUMBERS =
      List.of(
          number(FieldClass.IDENTITY_NUMBER, View.TEXT, IDENTITY, WellFormed::identity),
          number(
              FieldClass.IDENTITY_NUMBER,
              View.TEXT,
              ALONE
                  + "([0-9]{6}[ -]?(?:18|19|20)[0-9]{2}[ -]?(?:0[1-9]|1[0-2])"
                  + "(?:0[1-9]|[12][0-9]|3[01])[ -]?[0-9]{3}[0-9X])"
                  + ENDS,
              (value, written, before) -> true),
          number(FieldClass.VIN, View.TEXT, TIGHT_VIN, WellFormed::vin),
          number(FieldClass.PLATE, View.TEXT, LONG_PLATE, WellFormed::plate),
          number(FieldClass.PLATE, View.CODES, LONG_PLATE + NO_WORD, WellFormed::plate),
          number(FieldClass.PLATE, View.TEXT, PLATE, WellFormed::plate),
          number(FieldClass.MOBILE, View.TEXT, MOBILE, WellFormed::phone),
          number(FieldClass.IDENTITY_NUMBER, View.NUMBERS, IDENTITY, WellFormed::identity),
          number(FieldClass.VIN, View.CODES, TIGHT_VIN, WellFormed::vin),
          number(FieldClass.VIN, View.CODES, VIN_IN_GROUPS, WellFormed::vin),
          number(FieldClass.PLATE, View.CODES, LONG_PLATE, WellFormed::plate),
          number(FieldClass.PLATE, View.CODES, PLATE, WellFormed::plate),
          number(FieldClass.MOBILE, View.NUMBERS, MOBILE, WellFormed::phone),
          number(
              FieldClass.IDENTITY_NUMBER,
              View.TEXT,
              ALONE + "([0-9]{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3})" + ENDS,
              (value, written, before) -> true),
          number(
              FieldClass.POLICY_NUMBER,
              View.TEXT,
              ALONE + "([A-Z]{1,8}[0-9]{10,24}|[0-9]{19,25})" + ENDS,
              (value, written, before) -> true),
          number(
              FieldClass.POLICY_NUMBER,
              View.TEXT,
              "保单号?码?[: ]{0,3}([0-9A-Z][0-9A-Z-]{7,29})" + ENDS,
              (value, written, before) -> true));

  private PieceFinder() {}

  /** The pieces of a line, in the order of the text. */
  static List<Piece> find(String line) {
    List<Piece> pieces = new ArrayList<>();
    PlainForm plain = PlainForm.of(line);
    if (enough(plain)) {
      NUMBERS.forEach(shape -> shape.take(plain, pieces));
    }
    WordShapes.ALL.forEach(shape -> shape.take(plain, pieces));
    pieces.sort(Comparator.comparingInt(Piece::from));
    return pieces;
  }

  /** Whether it has as many letters and digits as the shortest number, a plate behind its 川. */
  private static boolean enough(PlainForm plain) {
    return plain
            .view(View.NUMBERS)
            .chars()
            .filter(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            .limit(SHORTEST)
            .count()
        == SHORTEST;
  }
}
